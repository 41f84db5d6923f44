"""Whether all characteristics of one whole count the same people, and its parts no more than it."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

EVERYBODY = "all"
BLANK, GROUP = "not stated", "group"
FEWEST = 2


@dataclass(frozen=True, slots=True)
class CheckedWholes:
    """What does not fit in the people of some wholes, and how much was compared.

    Attributes:
        apart: One row per whole whose characteristics count different people, with the lists
            ``characteristic`` and ``people``.
        more: One row per whole and characteristic with ``people`` that are more than ``everybody``.
        looked_at: How many sums were compared with others.
    """

    apart: pl.DataFrame
    more: pl.DataFrame
    looked_at: int


def checked_headcounts(rows: pl.DataFrame, whole: Sequence[str]) -> CheckedWholes:
    """Return where the characteristics of one whole do not count the same people.

    A characteristic counts everybody where two answers to it or more are counted, not all of them
    groups that are reported on; of the others, such as women alone, no more can be than everybody.

    Args:
        rows: ``characteristic category kind people``, and the columns that name a whole. Where the
            people of a category are null, its characteristic does not count everybody.
        whole: These columns, such as unit, role and date.
    """
    sums = _sums(rows, whole)
    full = sums.filter("full")
    agreed = full.group_by(whole, maintain_order=True).agg("characteristic", "people")
    apart = agreed.filter(pl.col("people").list.n_unique() > 1)
    parts = _beside(sums.filter(~pl.col("full")), full, whole)
    return CheckedWholes(apart, _beyond(parts), full.height - agreed.height + parts.height)


def checked_people(rows: pl.DataFrame, whole: Sequence[str]) -> CheckedWholes:
    """Return where a characteristic counts more people than there are in all, and no more.

    Of a population, characteristics may be known of adults alone, or of another census.

    Args:
        rows: As for ``checked_headcounts``.
        whole: The same.
    """
    sums = _sums(rows, whole)
    everybody = pl.col("characteristic") == EVERYBODY
    parts = _beside(sums.filter(~everybody), sums.filter(everybody), whole)
    return CheckedWholes(sums.head(0), _beyond(parts), parts.height)


def _sums(rows: pl.DataFrame, whole: Sequence[str]) -> pl.DataFrame:
    """Return the people of each characteristic, and whether it counts everybody."""
    kind, people = pl.col("kind"), pl.col("people")
    answers = kind != BLANK
    each = rows.group_by([*whole, "characteristic"], maintain_order=True).agg(
        people.sum(),
        known=people.is_not_null().any(),
        full=people.is_not_null().all()
        & (answers.sum() >= FEWEST)
        & (answers & (kind != GROUP)).any(),
    )
    everybody = pl.col("characteristic") == EVERYBODY
    return each.filter("known").with_columns(full=pl.col("full") | everybody)


def _beside(parts: pl.DataFrame, full: pl.DataFrame, whole: Sequence[str]) -> pl.DataFrame:
    """Put parts beside everybody: the most that any characteristic counts."""
    everybody = full.group_by(whole).agg(pl.col("people").max().alias("everybody"))
    return parts.join(everybody, on=list(whole), maintain_order="left")


def _beyond(parts: pl.DataFrame) -> pl.DataFrame:
    return parts.filter(pl.col("people") > pl.col("everybody"))
