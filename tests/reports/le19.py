"""Findings to draw: LE19 as paragraph 8 of the panel report of 15 June 2020 prints it."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from reports.findings import Findings

STAGES = {
    "Application": 546,
    "Telephone interview": 409,
    "Face to face interview": 284,
    "Assessment centre": 177,
    "Pre-employment checks": 169,
    "Offer": 72,
}
GROUPS = {
    ("ethnicity", "BAME"): (106, 76, 50, 30, 27, 10),
    ("sex", "Female"): (183, 150, 113, 74, 72, 33),
    ("sexual_orientation", "LGBT+"): (64, 51, 38, 24, 23, 6),
    ("disability", "Disabled"): (24, 16, 9, 6, 5, 2),
}
LAST_SETTLED = "Pre-employment checks"


def stage_rows(
    stages: dict[str, int] | None = None,
    groups: Mapping[tuple[str, str], tuple[int, ...]] | None = None,
    *,
    campaign: str = "LE19",
) -> list[dict[str, Any]]:
    """One row per stage and group; the stages after the assessment centre are provisional."""
    entered = list((stages or STAGES).items())
    return [
        {
            "campaign": campaign,
            "stage": stage,
            "stage_order": order,
            "characteristic": characteristic,
            "group": group,
            "entered": everyone,
            "group_entered": members,
            "not_stated": 0,
            "base": everyone,
            "representation_pct": 100 * members / everyone if everyone else None,
            "change_from_previous_pp": None,
            "change_pp": None,
            "provisional": order > 4,
        }
        for (characteristic, group), counts in (groups or GROUPS).items()
        for order, ((stage, everyone), members) in enumerate(
            zip(entered, counts, strict=True), start=1
        )
    ]


def change_rows(campaign: str = "LE19") -> list[dict[str, Any]]:
    """The change of each group from application to pre-employment checks; figures made up."""
    keys = ("from_group", "from_base", "to_group", "to_base")
    return [
        {
            "campaign": campaign,
            "characteristic": characteristic,
            "group": group,
            "from_stage": "Application",
            "to_stage": LAST_SETTLED,
            **dict(zip(keys, (counts[0], 546, counts[4], 169), strict=True)),
            "change_pp": 100 * counts[4] / 169 - 100 * counts[0] / 546,
            "change_low_pp": -6.94,
            "change_high_pp": 0.5,
            "p_value": 0.5,
            "p_mid": 0.5,
            "p_adjusted": 1.0,
            "reading": "too few people to say.",
        }
        for (characteristic, group), counts in GROUPS.items()
    ]


def findings(
    stages: list[dict[str, Any]] | None = None,
    changes: list[dict[str, Any]] | None = None,
    **texts: Any,
) -> Findings:
    """LE19 unless told otherwise."""
    rows = change_rows() if changes is None else changes
    return Findings(
        **{
            "question": "attrition",
            "title": "Representation by stage: LE19",
            "source": "Panel report, 15 June 2020: paragraph 8",
            "as_at": "2020-06-15",
            "notes": ("Representation is a share of all who entered the stage.",),
            "headline": "No evidence that any group's representation changed",
            **texts,
        },
        tables={
            "stages": pl.DataFrame(stages or stage_rows(), infer_schema_length=None),
            "changes": pl.DataFrame(rows, schema=list(change_rows()[0]), infer_schema_length=None),
        },
    )
