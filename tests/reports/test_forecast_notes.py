import datetime as dt

import polars as pl

from reports import forecast_notes
from reports.columns import columns_of
from reports.layouts import LAYOUTS
from tests.reports.forecasts import BAME, found

COUNTED = BAME | {
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
            "(binomial); what is assumed is fixed. The years to the target are those in which the "
            "median of the futures and the ends of their interval first stand at or above it; "
            "beyond is after more than 50 years, or never."
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


def test_units_are_named_where_there_are_several_and_the_first_of_many() -> None:
    many = pl.DataFrame([COUNTED | {"unit": f"Force {number}"} for number in range(6)])
    assert list(forecast_notes.on_people(many))[1:] == [
        "Force 0, Police officer: 2,271 people on 31 May 2020.",
        "Force 1, Police officer: 2,271 people on 31 May 2020.",
        "Force 2, Police officer: 2,271 people on 31 May 2020.",
        "Force 3, Police officer: 2,271 people on 31 May 2020.",
        "The same holds, each with its own figures, for 2 more in the tables.",
    ]
    assert next(iter(forecast_notes.on_intake(many))).startswith("Force 0, Police officer: at 241")


def test_groups_of_several_units_are_told_apart() -> None:
    both = pl.DataFrame([COUNTED | {"people_low": 171}, COUNTED | {"unit": "Town"}])
    assert list(forecast_notes.on_people(both))[-1] == (
        "Published shares are rounded: 171 to 182 BAME people (Force, Police officer) print as "
        "them, each number taken to be as likely."
    )
    assumed = both.with_columns(leaving_rate=pl.lit(0.04))
    assert list(forecast_notes.on_what_if(assumed, both))[1] == (
        "Assumed for BAME people (Town, Police officer): a leaving rate of 4.00% a year (recorded: "
        "3.00%)."
    )


def test_a_period_under_a_year_is_warned_of() -> None:
    short = ROWS.with_columns(
        period=pl.lit("2020-04-01 to 2020-04-30"), period_years=pl.lit(30 / 365.25)
    )
    assert list(forecast_notes.on_people(short))[1] == (
        "Police officer: 2020-04-01 to 2020-04-30 is under a year (30 days); its joiners and "
        "leavers are taken to go on all year round, which the season and so few people may belie."
    )


def test_a_horizon_of_one_year_is_one_year() -> None:
    said = next(iter(forecast_notes.on_simulation(ROWS.with_columns(years=pl.lit(1)), 2020)))
    assert said.endswith("beyond is after more than 1 year, or never.")


def test_many_roles_without_figures_are_counted() -> None:
    missing = [(f"Force {number}, PC", "BAME", "joiners and leavers") for number in range(9)]
    assert list(forecast_notes.on_missing(missing)) == [
        (
            "Not forecast for want of joiners and leavers: Force 0, PC (BAME); Force 1, PC (BAME); "
            "Force 2, PC (BAME); Force 3, PC (BAME); Force 4, PC (BAME); Force 5, PC (BAME); and 3 "
            "more."
        )
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


def test_every_table_is_split_by_unit_and_names_it() -> None:
    for layout in LAYOUTS["forecast"]:
        assert layout.split_by[:2] == ("unit", "role")
        assert layout.caption.startswith("{unit}, {role}")


def test_every_column_has_a_heading_and_every_layout_its_columns() -> None:
    known = columns_of("forecast")
    for table in found(joiner_shares={"BAME": 0.25}).tables.values():
        assert set(table.columns) <= set(known)
    for layout in LAYOUTS["forecast"]:
        assert set(layout.columns) <= set(known)
