from typing import Any

import polars as pl
import pytest

from reports.retention_readings import movement_reading, retention_headline

WOMEN: dict[str, Any] = {
    "unit": "Force",
    "role": "Police officer",
    "period": "2010-20",
    "group": "Female",
    "reference": "Male",
    "joiners": 337,
    "leavers": 285,
    "net_change": 52,
    "reference_joiners": 552,
    "reference_leavers": 930,
    "all_joiners": 889,
    "all_leavers": 1215,
    "share_gap_pp": 14.45,
    "odds_ratio": 0.502,
    "p_value": 0.001,
    "p_adjusted": 0.004,
    "detectable_gap_pp": 5.9,
}
NO_RETENTION = "retention: not known without headcount."


def make_up(**change: Any) -> str:
    return movement_reading(WOMEN | change).split("; make-up: ")[1].partition("; retention")[0]


def numbers(**change: Any) -> str:
    reading = movement_reading(WOMEN | change)
    return reading.removeprefix("numbers: ").partition("; make-up")[0]


def test_numbers_make_up_and_retention_are_kept_apart() -> None:
    assert movement_reading(WOMEN) == (
        "numbers: more joined than left (337 and 285, net +52); make-up: evidence that they are "
        "rarer among leavers than among joiners (women to men, 285 to 930 and 337 to 552; odds "
        f"ratio 0.50, adjusted p 0.0040); {NO_RETENTION}"
    )


def test_retention_is_a_leaving_rate_where_headcount_is_known() -> None:
    known = {"leaving_rate": 0.0285, "mean_headcount": 1000.0, "years": 10.0}
    assert movement_reading(WOMEN | known).endswith(
        "retention: 2.85 in 100 left in a year (285 of a mean of 1,000 over 10 years)."
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"joiners": 75, "leavers": 77, "net_change": -2, "share_gap_pp": 2.1},
            (
                "fewer joined than left (75 and 77, net -2), although they are a larger share of "
                "joiners than of leavers: of everybody, 889 joined and 1,215 left"
            ),
        ),
        (
            {"joiners": 9, "leavers": 8, "net_change": 1, "share_gap_pp": -2.0},
            (
                "more joined than left (9 and 8, net +1), although they are a larger share of "
                "leavers than of joiners: of everybody, 889 joined and 1,215 left"
            ),
        ),
        (
            {"joiners": 5, "leavers": 5, "net_change": 0},
            "as many joined as left (5 and 5, net 0)",
        ),
        (
            {"joiners": 0, "leavers": 0, "net_change": 0, "share_gap_pp": None},
            "nobody joined or left",
        ),
    ],
)
def test_a_larger_share_is_not_taken_for_a_larger_number(change: dict[str, Any], said: str) -> None:
    assert numbers(**change) == said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"leavers": 900},
            (
                "evidence that they are more common among leavers than among joiners (women to "
                "men, 900 to 930 and 337 to 552; odds ratio 0.50, adjusted p 0.0040)"
            ),
        ),
        (
            {"p_adjusted": 0.09},
            (
                "not settled, rarer among leavers than among joiners: evidence by itself (p "
                "0.0010), but not once the comparisons shown are allowed for (adjusted p 0.0900)"
            ),
        ),
        (
            {"p_value": 0.5, "p_adjusted": 1.0},
            (
                "no evidence that leavers differ from joiners (a gap under 5.9 points could not "
                "have been seen reliably)"
            ),
        ),
        (
            {"p_value": 0.5, "p_adjusted": 1.0, "detectable_gap_pp": None},
            "too few people to say (622 in all)",
        ),
        (
            {"p_adjusted": None, "joiners": 0, "reference_joiners": 0},
            "not tested, nobody joined who stated an answer",
        ),
        (
            {"p_adjusted": None, "leavers": 0, "reference_leavers": 0},
            "not tested, nobody left who stated an answer",
        ),
        (
            {"p_adjusted": None, "joiners": 0, "leavers": 0},
            "not tested, no women joined or left",
        ),
        (
            {"p_adjusted": None, "reference_joiners": 0, "reference_leavers": 0},
            "not tested, nobody else who stated an answer joined or left",
        ),
    ],
)
def test_the_make_up_says_no_more_than_the_evidence(change: dict[str, Any], said: str) -> None:
    assert make_up(**change) == said


def test_the_headline_says_what_is_recorded() -> None:
    nothing = pl.DataFrame({"unit": [], "role": []})
    assert retention_headline(nothing, nothing) == (
        "Joiners and leavers are not recorded for the same period"
    )


def test_the_headline_has_the_longest_period_of_each_role_and_counts_the_rest() -> None:
    rows = pl.DataFrame(
        [
            WOMEN | {"role": f"Role {number}", "period_start": start, "period_end": end}
            for number in range(5)
            for start, end in ((0, 9), (9, 10))
        ]
    )
    short = pl.col("period_start") == 9
    named = rows.with_columns(period=pl.when(short).then(pl.lit("2019-20")).otherwise("period"))
    assert retention_headline(named, rows.clear()) == (
        "Role 0, 2010-20: 337 women joined and 285 left (net +52). Role 1, 2010-20: 337 women "
        "joined and 285 left (net +52). Role 2, 2010-20: 337 women joined and 285 left (net +52). "
        "Role 3, 2010-20: 337 women joined and 285 left (net +52); and 1 more in the tables"
    )


def test_of_several_units_the_headline_names_each() -> None:
    rows = pl.DataFrame(
        [
            WOMEN | {"unit": unit, "joiners": joiners, "period_start": 0, "period_end": 9}
            for unit, joiners in (("North", 1), ("South", 2))
        ]
    )
    assert [each.partition(", ")[0] for each in retention_headline(rows, rows).split(". ")] == [
        "North",
        "South",
    ]
    assert "1 woman joined" in retention_headline(rows, rows)
