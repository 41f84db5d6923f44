"""Whatever is done to a file, it is read, or refused in one line."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recruitment.errors import UserError
from recruitment.ingest.sources.files import read_source
from tests.recruitment.ingest.made import changed, entry, open_workbook_bytes, workbook_bytes


def parquet_bytes() -> bytes:
    file = BytesIO()
    pl.DataFrame({"Stage": ["Offer", "Sift"], "n": [1, 2]}).write_parquet(file)
    return file.getvalue()


ODS = (
    '<table:table table:name="A"><table:table-row><table:table-cell office:value-type="float" '
    'office:value="5"><text:p>5</text:p></table:table-cell></table:table-row></table:table>'
)
WHOLE = {
    "a.xlsx": workbook_bytes(lambda book: book.add_worksheet().merge_range("A1:B2", "BAME")),
    "a.ods": open_workbook_bytes(ODS),
    "a.csv": 'Stage;n\n"Offer";"2\n3"\nCafé;1\n'.encode(),
    "a.txt": "Stage\tn\nCafé\t1\n".encode("utf-16"),
    "a.parquet": parquet_bytes(),
}
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 20), st.binary(max_size=20)), min_size=1, max_size=8
)
Changes = list[tuple[float, int, bytes]]
FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
MANY = settings(FEW, max_examples=200)


def mangled(content: bytes, changes: Changes) -> bytes:
    for where, cut, put in changes:
        at = int(where * len(content))
        content = content[:at] + put + content[at + cut :]
    return content


def read_or_refuse(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    said = []
    try:
        source = read_source(path)
        said = [fault.what for sheet in source.sheets for fault in sheet.faults]
        assert all(len(sheet.rows) == len(sheet.numbers) for sheet in source.sheets)
    except UserError as error:
        said = [str(error)]
    assert not any("\n" in each for each in said)


@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
@MANY
@given(changes=CHANGES)
def test_mangled_text(tmp_path: Path, name: str, changes: Changes) -> None:
    read_or_refuse(tmp_path / name, mangled(WHOLE[name], changes))


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.parquet"])
@FEW
@given(changes=CHANGES)
def test_mangled_bytes(tmp_path: Path, name: str, changes: Changes) -> None:
    read_or_refuse(tmp_path / name, mangled(WHOLE[name], changes))


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@FEW
@given(data=st.data(), changes=CHANGES)
def test_mangled_parts(tmp_path: Path, name: str, data: st.DataObject, changes: Changes) -> None:
    with ZipFile(BytesIO(WHOLE[name])) as archive:
        parts = [each for each in archive.namelist() if each.endswith((".xml", ".rels"))]
    part = data.draw(st.sampled_from(parts))
    content = mangled(entry(WHOLE[name], part), changes)
    read_or_refuse(tmp_path / name, changed(WHOLE[name], {part: content}))
