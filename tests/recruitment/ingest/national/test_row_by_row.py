"""What counts of rows cannot settle is counted as an export of its own, to the same figures."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitment.errors import DataError
from recruitment.ingest.candidates.layouts import FURTHEST_STAGE
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.national.campaigns import National, Unsettled
from recruitment.ingest.national.duckdb_rows import DuckdbRows
from recruitment.ingest.national.duckdb_source import opened
from recruitment.ingest.national.engines import stage_columns
from recruitment.ingest.national.locations import located
from tests.recruitment.ingest.candidates import le19, oracle
from tests.recruitment.ingest.candidates import made as one_export
from tests.recruitment.ingest.candidates.made import Counts, Row, as_csv, people
from tests.recruitment.ingest.candidates.test_oracle import STAGED
from tests.recruitment.ingest.national.made import ROWS, counts, hive, parquet, text

CAMPAIGNS = ["A", "B"]
OWN = st.fixed_dictionaries({"Campaign": st.sampled_from(CAMPAIGNS)})
MANY = st.lists(st.builds(lambda one, row: one | row, OWN, STAGED), min_size=1, max_size=25)
SLOW = settings(max_examples=25)


@SLOW
@given(MANY)
def test_campaigns_are_counted_as_their_candidates_one_by_one(rows: list[Row]) -> None:
    expected = {
        campaign: oracle.per_stage([row for row in rows if row["Campaign"] == campaign])
        for campaign in CAMPAIGNS
    }
    assert _counted(rows) == {campaign: each for campaign, each in expected.items() if each}


def test_candidates_of_le19_have_their_counts_beside_others(
    tmp_path: Path, con: duckdb.DuckDBPyConnection
) -> None:
    rows = le19.per_stage(le19.candidates(con))
    others = [{"Campaign": "Other"} | row for row in rows[:300]]
    found = counts(hive(tmp_path, [*({"Campaign": "LE19"} | row for row in rows), *others]))
    alone = one_export.counted(tmp_path, as_csv(rows))
    assert found["LE19"].counts.equals(alone.counts)
    assert found["LE19"].notes == alone.notes


def test_candidates_of_le19_whose_rows_all_have_an_outcome_are_settled(
    tmp_path: Path, con: duckdb.DuckDBPyConnection
) -> None:
    rows = [
        {"Campaign": "LE19"} | row | ({} if row["Outcome"] else {"Outcome": "Passed"})
        for row in le19.per_stage(le19.candidates(con))
        if row["Stage"] != "Offer"
    ]
    steady = _steady(rows)
    assert reasons(tmp_path, steady) == {}
    alone = one_export.counted(tmp_path, as_csv(steady))
    assert counts(parquet(tmp_path, steady))["LE19"].counts.equals(alone.counts)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"Outcome": ""}, "1 candidate has no outcome at a stage before the last"),
        ({"Candidate ID": ""}, "1 candidate has a key that is blank or of other than plain"),
        ({"Candidate ID": "Zoë"}, "1 candidate has a key that is blank or of other than plain"),
        ({"Candidate ID": "1.00E+05"}, "1 candidate has a key that is blank or of other"),
        ({"Sex": "Male"}, "1 candidate does not give the same answers in all rows"),
        ({"Stage": "Offer"}, "1 candidate has several rows that say the same of one stage"),
        ({"Stage": "Offer", "Outcome": "Failed"}, "1 candidate has several outcomes at one stage"),
    ],
)
def test_what_is_not_settled_is_told(tmp_path: Path, changed: Row, why: str) -> None:
    assert reasons(tmp_path, [{**ROWS[0], **changed}, *ROWS[1:]])["LE25"].startswith(why)


def test_keys_that_repeat_nowhere_are_not_settled(tmp_path: Path) -> None:
    rows = [row for row in ROWS if (row["Candidate ID"], row["Stage"]) != ("1", "Application")]
    assert "a row for one stage alone" in reasons(tmp_path, rows)["Été 24"]


def test_another_layout_is_counted_row_by_row_for_each_campaign(tmp_path: Path) -> None:
    rows = [
        {"Furthest stage" if name == "Stage" else name: said for name, said in row.items()}
        for row in ROWS
        if row["Stage"] == "Offer"
    ]
    found = counts(text(tmp_path, rows))
    assert {campaign: each.layout for campaign, each in found.items()} == dict.fromkeys(
        ["LE25", "Été 24"], FURTHEST_STAGE
    )


def test_a_contradiction_of_one_campaign_is_told_of_it_alone(tmp_path: Path) -> None:
    rows = [{**ROWS[0], "Outcome": "Failed"}, *ROWS[1:]]
    found = counts(text(tmp_path, rows))
    [fault] = found["LE25"].contradictions
    assert str(fault) == (
        "rows.csv, campaign LE25, column Outcome: 1 candidate failed Application but went on to a "
        "later stage"
    )
    assert found["Été 24"].contradictions == ()


def reasons(folder: Path, rows: Sequence[Row]) -> dict[str, str]:
    """Return the campaigns that are not settled by counting rows, and why."""
    with opened(located(parquet(folder, rows)), None) as source:
        engine = DuckdbRows(source)
        columns = stage_columns(engine.headings, default_mapping(), None, engine.called)
        engine.take(columns)
        found = National("rows", columns, default_mapping()).campaigns(engine, lambda _: None)
        return {each.campaign: each.why for each in found if isinstance(each, Unsettled)}


def _counted(rows: Sequence[Row]) -> dict[str | None, Counts]:
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = counts(parquet(Path(folder), rows), layout="candidates-per-stage")
        except DataError:
            # Rows of drafts, or of stages that nobody has entered yet, are nobody.
            return {}
    return {
        campaign: {key: number for key, number in people(own).items() if key[2] != "ethnic_group"}
        for campaign, own in found.items()
    }


def _steady(rows: Sequence[Row]) -> list[Row]:
    last = {row["Candidate ID"]: row["Sexual orientation"] for row in rows}
    return [{**row, "Sexual orientation": last[row["Candidate ID"]]} for row in rows]
