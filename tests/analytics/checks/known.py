"""Campaigns to check, with nothing known of them but what a test says."""

import datetime as dt

import polars as pl

from analytics.checks.campaigns import Campaigns, checked_campaigns
from tests.strategies import REFINEMENTS

ABOUT = {
    "campaign": pl.String,
    **dict.fromkeys(("opened", "closed", "as_at"), pl.Date),
    **dict.fromkeys(("submitted", "withdrawn"), pl.Int64),
}
COUNTS = {
    **dict.fromkeys(("campaign", "stage"), pl.String),
    "stage_order": pl.Int32,
    **dict.fromkeys(("outcome", "characteristic", "category", "kind"), pl.String),
    "candidates": pl.Int64,
}
TOTALS = {
    **dict.fromkeys(("campaign", "stage", "outcome"), pl.String),
    "people": pl.Int64,
    "place": pl.String,
}
PERCENTAGES = {
    **dict.fromkeys(
        ("campaign", "label", "stage", "outcome", "characteristic", "category", "printed"),
        pl.String,
    ),
    **dict.fromkeys(("numerator", "denominator"), pl.Int64),
    "place": pl.String,
}
KINDS = {"Female": "group", "BAME": "group", "Disabled": "group", "Not stated": "not stated"}


def known(counts: pl.DataFrame | None = None, **parts: pl.DataFrame) -> Campaigns:
    """Return what is known, nothing where nothing is given."""
    refinements = pl.DataFrame(
        list(REFINEMENTS.items()), ["characteristic", "refines"], orient="row"
    )
    given = {
        "campaigns": pl.DataFrame(schema=ABOUT),
        "totals": pl.DataFrame(schema=TOTALS),
        "percentages": pl.DataFrame(schema=PERCENTAGES),
        "refinements": refinements,
    }
    none = pl.DataFrame(schema=COUNTS)
    return Campaigns(counts=none if counts is None else counts, **(given | parts))


def counted(characteristic: str, rows: dict[str, dict[str, list[int]]]) -> pl.DataFrame:
    """Return counts from people by stage and outcome, a number to each category.

    Two categories are the group and everybody else, three have those who did not state last.
    """
    names = {"sex": ["Female", "Male"], "disability": ["Disabled", "Not disabled"]}[characteristic]
    found = [
        ("C1", stage, order, outcome, characteristic, name, KINDS.get(name, "comparator"), people)
        for order, (stage, outcomes) in enumerate(rows.items(), start=1)
        for outcome, numbers in outcomes.items()
        for name, people in zip([*names, "Not stated"], numbers, strict=False)
    ]
    return pl.DataFrame(found, COUNTS, orient="row")


def told(checked: Campaigns, *columns: str) -> list[tuple[object, ...]]:
    """Return some columns of what was found."""
    return checked_campaigns(checked).findings.select(columns).rows()


def about(**said: dt.date | int) -> pl.DataFrame:
    """Return one campaign of which this is known."""
    return pl.DataFrame([{"campaign": "C1", **said}], ABOUT)
