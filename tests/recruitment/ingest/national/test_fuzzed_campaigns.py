"""Whatever the rows say, campaigns together are counted as each is alone: hostile texts, both ways.

Alone, a campaign is an export of its own; together, they are counted by the rows, or told why not.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from recruitment.errors import DataError
from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.candidates import count_candidates
from recruitment.ingest.candidates.meanings import DRAFTS_ALONE
from recruitment.ingest.candidates.ways import NOBODY
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.national.campaigns import PEOPLE
from tests.recruitment.ingest.candidates.made import Row
from tests.recruitment.ingest.national.made import Written, counts, frame, parquet, text

REFUSED, EMPTY = "refused", "empty"
Told = tuple[object, ...] | str
KEYS = ("1", "2", "3", "01", " 2", "2\u00a0", "C9", "c9", "C\u00ad9", "Zo\u00eb", "x+y")
ODD_KEYS = ("", " ", "1.00E+05", "Zoe\u0308", "a\u202eb", "9\u200b", "x\ufffd", "a b", "\u0663")
STAGES = ("Application", "Offer", "assessment centre", " Application ", "OFFER", "Offer\u00a0")
OUTCOMES = ("Passed", "Failed", "passed ", "On hold", "Withdrew", "", "Unsuccessful", "PASSED")
LEFT_OUT = ("Draft", "Not started", " draft")
ORIGINS = ("Indian", "White", "", "Prefer not to say", "indian ", "Irish", "White British", "Asian")
SEXES = ("F", "Male", "", "female", " M ", "Prefer not to say", "F\u200b")
UNKNOWN = ("Zephyrian", "n/a", "?", "\u0000", "F\u202e", "-1")


def _mostly(usual: Sequence[str], odd: Sequence[str]) -> st.SearchStrategy[str]:
    # One row in so many is odd: else nothing but refusals would be compared.
    return st.integers(0, 149).flatmap(lambda n: st.sampled_from(odd if n == 0 else usual))


ROW = st.fixed_dictionaries(
    {
        "Campaign": st.sampled_from(["A", "B", "B", "\u00c9t\u00e9 24"]),
        "Candidate ID": _mostly(KEYS, ODD_KEYS),
        "Person ID": st.sampled_from(["p1", "p2", ""]),
        "Stage": _mostly(STAGES, UNKNOWN),
        "Outcome": _mostly(OUTCOMES + LEFT_OUT, UNKNOWN),
        "Ethnicity": _mostly(ORIGINS, UNKNOWN),
        "Sex": _mostly(SEXES, UNKNOWN),
    }
)
DROPPED = st.sets(st.sampled_from(["Person ID", "Outcome", "Ethnicity"]))
# Candidates whose rows follow each other as they should are settled by counting rows.
STEADY = st.lists(
    st.tuples(
        st.sampled_from(["A", "B"]),
        st.sampled_from(["Passed", "Failed", "On hold", "Withdrew", ""]),
        st.sampled_from(ORIGINS),
        st.sampled_from(SEXES),
        st.sampled_from(["Draft", "Not started", "Passed", "Failed"]),
        st.integers(1, 3),
    ),
    max_size=25,
)
SLOW = settings(max_examples=20)


@SLOW
@given(st.lists(ROW, min_size=1, max_size=20), DROPPED, st.sampled_from([parquet, text]))
def test_hostile_rows_are_counted_as_those_of_each_campaign_alone(
    rows: list[Row], dropped: set[str], written: Written
) -> None:
    kept = [{name: said for name, said in row.items() if name not in dropped} for row in rows]
    _check_alike([row | _plain_if_left_out(row) for row in kept], written)


@SLOW
@given(STEADY, st.lists(ROW, max_size=1), st.sampled_from(["candidates-per-stage", None]))
def test_steady_rows_are_counted_as_those_of_each_campaign_alone(
    people: list[tuple[str, str, str, str, str, int]], odd: list[Row], layout: str | None
) -> None:
    rows: list[Row] = []
    for number, (campaign, last, origin, sex, other, stages) in enumerate(people):
        own = {"Campaign": campaign, "Candidate ID": f"k{number}", "Ethnicity": origin, "Sex": sex}
        for place, stage in enumerate(("Application", "Assessment centre", "Offer")[:stages]):
            outcome = "Passed" if place < stages - 1 else last
            # Now and then a row that is no application, or contradicts the one before.
            rows.append({**own, "Stage": stage, "Outcome": other if number % 9 == 8 else outcome})
    for row in odd:
        own = {name: said for name, said in row.items() if name != "Person ID"}
        rows.append(own | _plain_if_left_out(row))
    if rows:
        _check_alike(rows, parquet, layout)


def _plain_if_left_out(row: Row) -> Row:
    # Together, nobody looks at the keys of rows that are no application: they count nowhere.
    return {"Candidate ID": "1"} if row.get("Outcome") in LEFT_OUT else {}


def _check_alike(rows: Sequence[Row], written: Written, layout: str | None = None) -> None:
    alone = {
        campaign: _alone([row for row in rows if row["Campaign"] == campaign], layout)
        for campaign in sorted({row["Campaign"] for row in rows})
    }
    counted = {campaign: told for campaign, told in alone.items() if told != EMPTY}
    refused = REFUSED in counted.values() or not counted
    assert _together(rows, written, layout) == (REFUSED if refused else counted)


def _alone(rows: Sequence[Row], layout: str | None) -> Told:
    own = [{name: said for name, said in row.items() if name != "Campaign"} for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.parquet"
        frame(own).write_parquet(path)
        try:
            return _told(count_candidates(path, default_mapping(), layout=layout))
        except DataError as error:
            return EMPTY if any(each in str(error) for each in (DRAFTS_ALONE, NOBODY)) else REFUSED


def _together(rows: Sequence[Row], written: Written, layout: str | None) -> dict[str, Told] | str:
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = counts(written(Path(folder), rows), layout=layout)
        except DataError:
            return REFUSED
    return {campaign or "": _told(own) for campaign, own in found.items()}


def _told(own: CampaignCounts) -> Told:
    people = {tuple(key): number for *key, number in own.counts.iter_rows()}
    faults = sorted((each.place.column or "", each.what) for each in own.contradictions)
    # Who has several applications is looked for in an export alone.
    notes = tuple(each for each in own.notes if each != PEOPLE and "applications" not in each)
    return own.layout, own.stages, own.characteristics, own.rows_read, people, faults, notes
