import datetime as dt
from typing import Any

import polars as pl

from reports import proportion_notes
from tests.reports.test_proportion_readings import UNTESTED, row

DAY = dt.date(2020, 6, 15)
SCHEMA = {
    "as_at": pl.Date,
    "printed_pct": pl.Float64,
    "headcount": pl.Int64,
    "added_up": pl.Int64,
    "everybody": pl.Int64,
    "stated_out_of": pl.Int64,
    "people": pl.Int64,
    "people_low": pl.Int64,
    "people_high": pl.Int64,
    "out_of": pl.Int64,
    "role": pl.String,
    "unit": pl.String,
}
KNOWN = pl.DataFrame(
    {
        "unit": ["U"],
        "role": ["Officer"],
        "as_at": [dt.date(2021, 1, 1)],
        "characteristic": ["all"],
        "headcount": [2271],
    }
)


def _rows(*several: dict[str, Any]) -> pl.DataFrame:
    common = dict.fromkeys(SCHEMA) | {"as_at": DAY}
    return pl.DataFrame([common | each for each in several], schema_overrides=SCHEMA)


def _of_role(**values: Any) -> dict[str, Any]:
    return row(unit="U", role="Officer", campaign=None, stage=None, population="U", **values)


def test_a_missing_headcount_is_offered_as_the_nearest_known() -> None:
    assert list(proportion_notes.on_headcounts(_rows(_of_role(**UNTESTED)), KNOWN)) == [
        (
            "No headcount on 15 June 2020, so no test: Officer (2,271 on 1 January 2021). "
            "--headcount 'Officer=2271' tests with that headcount."
        )
    ]


def test_a_headcount_that_no_date_has_is_asked_for() -> None:
    assert list(proportion_notes.on_headcounts(_rows(_of_role(**UNTESTED)), KNOWN.clear())) == [
        (
            "No headcount on 15 June 2020, so no test: Officer (none known). --headcount "
            "'Officer=N' tests with that headcount."
        )
    ]


def test_a_given_headcount_is_told_and_a_recorded_one_is_not() -> None:
    declared = _rows(_of_role() | {"stated_out_of": 100})
    recorded = _rows(_of_role() | {"stated_out_of": 100, "everybody": 100})
    assert list(proportion_notes.on_headcounts(declared, KNOWN)) == [
        "Officer: the headcount of 100 was given with --headcount."
    ]
    assert list(proportion_notes.on_headcounts(recorded, KNOWN)) == []


def test_several_counts_behind_a_printed_share_are_explained() -> None:
    one = _rows(_of_role() | {"printed_pct": 10.0})
    several = _rows(_of_role(people_low=9, people_high=11) | {"printed_pct": 10.0})
    said = "A share printed without counts, of a known headcount, stands for the counts that round"
    assert list(proportion_notes.on_printed_shares(one)) == [f"{said} to it."]
    assert list(proportion_notes.on_printed_shares(several)) == [
        (
            f"{said} to it; of several the share is shown as printed and the people as a range, "
            "the interval holds for all, and p is the largest of any."
        )
    ]


def test_counts_need_no_explanation() -> None:
    assert list(proportion_notes.on_printed_shares(_rows(row()))) == []


def test_the_number_of_comparisons_is_that_of_the_tests() -> None:
    (note,) = proportion_notes.on_tests(_rows(row(), _of_role(**UNTESTED)), 0.9)
    assert "the 1 comparison shown (Holm); intervals are 90% confidence intervals" in note


def test_nothing_tested_has_no_note_on_tests() -> None:
    assert list(proportion_notes.on_tests(_rows(_of_role(**UNTESTED)), 0.95)) == []


def test_a_printed_share_beside_other_counts_is_named_with_both() -> None:
    both = {"printed_pct": 8.0, "headcount": 100, "everybody": 800}
    assert list(proportion_notes.on_printed_beside_counts(_rows(_of_role() | both))) == [
        (
            "Officer, Female: 8% is printed, but the counts are 12.50% (100 of 800); the counts "
            "are used."
        )
    ]
    agreeing = both | {"headcount": 66}  # 8.25 %
    assert list(proportion_notes.on_printed_beside_counts(_rows(_of_role() | agreeing))) == []
    assert list(proportion_notes.on_printed_shares(_rows(_of_role() | both))) == []


def test_of_several_units_each_is_named() -> None:
    other = _of_role(**UNTESTED) | {"unit": "V", "population": "V"}
    [note] = proportion_notes.on_headcounts(_rows(_of_role(**UNTESTED), other), KNOWN)
    assert note.startswith(
        "No headcount on 15 June 2020, so no test: U, Officer (2,271 on 1 January 2021) and V, "
        "Officer (none known)."
    )
