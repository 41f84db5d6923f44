import os
import threading
from pathlib import Path

import pytest

from recruitment.errors import DataError, StorageError, UsageError
from recruitment.ingest import originals
from recruitment.ingest.blocks import Paragraph
from recruitment.ingest.documents import READERS, read_document
from tests.recruitment.ingest.made import (
    old_workbook_bytes,
    open_workbook_bytes,
    picture_bytes,
    read_as,
    word_bytes,
    workbook_bytes,
    zip_bytes,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
A_TABLE = '<table:table table:name="A"><table:table-row/></table:table>'


def refusal(kind: type[Exception], folder: Path, name: str, content: bytes) -> str:
    with pytest.raises(kind) as caught:
        read_as(folder, name, content)
    assert "\n" not in str(caught.value)
    return str(caught.value).replace(f"{folder}/", "")


def test_reading_changes_neither_the_bytes_nor_the_time_of_any_kind_of_document(
    tmp_path: Path,
) -> None:
    word = word_bytes(lambda document: document.add_paragraph("Offers"))
    workbook = workbook_bytes(lambda book: book.add_worksheet("A").write(0, 0, "Offers"))
    contents = {".docx": word, ".docm": word, ".xlsx": workbook, ".xlsm": workbook}
    contents |= {".xls": old_workbook_bytes(), ".ods": open_workbook_bytes(cells("Offers"))}
    for suffix in READERS:
        path = tmp_path / f"draft{suffix}"
        path.write_bytes(contents.get(suffix, b"<p>Offers</p>"))
        os.utime(path, ns=(1_000_000_000, 1_000_000_000))
        assert read_document(path).blocks
        assert path.read_bytes() == contents.get(suffix, b"<p>Offers</p>")
        assert path.stat().st_mtime_ns == 1_000_000_000
    assert sorted(tmp_path.iterdir()) == sorted(tmp_path / f"draft{each}" for each in READERS)


def cells(text: str) -> str:
    cell = (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    )
    return f'<table:table table:name="A"><table:table-row>{cell}</table:table-row></table:table>'


def test_a_document_is_read_by_its_suffix_in_any_case(tmp_path: Path) -> None:
    document = read_as(tmp_path, "DRAFT.TXT", "Offers")
    assert (document.name, document.blocks) == ("DRAFT.TXT", (Paragraph("Offers", "line 1"),))


def test_a_link_to_a_document_is_followed(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("Offers")
    (tmp_path / "link.txt").symlink_to(tmp_path / "draft.txt")
    assert read_document(tmp_path / "link.txt").blocks == (Paragraph("Offers", "line 1"),)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_document(tmp_path / "draft.docx")
    assert str(caught.value) == f"there is no file {tmp_path / 'draft.docx'}"


def test_a_name_that_no_file_can_have_is_missing_too() -> None:
    with pytest.raises(UsageError, match="there is no file"):
        read_document(Path("draft\0.docx"))


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_document(tmp_path)
    assert str(caught.value) == f"{tmp_path} is a folder; name a document in it"


def test_a_pipe_is_refused_at_once_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "draft.txt")
    said: list[str] = []

    def read() -> None:
        with pytest.raises(UsageError) as caught:
            read_document(tmp_path / "draft.txt")
        said.append(str(caught.value))

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(10)
    assert said == [f"{tmp_path / 'draft.txt'} is no regular file; name one"]


def test_links_in_a_circle_are_a_fault_of_storage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    with pytest.raises(StorageError) as caught:
        read_document(tmp_path / "a.txt")
    said = "cannot be read: Too many levels of symbolic links"
    assert str(caught.value) == f"{tmp_path / 'a.txt'} {said}"


def test_a_file_without_permission_is_a_fault_of_storage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "draft.txt").write_text("Offers")
    monkeypatch.setattr(originals.os, "open", refuse)
    with pytest.raises(StorageError) as caught:
        read_document(tmp_path / "draft.txt")
    assert str(caught.value) == f"{tmp_path / 'draft.txt'} cannot be read: Permission denied"


def test_an_empty_file_has_nothing_to_read(tmp_path: Path) -> None:
    said = refusal(DataError, tmp_path, "draft.docx", b"")
    assert said == "draft.docx is empty: there is nothing to read in it"


