from typing import Any

import polars as pl
import pytest

from reports.forecast_readings import (
    forecast_headline,
    forecast_reading,
    with_forecast_readings,
)
from tests.reports.forecasts import ARRIVING, BAME

HALF = "half of the futures are there in 2032, 2.5% in 2029"
NEEDED = (
    "to be there in 2030 takes 32.92% of joiners (9.54%, 23 of 241 in 2019-20): arithmetic, not a "
    "target."
)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {},
            (
                "never at these rates: heading for 15.09% (95% of futures: 6.82% to 22.50%), "
                "target 25%; 0.86% of 10,000 futures are at or above it in 2070"
            ),
        ),
        (
            {"steady_high_pct": 32.2, "reached_pct": 0.0},
            (
                "never at these rates, though such counts do not rule it out: heading for 15.09% "
                "(95% of futures: 6.82% to 32.20%), target 25%; none of 10,000 futures are at or "
                "above it in 2070"
            ),
        ),
        (ARRIVING, f"reaches 25% in about 12 years: {HALF}, 97.5% in 2060"),
        (
            ARRIVING | {"years_high": None},
            f"reaches 25% in about 12 years: {HALF}, 97.5% not within 50 years",
        ),
        (
            ARRIVING | {"years_high": None, "years_low": 0, "years_median": 1, "years": 1},
            (
                "reaches 25% in about 1 year: half of the futures are there in 2021, 2.5% in 2020, "
                "97.5% not within 1 year"
            ),
        ),
        (
            ARRIVING | {"steady_state_pct": 24.0},
            (
                f"reaches 25% in about 12 years: {HALF}, 97.5% in 2060, but heading for 24.00% "
                "(95% of futures: 6.82% to 22.50%)"
            ),
        ),
        (
            {"steady_state_pct": 26.0, "years": 1},
            (
                "not within 1 year at these rates, though heading for 26.00% (95% of futures: "
                "6.82% to 22.50%), target 25%; 0.86% of 10,000 futures are at or above it in 2021"
            ),
        ),
        (
            {"steady_state_pct": None},
            (
                "not within 50 years at these rates, target 25%; 0.86% of 10,000 futures are at or "
                "above it in 2070"
            ),
        ),
        (
            ARRIVING | {"years_median": 0, "target_pct": 5.0, "target_final_pct": 20.5},
            "already there, 8.01% (182 of 2,271) against 5% growing to 20.5%",
        ),
        (
            ARRIVING | {"years_median": 0, "steady_state_pct": 3.0},
            (
                "already there, 8.01% (182 of 2,271) against 25%, but heading for 3.00% (95% of "
                "futures: 6.82% to 22.50%)"
            ),
        ),
    ],
)
def test_the_arrival_says_when_or_never(change: dict[str, Any], said: str) -> None:
    assert forecast_reading(BAME | change) == f"{said}; {NEEDED}"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"joiner_share_needed_pct": None},
            "no share of joiners is enough to be there by 2030 at this intake, not even all.",
        ),
        (
            {"joiner_share_needed_pct": 0.0},
            "it would be there in 2030 even if no BAME people joined.",
        ),
        ({"intake": 0.0}, "nobody joins, so no share of joiners could change it."),
        (
            {"joiner_share_assumed": True, "joiner_share_pct": 25.0},
            (
                "to be there in 2030 takes 32.92% of joiners (25.00% assumed; 23 of 241 in "
                "2019-20): arithmetic, not a target."
            ),
        ),
        ({}, NEEDED),
    ],
)
def test_the_joiner_share_needed_is_arithmetic(change: dict[str, Any], said: str) -> None:
    assert forecast_reading(BAME | change).endswith(f"; {said}")


def test_no_rows_have_no_readings() -> None:
    rows = pl.DataFrame([BAME])
    assert with_forecast_readings(rows.clear())["reading"].to_list() == []


def test_the_headline_says_it_of_every_group() -> None:
    women = BAME | ARRIVING | {"group": "Female"}
    there = women | {"years_median": 0, "group": "Disabled", "role": "PCSO"}
    late = BAME | {"steady_state_pct": 26.0, "group": "LGBT+", "role": "PCSO"}
    rows = pl.DataFrame([BAME, women, there, late])
    assert forecast_headline(rows, what_if=False) == (
        "Police officer: at these rates BAME people never come to 25%, heading for 15.09% (95%: "
        f"6.82% to 22.50%); women come to 25% in about 12 years: {HALF}, 97.5% in 2060. PCSO: at "
        "these rates disabled people are at 25% already; LGBT+ people do not come to 25% within 50 "
        "years"
    )
    assert forecast_headline(rows.head(1), what_if=True).startswith(
        "Police officer: under what is assumed BAME people never come to 25%"
    )


def test_the_headline_says_never_only_where_the_counts_rule_it_out() -> None:
    unsure = pl.DataFrame([BAME | {"steady_high_pct": 25.0}])
    assert forecast_headline(unsure, what_if=False) == (
        "Police officer: at these rates BAME people do not come to 25%, though such counts do not "
        "rule it out, heading for 15.09% (95%: 6.82% to 25.00%)"
    )


def test_the_headline_names_units_and_four_groups_at_most() -> None:
    there = BAME | {"years_median": 0}
    rows = pl.DataFrame([there | {"unit": f"Force {number}"} for number in range(6)])
    assert forecast_headline(rows, what_if=False) == (
        "Force 0, Police officer: at these rates BAME people are at 25% already. Force 1, Police "
        "officer: at these rates BAME people are at 25% already. Force 2, Police officer: at these "
        "rates BAME people are at 25% already. Force 3, Police officer: at these rates BAME people "
        "are at 25% already; and 2 more in the tables"
    )
