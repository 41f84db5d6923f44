"""Whether a characteristic in more detail adds up to the one that it refines."""

import polars as pl

from analytics.checks.checked import Checked, finding_rows, together
from analytics.checks.totals import OUTCOME, TOTALS

BASE = [*OUTCOME, "characteristic"]
BLANK = "not stated"
BETWEEN_PARTS = ", "


def checked_refinements(counts: pl.DataFrame, refinements: pl.DataFrame) -> Checked:
    """Return the refinements that do not add up to what they refine.

    A refinement of one characteristic is compared kind by kind: all in the groups of the one are
    those in the groups of the other. Where either has parts that are neither, and for a cross of
    several characteristics, everybody is compared. Of a cross that counts everybody every part is
    compared as well: ``BAME`` is at least what the categories with BAME hold, and at most these and
    the blanks.

    Args:
        counts: As for ``stage_flow``.
        refinements: ``characteristic refines``; the characteristics of a cross have commas between
            them, and so have their categories (``BAME, Female``).
    """
    bases = refinements.with_columns(pl.col("refines").str.split(",")).filter(
        pl.col("characteristic").is_in(counts["characteristic"].unique().implode())
    )
    if bases.is_empty():
        return Checked()
    single = bases.filter(pl.col("refines").list.len() == 1).explode("refines")
    crosses = bases.filter(pl.col("refines").list.len() > 1)
    whole = crosses.with_columns(pl.col("refines").list.first())
    by_kind, apart = _told_apart(counts, single)
    everybody = _compared(counts, pl.concat([apart, whole]), [])
    whole_counts = counts.join(everybody.findings, on=BASE, how="anti", maintain_order="left")
    return together(
        (_compared(counts, by_kind, ["kind"]), everybody, _crossed(whole_counts, crosses))
    )


def _told_apart(counts: pl.DataFrame, single: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the refinements whose kinds can be compared, and the others."""
    parts = counts.filter(kind="part").select("characteristic").unique()
    mixed = single.join(parts, on="characteristic", how="semi").vstack(
        single.join(parts, left_on="refines", right_on="characteristic", how="semi")
    )
    return (
        single.join(mixed, on=["characteristic", "refines"], how="anti", maintain_order="left"),
        mixed.unique(maintain_order=True),
    )


def _compared(counts: pl.DataFrame, bases: pl.DataFrame, by: list[str]) -> Checked:
    """Compare sums by the columns ``by`` of a refinement with those of what it refines."""
    named = pl.col("category").unique().sort().str.join(BETWEEN_PARTS)
    sums = counts.group_by([*BASE, *by], maintain_order=True).agg(
        pl.col("candidates").sum(), category=named if by else pl.lit(None, pl.String)
    )
    fine = sums.drop("category").join(bases, on="characteristic", maintain_order="left")
    both = fine.join(
        sums.rename({"candidates": "expected"}),
        left_on=[*OUTCOME, "refines", *by],
        right_on=[*BASE, *by],
        maintain_order="left",
    )
    wrong = both.filter(pl.col("candidates") != pl.col("expected"))
    return _findings(wrong, "apart", both.height)


def _crossed(counts: pl.DataFrame, crosses: pl.DataFrame) -> Checked:
    """Compare the parts of every category of a cross with the characteristic they come from."""
    split = counts.join(crosses, on="characteristic", maintain_order="left").with_columns(
        part=pl.col("category").str.split(BETWEEN_PARTS)
    )
    blanks = split.filter(kind=BLANK).group_by(BASE).agg(pl.col("candidates").sum().alias("blank"))
    stated = split.filter(pl.col("kind") != BLANK)
    odd = stated.filter(pl.col("part").list.len() != pl.col("refines").list.len())
    parts = (
        stated.join(odd, on=["campaign", "characteristic"], how="anti", maintain_order="left")
        .explode("refines", "part")
        .group_by([*BASE, "refines", "part"], maintain_order=True)
        .agg(pl.col("candidates").sum())
        .join(blanks, on=BASE, how="left", maintain_order="left")
        .with_columns(most=pl.col("candidates") + pl.col("blank").fill_null(0))
    )
    both = parts.join(
        counts.select(*BASE, "category", pl.col("candidates").alias("expected")),
        left_on=[*OUTCOME, "refines", "part"],
        right_on=[*BASE, "category"],
        maintain_order="left",
    ).rename({"part": "category"})
    more = both.filter(pl.col("candidates") > pl.col("expected"))
    fewer = both.filter(pl.col("most") < pl.col("expected")).with_columns(candidates="most")
    return together((_findings(more, "apart", both.height), _findings(fewer, "at most", 0)))


def _findings(wrong: pl.DataFrame, rule: str, looked_at: int) -> Checked:
    found = finding_rows(
        wrong,
        TOTALS,
        rule=pl.lit(rule),
        recorded=pl.col("candidates"),
        against=pl.col("refines"),
    )
    return Checked(found, {TOTALS: looked_at})
