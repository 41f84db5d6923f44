"""Whatever is done to a file, it is judged or refused in one line."""

from io import BytesIO
from zipfile import ZipFile

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitment.attack.readers import read
from recruitment.errors import DataError, UserError
from recruitment.ingest.originals import Original
from tests.recruitment.attack.changing import first_sheet, more, packed, unpacked
from tests.recruitment.attack.made import file, judgement_on

CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 20), st.binary(max_size=20)), min_size=1, max_size=8
)
Changes = list[tuple[float, int, bytes]]
LONG = "9" * 5000
BOMB = b"0" * 30_000_000
ENTITIES = '<!DOCTYPE x [<!ENTITY a "3"><!ENTITY b "&a;&a;">]><x>&b;</x>'


def mangled(content: bytes, changes: Changes) -> bytes:
    for where, cut, put in changes:
        at = int(where * len(content))
        content = content[:at] + put + content[at + cut :]
    return content


def judge_or_refuse(content: bytes, suffix: str) -> None:
    said: tuple[str, ...] = ()
    try:
        said = judgement_on(content, suffix).lines
    except UserError as error:
        said = (str(error),)
    assert not any("\n" in each for each in said)


def refusal(content: bytes, suffix: str) -> str:
    with pytest.raises(DataError) as refused:
        read(Original(f"panel{suffix}", content))
    return str(refused.value)


@pytest.mark.parametrize("suffix", [".md", ".html", ".xlsx", ".docx", ".pdf"])
@settings(max_examples=8)
@given(changes=CHANGES)
def test_mangled_bytes(suffix: str, changes: Changes) -> None:
    judge_or_refuse(mangled(file(suffix), changes), suffix)


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
@settings(max_examples=20)
@given(data=st.data(), changes=CHANGES)
def test_mangled_parts(suffix: str, data: st.DataObject, changes: Changes) -> None:
    parts = unpacked(file(suffix))
    name = data.draw(st.sampled_from(sorted(parts)))
    judge_or_refuse(packed(parts | {name: mangled(parts[name], changes)}), suffix)


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_a_text_in_another_encoding_is_refused(suffix: str) -> None:
    assert "no text in UTF-8" in refusal("<html>caf\xe9".encode("latin-1"), suffix)


@pytest.mark.parametrize("suffix", [".html", ".xlsx", ".docx", ".pdf"])
def test_a_file_that_is_something_else_is_refused(suffix: str) -> None:
    assert refusal(b"3 disabled people", suffix).startswith(f"panel{suffix}")


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_an_archive_of_something_else_is_refused(suffix: str) -> None:
    assert "is missing" in refusal(packed({"a.txt": b"3"}), suffix)


@pytest.mark.parametrize(("suffix", "name"), [(".xlsx", "xl/a.xml"), (".docx", "word/a.xml")])
def test_an_archive_that_unpacks_to_far_more_is_refused(suffix: str, name: str) -> None:
    bomb = BytesIO()
    with ZipFile(bomb, "w", compression=8) as archive:
        archive.writestr(name, BOMB)
    assert "would unpack to" in refusal(bomb.getvalue(), suffix)


@pytest.mark.parametrize(
    ("suffix", "name"), [(".xlsx", "docProps/core.xml"), (".docx", "word/document.xml")]
)
def test_markup_with_entities_is_refused(suffix: str, name: str) -> None:
    assert "document type" in refusal(more(name, ENTITIES)(file(suffix)), suffix)


def test_metadata_with_entities_is_refused() -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(file(".pdf")))
    writer.root_object["/Metadata"].get_object().set_data(ENTITIES.encode())
    content = BytesIO()
    writer.write(content)
    assert "no PDF that can be read" in refusal(content.getvalue(), ".pdf")


def test_a_pdf_with_a_password_is_refused() -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(file(".pdf")))
    writer.encrypt("secret", algorithm="RC4-128")
    content = BytesIO()
    writer.write(content)
    assert "no PDF that can be read" in refusal(content.getvalue(), ".pdf")


def test_a_pdf_without_tags_is_refused() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    content = BytesIO()
    writer.write(content)
    assert "no text that is tagged" in refusal(content.getvalue(), ".pdf")


@pytest.mark.parametrize("text", ["<!-- ", "<?", "</", "<![CDATA["])
def test_a_page_that_is_left_open_again_and_again_is_refused(text: str) -> None:
    assert "not closed" in refusal(b"<html>" + text.encode() * 100_000, ".html")


@pytest.mark.parametrize("place", ["9999999999", "0", "-3", "x"])
def test_a_row_that_is_nowhere_is_said(place: str) -> None:
    content = first_sheet('<row r="7"', f'<row r="{place}"')(file(".xlsx"))
    assert any("a row that is nowhere" in each for each in judgement_on(content, ".xlsx").unknown)


def test_a_text_of_more_lines_than_a_report_has_is_refused() -> None:
    assert "a report has at most" in refusal(b"x\n" * 200_001, ".md")


@pytest.mark.parametrize(
    "text", [f"<p>LE19: {LONG}</p>", f"<p>{LONG} of {LONG}</p>", f"<p>{LONG}%</p>", "<b>" * 5000]
)
def test_a_number_without_end_is_no_figure(text: str) -> None:
    content = file(".html").replace(b"</main>", f"{text}3</main>".encode())
    assert not judgement_on(content, ".html").is_safe


def test_a_count_without_end_is_no_count() -> None:
    content = file(".md").replace(b"| 545 |", f"| {LONG} |".encode(), 1)
    assert not judgement_on(content, ".md").is_safe
