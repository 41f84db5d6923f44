"""Campaigns made by hypothesis: people enter, and at each stage fail, wait, withdraw or go on."""

import polars as pl
from hypothesis import strategies as st

CATEGORIES = {"BAME": "group", "White": "comparator", "Not stated": "not stated"}


@st.composite
def flows(draw: st.DrawFn, *, min_stages: int = 1, max_stages: int = 5) -> pl.DataFrame:
    """Return the rows that ``queries.stage_flow`` would give for one consistent campaign."""
    stages = draw(st.integers(min_stages, max_stages))
    rows = [row for name in CATEGORIES for row in _journey(draw, name, stages)]
    people = ["entered", "passed", "failed", "pending", "withdrawn", "entered_next"]
    typed = pl.DataFrame(rows, schema_overrides=dict.fromkeys(people, pl.Int64))
    return typed.sort("stage_order", maintain_order=True)


def _journey(draw: st.DrawFn, category: str, stages: int) -> list[dict[str, object]]:
    entered = draw(st.integers(0, 400))
    rows = []
    for order in range(1, stages + 1):
        failed = draw(st.integers(0, entered))
        pending = draw(st.integers(0, entered - failed))
        withdrawn = draw(st.integers(0, entered - failed - pending))
        passed = entered - failed - pending - withdrawn
        last = order == stages
        rows.append(
            {
                "campaign": "C1",
                "stage": f"Stage {order}",
                "stage_order": order,
                "characteristic": "ethnicity",
                "category": category,
                "kind": CATEGORIES[category],
                "entered": entered,
                "passed": None if last else passed,
                "failed": None if last else failed,
                "pending": None if last else pending,
                "withdrawn": None if last else withdrawn,
                "entered_next": None if last else passed,
            }
        )
        entered = passed
    return rows


# Details of ethnicity, with the published category that each belongs to.
DETAILS = {"Indian": "BAME", "Roma": "BAME", "Irish": "White", "Not stated": "Not stated"}
SEXES = {"Female": "group", "Male": "comparator", "Not stated": "not stated"}
REFINEMENTS = {"ethnic_group": "ethnicity", "ethnicity,sex": "ethnicity,sex"}


@st.composite
def stage_counts(draw: st.DrawFn, *, min_stages: int = 1, max_stages: int = 4) -> pl.DataFrame:
    """Return the counts of one consistent campaign by ethnicity, sex, and in more detail.

    In the columns of ``queries.all_stage_counts``: whoever is counted by one characteristic is
    counted by all of them.
    """
    stages = draw(st.integers(min_stages, max_stages))
    cells = [
        {**row, **labels}
        for detail in DETAILS
        for sex in SEXES
        for labels in [_labels(detail, sex)]
        for row in _outcomes(draw, stages)
    ]
    frame = pl.DataFrame(cells)
    return pl.concat([_margin(frame, name) for name in ("ethnicity", "sex", *REFINEMENTS)])


def _labels(detail: str, sex: str) -> dict[str, str]:
    """Return the category and the kind that one cell is in, by characteristic."""
    ethnicity = DETAILS[detail]
    kinds = {CATEGORIES[ethnicity], SEXES[sex]}
    crossed = next(kind for kind in ("not stated", "group", "comparator") if kind in kinds)
    return {
        "ethnicity": ethnicity,
        "ethnicity kind": CATEGORIES[ethnicity],
        "ethnic_group": detail,
        "ethnic_group kind": CATEGORIES[ethnicity],
        "sex": sex,
        "sex kind": SEXES[sex],
        "ethnicity,sex": "Not stated" if crossed == "not stated" else f"{ethnicity}, {sex}",
        "ethnicity,sex kind": crossed,
    }


def _outcomes(draw: st.DrawFn, stages: int) -> list[dict[str, object]]:
    entered, rows = draw(st.integers(0, 40)), []
    for order in range(1, stages + 1):
        failed = draw(st.integers(0, entered))
        withdrawn = draw(st.integers(0, entered - failed))
        counts = {"entered": entered, "failed": failed, "withdrawn": withdrawn}
        counts["passed"] = entered - failed - withdrawn
        stage = {"stage": f"Stage {order}", "stage_order": order}
        rows += [{**stage, "outcome": name, "candidates": n} for name, n in counts.items()]
        entered = counts["passed"]
    return rows


def _margin(cells: pl.DataFrame, characteristic: str) -> pl.DataFrame:
    names = {"category": characteristic, "kind": f"{characteristic} kind"}
    keys = ["stage", "stage_order", "outcome", *names]
    return (
        cells.with_columns(**names)
        .group_by(keys, maintain_order=True)
        .agg(pl.col("candidates").sum())
        .select(
            pl.lit("C1").alias("campaign"),
            "stage",
            pl.col("stage_order").cast(pl.Int32),
            "outcome",
            pl.lit(characteristic).alias("characteristic"),
            "category",
            "kind",
            "candidates",
        )
    )
