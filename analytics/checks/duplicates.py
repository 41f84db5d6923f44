"""Whether two campaigns have the very same counts, which may be one of them brought in twice."""

from collections.abc import Collection

import polars as pl

from analytics.checks.checked import Checked, finding_rows

DUPLICATES = "duplicates"
CELL = ["stage_order", "outcome", "characteristic", "category", "candidates"]
# Between the parts of a count, and between counts: no name has control characters in it.
WITHIN, BETWEEN = "\x1f", "\x1e"


def checked_duplicates(
    counts: pl.DataFrame, files: pl.DataFrame, refinements: pl.DataFrame, asked: Collection[str]
) -> Checked:
    """Return the campaigns of which every count is that of another one. It is advice.

    Stages are compared by their order, whatever they are called. Nobody is the same as not counted,
    and details of another characteristic do not count: they may be kept of one campaign alone.

    Args:
        counts: As for ``stage_flow``, of all campaigns that there are.
        files: ``campaign sha256``, the hash of the file that a campaign was read from.
        refinements: ``characteristic refines``.
        asked: The campaigns to tell of.

    Returns:
        One row per campaign, with the first other one in ``against``; the first of them all is told
        of only where no other is asked about. The ``rule`` is ``same file``, ``other file``, or
        null where that is not known.
    """
    whole = _texts(counts.join(refinements, on="characteristic", how="anti"))
    hashed = whole.join(
        files.select("campaign", "sha256"), on="campaign", how="left", maintain_order="left"
    ).with_columns(asked=pl.col("campaign").is_in(list(asked)))
    alike = hashed.filter(pl.len().over("text") > 1).with_columns(
        against=_first_other("campaign"),
        other_sha256=_first_other("sha256"),
        told=pl.col("asked") & (~_is_first() | (pl.col("asked").sum().over("text") == 1)),
    )
    found = finding_rows(alike.filter("told"), DUPLICATES, contradiction=False, rule=_rule())
    compared = int(hashed["asked"].sum()) if hashed.height > 1 else 0
    return Checked(found, {DUPLICATES: compared})


def _texts(counts: pl.DataFrame) -> pl.DataFrame:
    """Return each campaign with all its counts as one text."""
    cell = pl.concat_str([pl.col(name).cast(pl.String) for name in CELL], separator=WITHIN)
    return (
        counts.filter(pl.col("candidates") > 0)
        .group_by("campaign", maintain_order=True)
        .agg(text=cell.sort().str.join(BETWEEN))
    )


def _is_first() -> pl.Expr:
    return pl.int_range(pl.len()).over("text") == 0


def _first_other(column: str) -> pl.Expr:
    """Return the value of the first campaign with the same text that is not this one."""
    first, second = (pl.col(column).get(place).over("text") for place in (0, 1))
    return pl.when(_is_first()).then(second).otherwise(first)


def _rule() -> pl.Expr:
    same = pl.col("sha256") == pl.col("other_sha256")
    return pl.when(same).then(pl.lit("same file")).when(~same).then(pl.lit("other file"))