def test_an_enormous_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "draft.txt").open("wb") as file:
        file.truncate(73_400_000)
    with pytest.raises(DataError) as caught:
        read_document(tmp_path / "draft.txt")
    said = "is 73.4 MB; up to 50 MB are read: leave the pictures out"
    assert str(caught.value) == f"{tmp_path / 'draft.txt'} {said}"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", b" \n", "a.docx is not a Word document: it is damaged, or misnamed"),
        ("a.txt", b" \n\t\n", "a.txt has no text in it: there is nothing to read"),
        ("a.csv", b",,\n,,\n", "a.csv has no text in it: there is nothing to read"),
        ("a.html", b"<p></p>", "a.html has no text in it: there is nothing to read"),
        ("a.docx", word_bytes(str), "a.docx has no text in it: there is nothing to read"),
        (
            "a.ods",
            open_workbook_bytes(A_TABLE),
            "a.ods has no text in it: there is nothing to read",
        ),
    ],
)
def test_a_document_without_text_is_said_to_have_none(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    assert refusal(DataError, tmp_path, name, content) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.doc", "a.doc is a Word 97-2003 document: open it in Word and save it as .docx"),
        (
            "a.pdf",
            (
                "a.pdf is a PDF, which is not read: take its Word or HTML version, or "
                "save its text "
                "as .txt"
            ),
        ),
        (
            "a.PNG",
            "a.PNG is a picture, in which there is no text to read: take the document it shows",
        ),
        ("a.rtf", "a.rtf is rich text: open it in Word and save it as .docx"),
        ("a.odt", "a.odt is an OpenDocument text: open it and save it as .docx"),
        ("a.xlsb", "a.xlsb is a binary Excel workbook: open it in Excel and save it as .xlsx"),
        ("a.docz", "a.docz: .docz documents are not read; did you mean .docx?"),
        ("a", f"a: it has no suffix; known are {', '.join(list(READERS)[:12])} and 1 more"),
    ],
)
def test_a_suffix_that_is_not_read_says_what_to_do(tmp_path: Path, name: str, said: str) -> None:
    assert refusal(UsageError, tmp_path, name, b"Offers") == said


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", OLE, "a.docx is an old Office file: open it and save it as .docx or .xlsx"),
        (
            "a.docx",
            OLE + "WordDocument".encode("utf-16-le"),
            "a.docx is a Word 97-2003 document: open it in Word and save it as .docx",
        ),
        (
            "a.xlsx",
            old_workbook_bytes(),
            "a.xlsx is an Excel 97-2003 workbook: give it the suffix .xls",
        ),
        (
            "a.csv",
            workbook_bytes(lambda book: book.add_worksheet()),
            "a.csv is an Excel workbook: give it the suffix .xlsx",
        ),
        ("a.txt", word_bytes(str), "a.txt is a Word document: give it the suffix .docx"),
        (
            "a.xlsx",
            open_workbook_bytes(A_TABLE),
            "a.xlsx is an OpenDocument spreadsheet: give it the suffix .ods",
        ),
        (
            "a.docx",
            b"%PDF-1.7 ...",
            (
                "a.docx is a PDF, which is not read: take its Word or HTML version, or "
                "save its text "
                "as .txt"
            ),
        ),
        ("a.docx", b"{\\rtf1 ...", "a.docx is rich text: open it in Word and save it as .docx"),
        (
            "a.html",
            picture_bytes(),
            "a.html is a picture, in which there is no text to read: take the document it shows",
        ),
        (
            "a.docx",
            zip_bytes({"draft.txt": "Offers"}),
            "a.docx is a zip archive: unpack it and name a document in it",
        ),
        ("a.xlsx", b"<html>", "a.xlsx is not an Excel workbook: it is damaged, or misnamed"),
    ],
)
def test_a_document_under_a_wrong_suffix_is_said_to_be_what_it_is(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    assert refusal(DataError, tmp_path, name, content) == said


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.xls"])
def test_a_document_under_a_password_is_refused(tmp_path: Path, name: str) -> None:
    content = OLE + "EncryptedPackage".encode("utf-16-le")
    said = f"{name} is protected by a password; save it without one and try again"
    assert refusal(DataError, tmp_path, name, content) == said
