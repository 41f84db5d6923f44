"""Outcomes and flows of made-up campaigns, a few numbers each."""

import polars as pl

COUNTS = ["passed", "failed", "reference_passed", "reference_failed"]


def pairs(*rows: tuple[str, str, int, tuple[int, int, int, int]]) -> pl.DataFrame:
    """Return rows of ``compared`` from campaign, stage, its order, and passed and failed."""
    return pl.DataFrame(
        [
            {
                "campaign": campaign,
                "stage": stage,
                "stage_order": order,
                "characteristic": "sex",
                "group": "Female",
                "reference": "Male",
                **dict(zip(COUNTS, cells, strict=True)),
            }
            for campaign, stage, order, cells in rows
        ],
        schema_overrides=dict.fromkeys(COUNTS, pl.Int64) | {"stage_order": pl.Int32},
    )


def flow(campaign: str, *stages: tuple[str, int, int, int], withdrawn: int = 0) -> pl.DataFrame:
    """Return a flow from stage, entered, failed and pending, of women and of men alike.

    ``withdrawn`` is how many of each withdraw at every stage.
    """
    rows = [
        {
            "campaign": campaign,
            "stage": stage,
            "stage_order": order,
            "characteristic": "sex",
            "category": category,
            "kind": kind,
            "entered": entered,
            "passed": entered - failed - pending - withdrawn,
            "failed": failed,
            "pending": pending,
            "withdrawn": withdrawn or None,
            "entered_next": entered - failed - pending - withdrawn,
        }
        for order, (stage, entered, failed, pending) in enumerate(stages, start=1)
        for category, kind in (("Female", "group"), ("Male", "comparator"))
    ]
    return pl.DataFrame(rows, schema_overrides={"stage_order": pl.Int32, "withdrawn": pl.Int64})
