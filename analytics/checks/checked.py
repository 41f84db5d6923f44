"""What a check hands on: how much was compared, and what does not fit."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import polars as pl

# One row to a finding, whatever the check; what does not apply is null. ``recorded`` is the number
# that does not fit, ``expected`` what the others give, ``against`` what these others are. ``rule``
# says which way they do not fit, and so how it is put into words.
FINDING: dict[str, Any] = {
    **dict.fromkeys(("check", "rule", "campaign", "stage"), pl.String),
    "stage_order": pl.Int32,
    **dict.fromkeys(("outcome", "characteristic", "category"), pl.String),
    **dict.fromkeys(("recorded", "expected"), pl.Int64),
    "contradiction": pl.Boolean,
    "against": pl.String,
    **dict.fromkeys(
        ("entered", "passed", "failed", "pending", "withdrawn", "entered_next", "submitted"),
        pl.Int64,
    ),
    "next_stage": pl.String,
    **dict.fromkeys(("opened", "closed", "as_at"), pl.Date),
    **dict.fromkeys(("label", "printed", "recomputed", "severity", "place"), pl.String),
    **dict.fromkeys(("numerator", "denominator"), pl.Int64),
}


def _none() -> pl.DataFrame:
    return pl.DataFrame(schema=FINDING)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was compared, and what does not fit.

    Attributes:
        findings: One row to a finding, in the columns of ``FINDING``.
        looked_at: How many comparisons were made, by the name of the check; one that follows from
            another that does not fit is not counted.
    """

    findings: pl.DataFrame = field(default_factory=_none)
    looked_at: dict[str, int] = field(default_factory=dict)


def finding_rows(
    rows: pl.DataFrame, check: str | pl.Expr, *, contradiction: bool = True, **columns: pl.Expr
) -> pl.DataFrame:
    """Return ``rows`` in the columns of ``FINDING``; ``columns`` add to those of their own."""
    name = pl.lit(check) if isinstance(check, str) else check
    named = rows.with_columns(check=name, contradiction=pl.lit(contradiction), **columns)
    lacking = [pl.lit(None).alias(name) for name in FINDING if name not in named.columns]
    return named.with_columns(lacking).select(pl.col(name).cast(FINDING[name]) for name in FINDING)


def together(parts: Iterable[Checked]) -> Checked:
    """Return several checks as one."""
    every = list(parts)
    looked_at: Counter[str] = Counter()
    for each in every:
        looked_at.update(each.looked_at)
    return Checked(pl.concat([_none(), *(each.findings for each in every)]), dict(looked_at))
