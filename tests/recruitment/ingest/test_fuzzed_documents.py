"""Whatever is done to a document, it is read or refused in one line."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitment.errors import UserError
from recruitment.ingest.documents import READERS
from recruitment.ingest.originals import Original
from recruitment.ingest.signatures import check_kind
from tests.recruitment.ingest.made import (
    changed,
    entry,
    open_workbook_bytes,
    word_bytes,
    workbook_bytes,
)


def _fill_word(document: Any) -> None:
    document.add_paragraph("Offers 13.89%", style="List Number")
    document.add_table(2, 2).cell(0, 0).merge(document.tables[0].cell(0, 1)).text = "BAME"


ODS = (
    '<table:table table:name="A"><table:table-row><table:table-cell office:value-type="float" '
    'office:value="5"><text:p>5</text:p></table:table-cell></table:table-row></table:table>'
)
WHOLE = {
    "a.docx": word_bytes(_fill_word),
    "a.xlsx": workbook_bytes(lambda book: book.add_worksheet().merge_range("A1:B2", "BAME")),
    "a.ods": open_workbook_bytes(ODS),
    "a.html": b"<ol><li>x<table><tr><td rowspan=2>1<td colspan=2>2</table><p hidden>y</p>",
    "a.md": b"# T\n11. **x** [a](b)\n\n| a | b |\n|---|---|\n| 1 | `2` |\n```\nc\n```\n",
    "a.txt": b"11. x\n\na\t1\nb\t2\n\nc\t3\n",
    "a.csv": b'a;b\n1;"2\n3"\n',
}
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 20), st.binary(max_size=20)), min_size=1, max_size=8
)
Changes = list[tuple[float, int, bytes]]


def mangled(content: bytes, changes: Changes) -> bytes:
    for where, cut, put in changes:
        at = int(where * len(content))
        content = content[:at] + put + content[at + cut :]
    return content


def read_or_refuse(name: str, content: bytes) -> None:
    document = Original(name, content)
    wanted, reader = READERS[document.suffix]
    said = ""
    try:
        check_kind(document, wanted)
        reader(document)
    except UserError as error:
        said = str(error)
    assert "\n" not in said


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=60)
@given(changes=CHANGES)
def test_mangled_bytes(name: str, changes: Changes) -> None:
    read_or_refuse(name, mangled(WHOLE[name], changes))


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.ods"])
@settings(max_examples=60)
@given(data=st.data(), changes=CHANGES)
def test_mangled_parts_of_an_archive(name: str, data: st.DataObject, changes: Changes) -> None:
    with ZipFile(BytesIO(WHOLE[name])) as archive:
        parts = [each for each in archive.namelist() if each.endswith((".xml", ".rels"))]
    part = data.draw(st.sampled_from(parts))
    content = mangled(entry(WHOLE[name], part), changes)
    read_or_refuse(name, changed(WHOLE[name], {part: content}))
