import polars as pl
import pytest

from analytics.leaving_rates import leaving_rates, leaving_rows
from analytics.mean_headcount import Headcounts
from analytics.movement_contradictions import characteristics_apart, impossible, totals_apart
from analytics.movements import joiners_and_leavers, movements_of
from reports import movement_notes, retention_notes
from tests.analytics.moves import (
    BEFORE,
    DECADE,
    LAST,
    PUBLISHED,
    both,
    ethnicity,
    moved,
    table,
    years,
)

PLACE = "Force, PC"


def test_a_total_is_named_with_its_parts() -> None:
    total = table(moved("left", DECADE, {"BAME": 955})).rename({"people": "printed_total"})
    kept = total.drop("category", "kind", "category_order")
    assert list(movement_notes.on_totals(totals_apart(PUBLISHED, kept))) == [
        (
            f"{PLACE}, 2010-20, leavers by ethnicity: 955 is printed as the total, but 77 + 1,109 "
            "+ 29 = 1,215; the parts are used."
        )
    ]


def test_totals_of_two_characteristics_are_named_with_both() -> None:
    rows = table(moved("left", LAST, {"All": 9}), moved("left", LAST, {"Female": 3, "Male": 5}))
    assert list(movement_notes.on_characteristics_apart(characteristics_apart(rows))) == [
        (
            f"{PLACE}, 2019-20: the leavers are 9 by everybody and 8 by sex; each is used for its "
            "own characteristic."
        )
    ]


def test_a_derived_period_is_named_once_for_all_groups() -> None:
    rows = table(
        both(DECADE, ethnicity(5, 50, 0), ethnicity(6, 60, 0)),
        both(LAST, ethnicity(1, 9, 0), ethnicity(1, 9, 0)),
        both(DECADE, {"Female": 9, "Male": 9}, {"Female": 9, "Male": 9}),
        both(LAST, {"Female": 1, "Male": 1}, {"Female": 1, "Male": 1}),
    )
    movements = movements_of(rows)
    assert list(movement_notes.on_derived(movements, joiners_and_leavers(movements))) == [
        "2010-19 is not recorded: it is 2010-20 less 2019-20."
    ]


def test_periods_added_up_are_named() -> None:
    rows = table(
        both(BEFORE, ethnicity(5, 50, 0), ethnicity(6, 60, 0)),
        both(LAST, ethnicity(1, 9, 0), ethnicity(1, 9, 0)),
    )
    movements = movements_of(rows)
    shown = joiners_and_leavers(movements, [DECADE])
    assert list(movement_notes.on_derived(movements, shown)) == [
        "2010-20 is not recorded: it is 2010-19 and 2019-20."
    ]


def test_a_period_in_the_middle_of_another_is_named_as_inseparable() -> None:
    counts = ethnicity(1, 2, 0)
    rows = table(both(DECADE, counts, counts), both(years(2014, 2016), counts, counts))
    assert list(movement_notes.on_overlaps(movements_of(rows), ())) == [
        (
            f"{PLACE}: 2010-20 and 2014-16 overlap and no other period takes them apart, so they "
            "are not compared with each other."
        )
    ]


def test_joiners_without_leavers_are_named() -> None:
    rows = table(moved("joined", LAST, ethnicity(1, 2, 0)))
    assert list(movement_notes.on_one_direction(movements_of(rows), ())) == [
        (
            f"{PLACE}, ethnicity: only joiners are recorded for 2019-20, no leavers, so the two "
            "are not compared."
        )
    ]


def test_contradictions_between_periods_are_named() -> None:
    rows = table(
        moved("left", DECADE, ethnicity(5, 50, 0)), moved("left", LAST, ethnicity(6, 9, 0))
    )
    assert list(movement_notes.on_impossible(list(impossible(movements_of(rows))))) == [
        (
            f"{PLACE}, BAME people who left: 2010-20 less 2019-20 gives -1 in 2010-19, which "
            "cannot be; that period is left out."
        )
    ]


def test_a_missing_headcount_is_named_with_what_to_do() -> None:
    movements = movements_of(PUBLISHED)
    rows = joiners_and_leavers(movements)
    known = leaving_rows(movements, Headcounts({}, {"BAME": 180}), [DECADE])
    assert list(retention_notes.on_missing_headcounts(rows, known)) == [
        (
            f"{PLACE}: no headcount of BAME covers 2010-19 and 2019-20, so there is no leaving "
            "rate; --headcount GROUP=N gives the mean in one --period."
        )
    ]


@pytest.mark.parametrize(
    ("given", "tested"),
    [
        ({"BAME": 180.0}, "."),
        (
            {"BAME": 180.0, "White": 1950.0},
            ", compared by the exact conditional test (Holm over 1 comparison shown).",
        ),
    ],
)
def test_a_rate_says_whether_it_is_compared(given: dict[str, float], tested: str) -> None:
    found = leaving_rows(movements_of(PUBLISHED), Headcounts({}, given), [LAST])
    [note] = retention_notes.on_rates(leaving_rates(found), 0.95)
    assert note == (
        "A leaving rate is leavers over mean headcount and years, with Byar's 95% confidence "
        f"interval{tested}"
    )


def test_nothing_to_say_gives_no_note() -> None:
    nothing = pl.DataFrame()
    assert not list(retention_notes.on_measures(nothing, "include"))
    assert not list(retention_notes.on_tests(nothing, 0.95))
    assert not list(retention_notes.on_changes(nothing))
    assert not list(retention_notes.on_rates(nothing, 0.95))
    assert not list(retention_notes.on_reasons(nothing, ()))
