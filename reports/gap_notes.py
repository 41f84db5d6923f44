"""What a reader must know to read pass rates right, one sentence to a note."""

from collections.abc import Iterator

import polars as pl

from reports.wording import CHARACTERISTICS, counted, listed


def on_comparison(rows: pl.DataFrame, blank: str) -> Iterator[str]:
    """Say what a pass rate is, and who is compared with whom."""
    yield (
        "A pass rate is passed out of passed and failed; people who are waiting or withdrew are "
        "in neither."
    )
    if blank == "include":
        yield "Not stated counts among those compared with."
    elif "Not stated" not in rows["reference"].to_list():
        yield "Not stated is neither in the group nor among those compared with."


def on_tests(rows: pl.DataFrame, confidence_level: float, *, screen: bool) -> Iterator[str]:
    """Say what the tests and intervals are, and over which family they are adjusted."""
    tested = rows["p_value"].count()
    method = "Benjamini-Hochberg, for screening" if screen else "Holm"
    comparisons = counted(tested, "comparison")
    if tested:
        yield (
            f"Fisher's exact test; the adjusted p allows for the {comparisons} shown ({method}); "
            f"intervals are {100 * confidence_level:g}% confidence intervals (Newcombe for gaps, "
            "Katz or Koopman for ratios)."
        )
        yield (
            "The success ratio compares pass rates and the rejection ratio failure rates: the two "
            "are not each other's inverse. The impact ratio and its four-fifths rule are United "
            "States guidance, a rule of thumb. A shortfall is a size, not a target."
        )


def on_overall(ends: pl.DataFrame) -> Iterator[str]:
    """Say where Overall ends in each campaign."""
    reached = ends.group_by("campaign", maintain_order=True).agg(
        pl.col("stage").unique(maintain_order=True)
    )
    for campaign, stages in reached.iter_rows():
        yield f"{campaign}: Overall counts who entered {listed(stages)}, the last settled stage."


def on_stages_without_outcomes(flow: pl.DataFrame, rows: pl.DataFrame) -> Iterator[str]:
    """Name the stages that people have entered but nobody has passed and failed yet."""
    keys = ["campaign", "stage"]
    entered = flow.group_by([*keys, "stage_order"], maintain_order=True).agg(
        pl.col("failed").is_null().all()
    )
    missing = entered.filter("failed").join(rows, on=keys, how="anti", maintain_order="left")
    by_campaign = missing.group_by("campaign", maintain_order=True).agg(
        pl.col("stage").sort_by("stage_order")
    )
    for campaign, stages in by_campaign.iter_rows():
        yield f"{campaign} is left out at {listed(stages)}: no failures are recorded there."


def on_characteristics(
    counted: pl.DataFrame, compared: pl.DataFrame, reference: str | None
) -> Iterator[str]:
    """Name the characteristics on which nobody can be compared."""
    why = "one category alone" if reference is None else f"{reference} is no other category of it"
    left = counted.join(compared, on="characteristic", how="anti")["characteristic"]
    for name in left.unique(maintain_order=True):
        yield f"{CHARACTERISTICS.get(name, name)} is left out: {why}."
