import re
from dataclasses import replace
from io import BytesIO
from math import inf, nan
from typing import Any
from zipfile import ZipFile

import duckdb
import polars as pl
import pytest

from recruitment.studies.attrition import attrition
from recruitment.studies.campaigns import campaigns
from reports.columns import COLUMNS
from reports.findings import Findings
from reports.spreadsheet import render_xlsx
from reports.visible import visible
from tests.reports.samples import HOSTILE, labelled


@pytest.fixture
def le19(con: duckdb.DuckDBPyConnection) -> Findings:
    return attrition(con, campaigns=["LE19"])


def _lines(book: bytes, sheet: str) -> list[str]:
    """Return the text of a sheet that is one column of lines."""
    read = pl.read_excel(BytesIO(book), sheet_name=sheet, has_header=False)
    return read.to_series().to_list()


def _table(book: bytes, name: str) -> pl.DataFrame:
    return pl.read_excel(BytesIO(book), table_name=f"{name}_table", infer_schema_length=None)


def _parts(book: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(book)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _as_written(name: str, value: Any) -> Any:
    if value is None:
        return COLUMNS[name].missing
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


def _as_read(value: Any, written: Any) -> Any:
    """A column in which figures and symbols mix is read as text, with nine decimals."""
    return float(value) if isinstance(written, float) else type(written)(value)


def test_every_figure_is_that_of_the_table(le19: Findings) -> None:
    book = render_xlsx(le19)
    for name, table in le19.tables.items():
        rows = zip(table.to_dicts(), _table(book, name).rows(), strict=True)
        for row, found in rows:
            written = [_as_written(*item) for item in row.items()]
            read = [_as_read(*pair) for pair in zip(found, written, strict=True)]
            assert read == [pytest.approx(w, abs=1e-9) for w in written]


def test_the_headings_are_the_words_of_the_registry(le19: Findings) -> None:
    headings = [COLUMNS[name].heading for name in le19.tables["stages"].columns]
    assert _table(render_xlsx(le19), "stages").columns == headings


def test_cover_says_what_where_from_and_when(le19: Findings) -> None:
    assert _lines(render_xlsx(le19), "Cover") == [
        "Representation by stage: LE19",
        le19.headline,
        f"Source: {le19.source}",
        "As at: 2020-06-15",
        "Contents:",
        "Notes: notes, definitions and symbols",
        "stages: 24 rows, 13 columns",
        "changes: 4 rows, 22 columns",
    ]


def test_notes_hold_every_note_definition_and_symbol(le19: Findings) -> None:
    lines = _lines(render_xlsx(le19), "Notes")
    assert lines[0] == "Notes and definitions"
    assert lines[1 : 1 + len(le19.notes)] == list(le19.notes)
    assert "Entered: Candidates who entered the stage." in lines
    assert "Group entered: Those of them who belong to the group." in lines
    assert lines[-1] == "[x]: not available; [z]: not applicable."


def test_one_table_to_a_sheet_with_its_title_on_top(le19: Findings) -> None:
    book = render_xlsx(le19)
    for name, size in (("stages", "24 rows, 13 columns"), ("changes", "4 rows, 22 columns")):
        top = pl.read_excel(BytesIO(book), sheet_name=name, has_header=False).rows()[:2]
        assert top[0][0] == f"Representation by stage: LE19: {name}"
        assert top[1][0] == f"This worksheet contains one table: {size}."


def test_numbers_are_numbers_and_nothing_is_merged_coloured_or_linked(le19: Findings) -> None:
    parts = _parts(render_xlsx(le19))
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/sheet")]
    assert "<v>19.41391941391941</v>" in "".join(sheets)
    assert not re.search("<mergeCell|conditionalFormatting|<f>|<hyperlink", "".join(sheets))


def test_campaigns_without_counts_have_symbols_not_blanks(con: duckdb.DuckDBPyConnection) -> None:
    last = _table(render_xlsx(campaigns(con)), "campaigns").rows()[-1]
    assert last[:10] == (
        "DHEP2",
        "Second DHEP campaign",
        "Degree holder entry",
        "2020-05-18",
        *["[x]"] * 4,
        0,
        "[x]",
    )


def test_a_table_without_rows_has_a_sheet_that_says_so(con: duckdb.DuckDBPyConnection) -> None:
    lines = _lines(render_xlsx(attrition(con, campaigns=["DHEP"])), "changes")
    assert lines == ["Representation by stage: DHEP: changes", "There are no rows in this table."]


def test_a_number_that_is_none_is_not_available() -> None:
    frame = pl.DataFrame({"representation_pct": [nan, inf, -inf, None, 1.5]})
    findings = replace(labelled("C1"), tables={"stages": frame})
    read = _table(render_xlsx(findings), "stages").to_series().to_list()
    assert list(map(str, read)) == ["[x]"] * 4 + ["1.5"]


def test_headings_that_are_alike_are_told_apart() -> None:
    frame = pl.DataFrame({"stage": ["a"], "Stage": ["b"]})
    book = render_xlsx(replace(labelled("C1"), tables={"rows": frame}))
    assert _table(book, "rows").columns == ["Stage", "Stage (1)"]


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_text_is_a_cell_of_text(label: str) -> None:
    book = render_xlsx(labelled(label))
    assert _table(book, "stages")["Group"].to_list() == [visible(label)] * 2
    assert _lines(book, "Cover")[0] == visible(label)
    assert not re.search("<f>|<hyperlink|<script", "".join(_parts(book).values()))


def test_the_same_findings_give_the_same_bytes(con: duckdb.DuckDBPyConnection) -> None:
    first, second = (render_xlsx(attrition(con)) for _ in range(2))
    assert first == second
    made = '<dcterms:created xsi:type="dcterms:W3CDTF">2020-01-01T00:00:00Z</dcterms:created>'
    assert made in _parts(first)["docProps/core.xml"]
