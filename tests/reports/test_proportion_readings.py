from typing import Any

import polars as pl
import pytest

from reports.proportion_headline import proportion_headline
from reports.proportion_readings import (
    benchmark_words,
    counts,
    proportion_reading,
    short_reading,
    who,
)

LLR = "Leicester, Leicestershire and Rutland"


def row(**values: Any) -> dict[str, Any]:
    """One share beside its benchmark, of which there is evidence that it is under it."""
    return {
        "population": "C1: Sift",
        "campaign": "C1",
        "stage": "Sift",
        "unit": None,
        "role": None,
        "characteristic": "sex",
        "group": "Female",
        "people_low": 10,
        "people": 10,
        "people_high": 10,
        "out_of": 100,
        "representation_pct": 10.0,
        "area": LLR,
        "benchmark_pct": 50.5,
        "gap_pp": -40.5,
        "p_value": 0.001,
        "p_adjusted": 0.004,
        "detectable_under_pp": 14.04,
        "detectable_over_pp": 13.96,
        "detectable_gap_pp": 13.96,
        "fits": True,
        **values,
    }


UNSURE = {"p_value": 0.4, "p_adjusted": 1.0}
UNTESTED = dict.fromkeys(
    ("people_low", "people", "people_high", "out_of", "p_value", "p_adjusted", "detectable_gap_pp")
)


@pytest.mark.parametrize(
    ("values", "reading"),
    [
        (
            {},
            (
                "evidence of under-representation: 10% (10 of 100) against 50.5%, -40.50 "
                "percentage points, adjusted p 0.0040."
            ),
        ),
        (
            {"people_low": 9, "people_high": 11},
            (
                "evidence of under-representation: 10% (9 to 11 of 100, as printed) against 50.5%, "
                "-40.50 percentage points, adjusted p 0.0040."
            ),
        ),
        (
            {"gap_pp": 5.0, "benchmark_pct": 5.0},
            (
                "evidence of over-representation: 10% (10 of 100) against 5%, +5.00 percentage "
                "points, adjusted p 0.0040."
            ),
        ),
        (
            {"p_adjusted": 0.06},
            (
                "not settled, -40.50 percentage points: evidence by itself (p 0.0010), but not "
                "once the comparisons shown are allowed for (adjusted p 0.0600)."
            ),
        ),
        (
            UNSURE,
            (
                "no evidence of a gap (one under 14.0 points below or 14.0 points above could not "
                "have been seen reliably)."
            ),
        ),
        (
            UNSURE | {"detectable_under_pp": None},
            (
                "no evidence of a gap (any gap below, or one under 14.0 points above, could not "
                "have been seen reliably)."
            ),
        ),
        (
            UNSURE | {"detectable_over_pp": None},
            (
                "no evidence of a gap (any gap above, or one under 14.0 points below, could not "
                "have been seen reliably)."
            ),
        ),
        (UNSURE | {"detectable_gap_pp": None}, "too few people to say (10 of 100)."),
        (UNTESTED, "10% against 50.5%, -40.50 percentage points; not tested: no headcount."),
        (
            UNTESTED | {"representation_pct": None, "gap_pp": None},
            "not compared: there is nobody to count, or no total.",
        ),
    ],
)
def test_a_reading_says_what_the_evidence_carries(values: dict[str, Any], reading: str) -> None:
    assert proportion_reading(row(**values)) == reading


@pytest.mark.parametrize(
    ("values", "reading"),
    [
        ({}, "evidence of under-representation"),
        ({"gap_pp": 1.0}, "evidence of over-representation"),
        ({"p_adjusted": 0.06}, "not settled"),
        (UNSURE, "no evidence of a gap"),
        (UNSURE | {"detectable_gap_pp": None}, "too few people to say"),
        (UNTESTED, "not tested"),
    ],
)
def test_a_verdict_fits_into_a_table(values: dict[str, Any], reading: str) -> None:
    assert short_reading(row(**values)) == reading


def test_people_are_called_by_their_group_or_by_where_they_live() -> None:
    assert who(row()) == "women"
    assert who(row(characteristic="home_area", group="Rutland")) == "people from Rutland"


def test_a_count_of_thousands_is_parted() -> None:
    known = row(people_low=1234, people=1234, people_high=1234, out_of=56789)
    assert counts(known) == "1,234 of 56,789"


@pytest.mark.parametrize(
    ("quality", "words"),
    [
        (None, "27.7%"),
        ("less than", "less than 27.7%"),
        ("almost, less than", "27.7% (almost, less than)"),
    ],
)
def test_a_benchmark_is_worded_as_its_source_does(quality: str | None, words: str) -> None:
    assert benchmark_words(27.7, quality) == words


def _headline(*rows: dict[str, Any]) -> str:
    return proportion_headline(pl.DataFrame(list(rows), infer_schema_length=None))


def test_the_headline_takes_groups_at_the_same_places_together() -> None:
    disabled = {"characteristic": "disability", "group": "Disabled"}
    assert _headline(row(), row(**disabled)) == (
        f"Evidence of under-representation against {LLR}: women and disabled people (C1: Sift)"
    )


def test_the_headline_says_all_stages_in_one_word() -> None:
    offer = {"stage": "Offer", "population": "C1: Offer"}
    assert _headline(row(), row(**offer)).endswith(": women (C1: all 2 stages)")


def test_the_headline_tells_the_two_ways_apart() -> None:
    over = row(group="LGBT+", gap_pp=4.0)
    assert _headline(row(), over) == (
        f"Evidence of under-representation against {LLR}: women (C1: Sift). Evidence of "
        f"over-representation against {LLR}: LGBT+ people (C1: Sift)"
    )


def test_the_headline_of_one_test_without_evidence_gives_its_figures() -> None:
    assert _headline(row(**UNSURE)) == (
        "C1: Sift: no evidence of a gap in the share of women, 10% (10 of 100) against 50.5%"
    )


def test_the_headline_of_several_tests_without_evidence_counts_them() -> None:
    above = row(**UNSURE, group="LGBT+", gap_pp=4.0)
    assert _headline(row(**UNSURE), above) == (
        "No evidence of a gap; below the community's share in 1 of 2 comparisons"
    )


def test_the_headline_says_if_a_gap_is_not_settled() -> None:
    alone = row(p_adjusted=0.06, group="LGBT+")
    assert _headline(row(**UNSURE), alone) == (
        "No evidence of a gap once all comparisons are allowed for; below the community's share in "
        "2 of 2 comparisons"
    )


def test_the_headline_of_shares_alone_says_that_none_was_tested() -> None:
    assert _headline(row(**UNTESTED)) == (
        "Below the community's share in 1 of 1 comparison, none tested: no headcounts"
    )
