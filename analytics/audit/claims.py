"""Shares that sentences state: found again in the tables, or checked against their total alone."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from analytics.audit.finding import NO_NUMBER, Finding, Unchecked, What
from analytics.audit.numbers import printed_number
from analytics.audit.printed import (
    PrintedClaim,
    PrintedQuotient,
    PrintedRow,
    PrintedShare,
    PrintedTable,
)
from analytics.audit.quotients import judged
from analytics.audit.severity import Severity, fits


def audited_claim(tables: Sequence[PrintedTable], claim: PrintedClaim) -> Finding | Unchecked:
    """Return the finding on a share stated in a sentence, or why there is none.

    A claim about a stage is found at that stage of its campaign. One that names no stage is found
    where the same share of the same people is printed in a table, whose counts then decide.
    """
    printed = printed_number(claim.printed)
    row = next((row for row in _rows(tables, claim) if _is_meant(row, claim)), None)
    if printed is None or row is None or not row.total:
        why = "no table has its counts" if printed else NO_NUMBER
        place = (claim.document, claim.place)
        return Unchecked(*place, claim.words, claim.printed, why, claim.campaign, claim.cell)
    recomputed, how = judged(printed, row.counts[claim.cell], row.total)
    return Finding(
        document=claim.document,
        place=claim.place,
        what=What.percentage,
        printed=claim.printed,
        recomputed=recomputed,
        severity=how,
        campaign=claim.campaign,
        label=claim.words,
        stage=claim.stage,
        cell=claim.cell,
        numerator=row.counts[claim.cell],
        denominator=row.total,
        detail=f"the counts are those of “{row.label}”",
    )


def _rows(tables: Sequence[PrintedTable], claim: PrintedClaim) -> Iterator[PrintedRow]:
    for table in tables:
        if table.campaign == claim.campaign:
            yield from (row for row in table.rows if claim.cell in row.counts)


def _is_meant(row: PrintedRow, claim: PrintedClaim) -> bool:
    if claim.stage is not None:
        return (row.stage, row.outcome) == (claim.stage, claim.outcome)
    return _plain(row.shares.get(claim.cell, "")) == _plain(claim.printed)


def _plain(printed: str) -> str:
    return printed.replace(" ", "").rstrip("%")


def audited_share(share: PrintedShare) -> Finding | Unchecked:
    """Return whether any whole number of people gives a share, or why that cannot be told.

    ``recomputed`` is the share of the nearest whole number of the total.
    """
    printed = printed_number(share.printed)
    if printed is None or not share.total:
        why = "printed without counts" if printed else NO_NUMBER
        place = (share.document, share.place)
        return Unchecked(*place, share.words, share.printed, why, cell=share.cell)
    nearest = round(Fraction(printed.value) * share.total / 100)
    around = (nearest, nearest - 1, nearest + 1)
    count = min(around, key=lambda each: not fits(printed, each, share.total))
    recomputed, how = judged(printed, count, share.total)
    return Finding(
        document=share.document,
        place=share.place,
        what=What.percentage,
        printed=share.printed,
        recomputed=recomputed,
        severity=how,
        label=share.words,
        cell=share.cell,
        numerator=count,
        denominator=share.total,
        detail=""
        if how is not Severity.material
        else f"no whole number of {share.total:,} gives it",
    )


def audited_quotient(stated: PrintedQuotient) -> Finding | Unchecked:
    """Return the finding on a percentage whose counts stand beside it, or why there is none."""
    printed = printed_number(stated.printed)
    if printed is None or not stated.denominator:
        place, why = (stated.document, stated.place), "a share of nobody" if printed else NO_NUMBER
        return Unchecked(*place, stated.words, stated.printed, why)
    recomputed, how = judged(printed, stated.numerator, stated.denominator)
    return Finding(
        document=stated.document,
        place=stated.place,
        what=What.percentage,
        printed=stated.printed,
        recomputed=recomputed,
        severity=how,
        label=stated.words,
        numerator=stated.numerator,
        denominator=stated.denominator,
    )
