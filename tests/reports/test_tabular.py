import csv
import json
from io import BytesIO, StringIO
from math import inf, isfinite, nan
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.studies.attrition import attrition
from recruitment.studies.campaigns import campaigns
from reports.findings import Findings
from reports.tabular import LIVE, render_csv, render_json, render_parquet
from reports.visible import visible
from tests.reports.golden import golden
from tests.reports.samples import HOSTILE, labelled

# design.md, section 7: what checks and users rely on.
STAGES = (
    "campaign stage stage_order characteristic group entered group_entered not_stated "
    "representation_pct change_from_previous_pp change_pp provisional"
)
CHANGES = (
    "campaign characteristic group from_stage to_stage from_pct to_pct change_pp change_low_pp "
    "change_high_pp relative_change_pct p_value p_mid p_adjusted reading"
)


@pytest.fixture
def everything(con: duckdb.DuckDBPyConnection) -> Findings:
    return attrition(con)


def _approximately(value: Any) -> Any:
    """Let the last digits of a float differ, as they do between processors."""
    match value:
        case dict():
            return {key: _approximately(each) for key, each in value.items()}
        case list():
            return [_approximately(each) for each in value]
        case float():
            return pytest.approx(value, rel=1e-12)
        case _:
            return value


def _refused(constant: str) -> None:
    raise AssertionError(constant)


def test_le19_as_json_is_as_it_was_proofread(con: duckdb.DuckDBPyConnection) -> None:
    text = render_json(attrition(con, campaigns=["LE19"], characteristics=["sex"]))
    assert json.loads(text) == _approximately(json.loads(golden("le19_sex.json")))


@given(st.lists(st.tuples(st.text(), st.floats(allow_nan=False), st.none() | st.integers(0, 9))))
def test_json_is_laid_out_as_pythons_own(rows: list[tuple[str, float, int | None]]) -> None:
    types = {"words": pl.String, "share": pl.Float64, "people": pl.Int64}
    table = pl.DataFrame(rows, schema=types, orient="row")
    finite = [
        {**row, "share": row["share"] if isfinite(row["share"]) else None}
        for row in table.to_dicts()
    ]
    document = {"title": "A", "source": "", "as_at": None, "notes": [], "rows": finite, "none": []}
    written = json.dumps(document, indent=2, ensure_ascii=False)
    spelt = "".join(c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in written)
    found = Findings("log", "A", "", None, (), {"rows": table, "none": table.clear()})
    assert render_json(found) == spelt + "\n"


def test_json_keeps_the_order_of_its_parts(con: duckdb.DuckDBPyConnection) -> None:
    document = json.loads(render_json(attrition(con, campaigns=["LE19"])))
    assert list(document) == ["title", "source", "as_at", "notes", "stages", "changes"]


def test_json_rows_have_the_columns_that_users_rely_on(everything: Findings) -> None:
    document = json.loads(render_json(everything))
    for name, columns in (("stages", STAGES), ("changes", CHANGES)):
        for row in document[name]:
            assert [column for column in columns.split() if column not in row] == []


def test_json_holds_no_number_that_is_none(everything: Findings) -> None:
    json.loads(render_json(everything), parse_constant=_refused)


def test_unknown_is_null_in_json() -> None:
    frame = pl.DataFrame({"n": [1, None], "rate": [nan, inf], "text": ["", None]})
    findings = Findings("attrition", "t", "s", None, (), {"rows": frame})
    assert json.loads(render_json(findings))["rows"] == [
        {"n": 1, "rate": None, "text": ""},
        {"n": None, "rate": None, "text": None},
    ]


def test_dates_are_iso_in_json(con: duckdb.DuckDBPyConnection) -> None:
    le19 = json.loads(render_json(campaigns(con)))["campaigns"][0]
    assert (le19["opened"], le19["closed"], le19["as_at"]) == (
        "2019-04-01",
        "2019-06-10",
        "2020-06-15",
    )


@pytest.mark.parametrize("label", HOSTILE)
def test_json_keeps_hostile_text_whole_and_spells_out_what_cannot_be_seen(label: str) -> None:
    text = render_json(labelled(label))
    assert json.loads(text)["stages"][0]["group"] == label
    assert all(character.isprintable() or character == "\n" for character in text)


def test_json_leaves_letters_of_any_script_as_they_are() -> None:
    assert '"title": "caf\u00e9 \u05e2\u05d1"' in render_json(labelled("caf\u00e9 \u05e2\u05d1"))


def test_csv_says_the_same_as_json(everything: Findings) -> None:
    document = json.loads(render_json(everything))
    for name, table in everything.tables.items():
        read = pl.read_csv(StringIO(render_csv(table)), infer_schema_length=None)
        assert read.to_dicts() == document[name]


def test_parquet_says_the_same_as_json(everything: Findings) -> None:
    document = json.loads(render_json(everything))
    for name, table in everything.tables.items():
        assert pl.read_parquet(BytesIO(render_parquet(table))).to_dicts() == document[name]


def test_null_is_empty_in_csv() -> None:
    frame = pl.DataFrame({"text": [None, ""], "n": [None, 0]}, schema={"text": str, "n": int})
    assert render_csv(frame) == 'text,n\n,\n"",0\n'


@pytest.mark.parametrize("label", HOSTILE)
def test_no_csv_cell_begins_as_a_formula_or_holds_a_control(label: str) -> None:
    text = render_csv(labelled(label).tables["stages"])
    rows = list(csv.DictReader(StringIO(text)))
    assert [row["group"].removeprefix("'") for row in rows] == [visible(label)] * 2
    assert not any(row["group"].startswith((*LIVE, "\t", " ")) for row in rows)
    assert all(character.isprintable() or character == "\n" for character in text)


def test_a_formula_in_csv_is_quoted_with_an_apostrophe() -> None:
    frame = pl.DataFrame({"group": ["=cmd()", "\n@x", "BAME"], "gap": [-1.5, 0.0, 1.0]})
    assert render_csv(frame) == "group,gap\n'=cmd(),-1.5\n'@x,0.0\nBAME,1.0\n"


def test_the_same_findings_give_the_same_bytes(con: duckdb.DuckDBPyConnection) -> None:
    first, second = attrition(con), attrition(con)
    assert render_json(first) == render_json(second)
    for name, table in first.tables.items():
        assert render_csv(table) == render_csv(second.tables[name])
        assert render_parquet(table) == render_parquet(second.tables[name])
