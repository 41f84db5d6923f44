"""Counts that are not kept yet are told in the words in which they will be told once they are."""

import datetime as dt
from dataclasses import replace
from typing import Any

import duckdb
import polars as pl
import pytest

import queries
from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.mapping.mapping import Category, Characteristic
from recruitment.studies.check import check
from recruitment.studies.check_counts import CountFinding, check_campaigns, check_rows
from recruitment.warehouse.records import Campaign

SEX = Characteristic("sex", (Category("Female", "group"), Category("Male", "comparator")), {})
UNKNOWN = Campaign("X", "X", *(None,) * 6, "made up")
EVERYBODY = Characteristic("all", (Category("All", "part"),), {})


def published(con: duckdb.DuckDBPyConnection, code: str) -> CampaignCounts:
    """Return a published campaign as it would be read."""
    counts = queries.all_stage_counts(con, campaigns=[code], corrected=False)
    names = counts.select("characteristic", "category", "kind").unique(maintain_order=True)
    characteristics = tuple(
        Characteristic(
            str(name), tuple(Category(*row) for row in own.select("category", "kind").rows()), {}
        )
        for (name,), own in names.group_by(["characteristic"], maintain_order=True)
    )
    return CampaignCounts(
        layout="monitoring table",
        campaign=code,
        stages=tuple(counts.sort("stage_order")["stage"].unique(maintain_order=True)),
        characteristics=characteristics,
        counts=counts.select("stage", "outcome", "characteristic", "category", "candidates"),
        totals=queries.printed_totals(con, campaigns=[code]).drop("campaign"),
        printed=queries.printed_percentages(con, campaigns=[code]).drop("campaign"),
        rows_read=1,
    )


def check_one(counts: CampaignCounts, code: str, **known: Any) -> list[CountFinding]:
    """Return what is found in one campaign of this code."""
    about = replace(UNKNOWN, campaign=code, title=code, **known)
    return check_campaigns([(about, counts)])[code]


@pytest.mark.parametrize("code", ["LE19", "LE19a", "PCDA", "DHEP"])
def test_what_is_found_before_it_is_kept_is_what_is_found_after(
    con: duckdb.DuckDBPyConnection, code: str
) -> None:
    before = check_one(published(con, code), code)
    after = check(con, campaigns=[code]).tables["findings"]
    columns = ("check", "finding", "contradiction")
    told = [(each.check, each.finding, each.contradiction) for each in before]
    assert told == after.select(columns).rows()


@pytest.mark.parametrize("code", ["LE19", "LE19a", "PCDA", "DHEP"])
def test_no_two_findings_of_a_campaign_are_the_same(
    con: duckdb.DuckDBPyConnection, code: str
) -> None:
    found = check_one(published(con, code), code)
    assert len({each.identity for each in found}) == len({each.finding for each in found})


def test_a_finding_names_where_it_is_printed_or_else_the_campaign(
    con: duckdb.DuckDBPyConnection,
) -> None:
    places = {each.check: each.place for each in check_one(published(con, "LE19"), "X1")}
    assert places == {
        "outcomes": "X1",
        "percentages": "panel-2020-06, paragraph 8, second table",
    }


def test_dates_and_applications_are_checked_as_they_are_given(
    con: duckdb.DuckDBPyConnection,
) -> None:
    april, may = dt.date(2025, 4, 1), dt.date(2025, 5, 1)
    found = check_one(
        published(con, "PCDA"), "P", opened=may, closed=april, submitted=240, withdrawn=69
    )
    contradictions = [each.finding for each in found if each.contradiction]
    assert contradictions == [
        "The campaign opened on 1 May 2025, but closed on 1 April 2025",
        "Application: 240 applications submitted less 69 withdrawn leave 171, but 170 entered",
    ]


def test_details_are_checked_with_what_they_refine(con: duckdb.DuckDBPyConnection) -> None:
    counts = published(con, "DHEP")
    detail = Characteristic("sex in detail", SEX.categories, {}, refines="sex")
    rows = counts.counts.filter(characteristic="sex", category="Female").with_columns(
        characteristic=pl.lit("sex in detail"), candidates=pl.col("candidates") + 1
    )
    more = CampaignCounts(
        layout=counts.layout,
        campaign=None,
        stages=counts.stages,
        characteristics=(*counts.characteristics, detail),
        counts=pl.concat([counts.counts, rows]),
        totals=counts.totals,
        printed=counts.printed.head(0),
        rows_read=1,
    )
    assert [each.finding for each in check_one(more, "D")] == [
        "Application: by sex in detail 260 women entered, but by sex it is 259"
    ]


def test_rows_of_the_workforce_are_checked_alone() -> None:
    whole = {"unit": "Force", "as_at": dt.date(2025, 4, 1), "role": "Officer", "source": "HR"}
    rows = pl.DataFrame(
        [
            {**whole, "characteristic": "sex", "category": name, "headcount": 5, "share_pct": pct}
            for name, pct in (("Female", 60.0), ("Male", 45.0))
        ]
    )
    [found] = check_rows("workforce", rows, [SEX])
    assert (found.check, found.place) == ("shares", "Force, Officer")
    assert found.finding == "1 April 2025: the shares by sex make 105%"


def test_the_workforce_is_the_same_people_whatever_it_is_counted_by() -> None:
    whole = {"unit": "Force", "as_at": dt.date(2025, 4, 1), "role": "Officer", "source": "HR"}
    counted = {("sex", "Male"): 60, ("sex", "Female"): 40, ("all", "All"): 120}
    rows = pl.DataFrame(
        [
            {**whole, "characteristic": by, "category": category, "headcount": people}
            for (by, category), people in counted.items()
        ]
    ).with_columns(share_pct=pl.lit(None, pl.Float64))
    [found] = check_rows("workforce", rows, [SEX, EVERYBODY])
    assert (found.check, found.place, found.contradiction) == ("totals", "Force, Officer", True)
    assert found.finding == "1 April 2025: there are 120 in all and 100 by sex"


def test_movements_are_checked_against_each_other() -> None:
    year = {"period_start": dt.date(2024, 4, 1), "period_end": dt.date(2025, 3, 31)}
    row = {"unit": "Force", "role": "Officer", **year, "direction": "left", "source": "HR"}
    rows = pl.DataFrame(
        [
            {**row, "characteristic": "sex", "category": "Female", "people": 5},
            {**row, "characteristic": "all", "category": "All", "people": 4},
        ]
    )
    [found] = check_rows("movements", rows, [SEX, EVERYBODY])
    assert found.finding == "2024-25, left: there are 4 in all and 5 by sex"
