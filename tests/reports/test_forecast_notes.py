import datetime as dt

import polars as pl

from reports import forecast_notes
from reports.columns import columns_of
from reports.layouts import LAYOUTS
from tests.reports.forecasts import BAME, found

COUNTED = BAME | {
    "unit": "Force",
    "people_low": 182,
    "people_high": 182,
    "counted_at": dt.date(2020, 5, 31),
    "area": "County",
    "benchmark_as_at": dt.date(2020, 6, 15),
    "benchmark_quality": None,
    "leaving_rate": 0.03,
    "others_leaving_rate": 0.05,
    "final_out_of": 4421.5,
}
ROWS = pl.DataFrame([COUNTED])


def test_the_published_forecast_names_its_assumptions() -> None:
    notes = found().notes
    assert notes[0].startswith("Not a prediction but what follows if rates stay as they are")
    assert notes[3:] == (
        (
            "The target of BAME people (25%, latest estimate) and women (50.5%) is the share of "
            "Leicester, Leicestershire and Rutland on 15 June 2020."
        ),
        (
            "Intervals hold 95% of 300 simulated futures (seed 2020). Each draws its rates once, "
            "as likely as the counts make them (Jeffreys), and every year who leaves and joins "
            "(binomial); what is assumed is fixed. A future arrives when it first ends a year at "
            "the target, and may fall back; beyond is after more than 50 years, or never."
        ),
        (
            "Police officer: leaving rates are leavers of 2019-20 per head and year, with the "
            "people of 31 May 2020 taken for the mean of the period."
        ),
        (
            "Police officer: no headcount is known for 31 May 2020; the nearest, 2,271 on 1 "
            "January 2021, stands for it (--headcount gives another)."
        ),
        (
            "Published shares are rounded: 171 to 193 BAME people and 716 to 738 women print as "
            "them, each number taken to be as likely."
        ),
        "Not stated by ethnicity (24 joiners, 4 leavers) counts among everybody else.",
        (
            "Police officer: at 241 joiners a year 2,271 people become about 4,422 to 4,617 by "
            "2070; --intake leavers keeps the number constant."
        ),
        (
            "Not forecast for want of joiners and leavers: PCSO (BAME, Female, LGBT+ and "
            "Disabled); Police officer (LGBT+ and Disabled); Police staff (BAME, Female, LGBT+ "
            "and Disabled); Special constable (BAME, Female, LGBT+ and Disabled); Volunteer "
            "(BAME, Female, LGBT+ and Disabled); Employee (BAME and Female)."
        ),
    )


def test_people_that_were_counted_are_said_plainly() -> None:
    assert list(forecast_notes.on_people(ROWS))[1:] == [
        "Police officer: 2,271 people on 31 May 2020."
    ]


def test_no_joiner_share_needs_no_caution_about_it() -> None:
    none = ROWS.with_columns(joiner_share_needed_pct=pl.lit(None, pl.Float64))
    assert len(list(forecast_notes.on_method(none))) == 2


def test_what_is_assumed_stands_beside_the_record() -> None:
    assumed = pl.DataFrame(
        [
            COUNTED
            | {"joiner_share_assumed": True, "joiner_share_pct": 25.0, "intake": None}
            | {"leaving_rate": 0.04}
        ],
        schema=ROWS.schema,
    )
    assert list(forecast_notes.on_what_if(assumed, ROWS)) == [
        (
            "Assumed for BAME people: 25.00% of joiners (recorded: 9.54%), a leaving rate of 4.00% "
            "a year (recorded: 3.00%) and as many joiners as leavers (recorded: 241)."
        )
    ]
    assert list(forecast_notes.on_what_if(ROWS, ROWS)) == []


def test_without_a_record_what_is_assumed_stands_alone() -> None:
    assert list(forecast_notes.on_what_if(ROWS, ROWS.clear())) == [
        (
            "Assumed for BAME people: a leaving rate of 3.00% a year, a leaving rate of everybody "
            "else of 5.00% a year and 241 joiners a year."
        )
    ]


def test_every_column_has_a_heading_and_every_layout_its_columns() -> None:
    known = columns_of("forecast")
    for table in found(joiner_shares={"BAME": 0.25}).tables.values():
        assert set(table.columns) <= set(known)
    for layout in LAYOUTS["forecast"]:
        assert set(layout.columns) <= set(known)
