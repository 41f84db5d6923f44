import re
import struct
from pathlib import Path

import pytest

from recruitment.errors import DataError
from tests.recruitment.ingest.made import (
    changed,
    entry,
    grids,
    open_workbook_bytes,
    read_as,
    texts,
    word_bytes,
    workbook_bytes,
    zip_bytes,
)

MAIN = "word/document.xml"
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><w>&c;</w>'
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'
WORD = word_bytes(lambda document: document.add_paragraph("Offers"))
WORKBOOK = workbook_bytes(lambda book: book.add_worksheet("A").write(0, 0, "Offers"))


def refusal(folder: Path, name: str, content: bytes) -> str:
    with pytest.raises(DataError) as caught:
        read_as(folder, name, content)
    return str(caught.value)


@pytest.mark.parametrize("cut", [30, 200, len(WORD) // 2, len(WORD) - 10])
def test_a_document_that_was_cut_off_is_damaged(tmp_path: Path, cut: int) -> None:
    said = "a.docx is damaged and cannot be unpacked; take a new copy of it"
    assert refusal(tmp_path, "a.docx", WORD[:cut]) == said


def test_a_document_whose_packed_bytes_changed_is_damaged(tmp_path: Path) -> None:
    packed = bytearray(WORD)
    start = WORD.index(MAIN.encode()) + 200
    packed[start : start + 20] = bytes(20)
    said = "a.docx is damaged and cannot be unpacked; take a new copy of it"
    assert refusal(tmp_path, "a.docx", bytes(packed)) == said


def test_a_word_document_without_its_main_part_is_damaged(tmp_path: Path) -> None:
    said = "a.docx is damaged and cannot be unpacked; take a new copy of it"
    assert refusal(tmp_path, "a.docx", zip_bytes({"word/styles.xml": "<w/>"})) == said


@pytest.mark.parametrize("main", [b"", b"<w:document>", b"\xff\xfe", b"<a/>"])
def test_a_word_document_whose_main_part_is_no_markup_is_damaged(
    tmp_path: Path, main: bytes
) -> None:
    said = "a.docx is damaged and cannot be unpacked; take a new copy of it"
    assert refusal(tmp_path, "a.docx", changed(WORD, {MAIN: main})) == said


def test_an_archive_that_unpacks_to_more_than_200_mb_is_refused(tmp_path: Path) -> None:
    content = declaring(zip_bytes({MAIN: "x", "word/media/noise": noise(2_500_000)}), 240_000_000)
    said = "a.docx is refused: it would unpack to 242 MB; up to 200 MB are unpacked"
    assert refusal(tmp_path, "a.docx", content) == said


def test_an_archive_that_unpacks_to_over_100_times_its_size_is_refused(tmp_path: Path) -> None:
    content = zip_bytes({MAIN: bytes(9_000_000)})
    said = (
        f"a.docx is refused: it would unpack to {9_000_000 / len(content):,.0f} times its size; "
        "a document to at most 100"
    )
    assert refusal(tmp_path, "a.docx", content) == said


def test_a_little_that_packs_well_is_no_bomb(tmp_path: Path) -> None:
    said = "a.docx is damaged and cannot be unpacked; take a new copy of it"
    assert refusal(tmp_path, "a.docx", zip_bytes({MAIN: bytes(1_000_000)})) == said


def test_an_archive_of_over_2000_parts_is_refused(tmp_path: Path) -> None:
    content = zip_bytes({f"xl/{number}.xml": "" for number in range(2_001)})
    said = "a.xlsx is refused: it would unpack to 2,001 parts; a document has up to 2,000"
    assert refusal(tmp_path, "a.xlsx", content) == said


def test_an_archive_that_states_less_than_it_holds_is_damaged(tmp_path: Path) -> None:
    content = declaring(zip_bytes({MAIN: b"<w/>" * 9_000, "word/noise": noise(9_000)}), 10)
    said = "a.docx is damaged and cannot be unpacked; take a new copy of it"
    assert refusal(tmp_path, "a.docx", content) == said


def test_an_archive_with_a_password_is_refused(tmp_path: Path) -> None:
    content = bytearray(WORD)
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    said = "a.docx is protected by a password; save it without one and try again"
    assert refusal(tmp_path, "a.docx", bytes(content)) == said


def test_an_archive_packed_in_a_way_that_is_not_known_is_damaged(tmp_path: Path) -> None:
    content = bytearray(WORD)
    for record, method in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        for found in re.finditer(re.escape(record), WORD):
            content[found.start() + method] = 99
    said = "a.docx is damaged and cannot be unpacked; take a new copy of it"
    assert refusal(tmp_path, "a.docx", bytes(content)) == said


@pytest.mark.parametrize("attack", [LAUGHS, OUTSIDE], ids=["expands", "fetches"])
@pytest.mark.parametrize("encoding", ["ascii", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("a.docx", WORD, MAIN),
        ("a.docx", WORD, "word/numbering.xml"),
        ("a.xlsx", WORKBOOK, "xl/worksheets/sheet1.xml"),
        ("a.xlsx", WORKBOOK, "xl/sharedStrings.xml"),
        ("a.ods", open_workbook_bytes("<table:table/>"), "content.xml"),
    ],
)
def test_markup_that_declares_a_document_type_is_refused(
    tmp_path: Path, attack: bytes, encoding: str, name: str, content: bytes, part: str
) -> None:
    said = (
        f"{name} is refused: {part} in it declares a document type, which no Office file does and "
        "an attack would"
    )
    encoded = attack.decode().encode(encoding)
    assert refusal(tmp_path, name, changed(content, {part: encoded})) == said


def test_markup_in_an_encoding_that_hides_a_document_type_is_not_expanded(tmp_path: Path) -> None:
    hidden = OUTSIDE.decode().replace("1.0", '1.0" encoding="cp037').encode("cp037")
    with pytest.raises(DataError):
        read_as(tmp_path, "a.docx", changed(WORD, {MAIN: hidden}))


def test_a_word_document_with_macros_is_read_and_says_that_they_were_not_run(
    tmp_path: Path,
) -> None:
    types = entry(WORD, "[Content_Types].xml").replace(
        b"openxmlformats-officedocument.wordprocessingml.document.main",
        b"ms-word.document.macroEnabled.main",
    )
    content = changed(WORD, {"word/vbaProject.bin": OLE_START, "[Content_Types].xml": types})
    document = read_as(tmp_path, "a.docm", content)
    assert texts(document) == ["Offers"]
    assert document.remarks == ("It carries macros, which were not run.",)


def test_a_workbook_with_macros_is_read_and_says_that_they_were_not_run(tmp_path: Path) -> None:
    content = changed(WORKBOOK, {"xl/vbaProject.bin": OLE_START})
    document = read_as(tmp_path, "a.xlsm", content)
    assert grids(document)[0].rows == (("Offers",),)
    assert document.remarks == ("It carries macros, which were not run.",)


OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def noise(length: int) -> bytes:
    """Return bytes that do not pack."""
    state, made = 1, bytearray()
    while len(made) < length:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        made += struct.pack(">Q", state)[:4]
    return bytes(made)


def declaring(content: bytes, size: int) -> bytes:
    """Return an archive that states ``size`` for its first entry."""
    lying = bytearray(content)
    directory = content.index(b"PK\x01\x02")
    struct.pack_into("<I", lying, directory + 24, size)
    struct.pack_into("<I", lying, 22, size)
    return bytes(lying)
