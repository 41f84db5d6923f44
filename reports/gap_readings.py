"""One-line readings of a gap in pass rates, that say only what the evidence carries.

The rules, in order:

1. Nobody of the group, or of those it is compared with, has an outcome: that is said.
2. The adjusted p-value is under 0.05: evidence of a gap, with both rates, their counts and the size
   in percentage points. With ``--screen`` it is worth a closer look, which is less than evidence.
3. Only the p-value by itself is under 0.05: evidence if it were the only gap looked at, but not
   once the comparisons shown are allowed for.
4. Not even the largest possible gap would have been seen with 80 % power: too few people to say.
5. Otherwise: no evidence of a gap, with the smallest that would have been seen.

An overall gap there is evidence of comes with the stage that contributes most to it. A reading
never gives a cause, never says "no difference", and a shortfall is a size, not a target.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from analytics.pass_rates import EVERYONE_ELSE, STATED
from reports.cells import p_text, percent, signed
from reports.readings import ALPHA, Verdict, by_itself
from reports.wording import compared_with, listed, people

OVERALL = "Overall"
# What a reading is made of: rows have three times as many columns, and there may be very many rows.
READ = (
    "stage",
    "group",
    "reference",
    "passed",
    "failed",
    "pass_rate",
    "reference_passed",
    "reference_failed",
    "reference_pass_rate",
    "gap_pp",
    "p_value",
    "p_adjusted",
    "detectable_gap_pp",
    "largest_stage",
)


def gap_verdict(row: Mapping[str, Any], detectable: str = "detectable_gap_pp") -> Verdict:
    """Return the verdict on one gap, of which the column ``detectable`` could have been seen."""
    if row["p_adjusted"] is None:
        return Verdict.unknown
    if row["p_adjusted"] < ALPHA:
        return Verdict.evidence
    if row["p_value"] < ALPHA:
        return Verdict.alone
    return Verdict.too_few if row[detectable] is None else Verdict.none


def with_gap_readings(rows: pl.DataFrame, *, screen: bool = False) -> pl.DataFrame:
    """Add the column ``reading`` to the rows of ``disparities``, joined with ``largest_stage``."""
    readings = [gap_reading(row, screen=screen) for row in rows.select(READ).iter_rows(named=True)]
    return rows.with_columns(pl.Series("reading", readings, dtype=pl.String))


def gap_reading(row: Mapping[str, Any], *, screen: bool = False) -> str:
    """Return what one gap in pass rates allows to be said."""
    match gap_verdict(row):
        case Verdict.evidence:
            return f"{'worth a closer look' if screen else 'evidence of a gap'}: {_gap(row)}."
        case Verdict.alone:
            return f"not settled, {signed(row['gap_pp'])} percentage points: {by_itself(row)}."
        case Verdict.too_few:
            return f"too few people to say ({with_outcome(row)} with an outcome)."
        case Verdict.none:
            unseen = signed(row["detectable_gap_pp"], 1).lstrip("+")
            return (
                f"no evidence of a gap (one under {unseen} points could not have been seen "
                "reliably)."
            )
        case _:
            return f"not tested: {_nobody(row)} passed or failed."


def gap_headline(rows: pl.DataFrame, campaigns: Sequence[str], *, screen: bool = False) -> str:
    """Return one sentence on all the gaps shown: what there is evidence of."""
    if not rows["p_value"].count():
        return f"{listed(campaigns)}: no outcomes to compare yet"
    found = rows.filter(pl.col("p_adjusted") < ALPHA).to_dicts()
    if not found:
        alone = (rows["p_value"] < ALPHA).any()
        allowed = " once all comparisons are allowed for" if alone else ""
        return f"{listed(campaigns)}: no evidence of a gap in pass rates{allowed}"
    overall = [row for row in found if row["stage"] == OVERALL] or found
    what = "Worth a closer look" if screen else "Evidence of a gap"
    named = [_named(row, several=len(campaigns) > 1) for row in overall]
    return f"{what}: {'; '.join(named)}"


def _named(row: Mapping[str, Any], *, several: bool) -> str:
    where = f"{row['campaign']}, {row['stage']}" if several else row["stage"]
    return (
        f"{people(row['group'])} {_direction(row)} than {compared_with(row['reference'])} ({where})"
    )


def _gap(row: Mapping[str, Any]) -> str:
    rates = (
        f"{percent(row['pass_rate'])}% of {people(row['group'])} passed "
        f"({row['passed']:,} of {row['passed'] + row['failed']:,}), "
        f"{percent(row['reference_pass_rate'])}% of {compared_with(row['reference'])} "
        f"({row['reference_passed']:,} of {row['reference_passed'] + row['reference_failed']:,})"
    )
    size = f"{signed(row['gap_pp'])} percentage points, adjusted p {p_text(row['p_adjusted'])}"
    largest = row.get("largest_stage")
    part = (
        f"; the largest part of it arises at {largest}"
        if row["stage"] == OVERALL and largest
        else ""
    )
    return f"{rates}; {size}{part}"


def _direction(row: Mapping[str, Any]) -> str:
    return "more likely to pass" if row["gap_pp"] > 0 else "less likely to pass"


def with_outcome(row: Mapping[str, Any]) -> str:
    """Return how many of the group passed or failed, and how they are called."""
    outcomes = row["passed"] + row["failed"]
    return f"{outcomes:,} {people(row['group'], outcomes)}"


def _nobody(row: Mapping[str, Any]) -> str:
    """Return the side that has no outcome, as nobody of it."""
    if row["pass_rate"] is None:
        return f"no {people(row['group'])}"
    others = {EVERYONE_ELSE: "nobody else", STATED: "nobody else who stated"}
    return others.get(row["reference"]) or f"no {compared_with(row['reference'])}"
