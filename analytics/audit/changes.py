"""Changes as they are printed: their own arithmetic, and like for like from the counts.

Two questions about each: is it the difference of the ends printed over it, and is it the change
that the counts of those two stages give? A change may pass the first and fail the second.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from analytics.audit.finding import NO_NUMBER, Finding, Unchecked, What
from analytics.audit.numbers import printed_number, rounded
from analytics.audit.printed import PrintedGrowth, PrintedPoint, PrintedSeries, PrintedTable
from analytics.audit.series import entrants_by_stage
from analytics.audit.severity import DECIMALS, Severity, severity


def audited_change(
    table: PrintedTable | None, series: PrintedSeries
) -> Iterator[Finding | Unchecked]:
    """Yield the findings on the change printed under ``series``, if there is one.

    ``table`` is the monitoring table of the same campaign, or None where there is none.
    """
    ends = [point for point in series.points if printed_number(point.printed) is not None]
    if series.change is None:
        return
    if printed_number(series.change) is None or not ends[1:]:
        why = "no two ends are printed" if printed_number(series.change) else NO_NUMBER
        place = (series.document, series.change_place)
        label = series.change_label
        yield Unchecked(*place, label, series.change, why, series.campaign, series.cell)
        return
    first, last = ends[0], ends[-1]
    ends_apart = _finding(series, _difference(first, last), f"{last.printed} less {first.printed}")
    counted = _counted(table, series, first, last) if table else None
    if counted is None:
        yield ends_apart
        return
    like_for_like = _finding(series, *counted)
    yield _allowing_for_rounded_ends(ends_apart, like_for_like)
    yield like_for_like


def _allowing_for_rounded_ends(ends_apart: Finding, like_for_like: Finding) -> Finding:
    """A change that was rounded once may be a digit off ends that were rounded each by itself."""
    right = like_for_like.severity.rank <= Severity.precision.rank
    if right and ends_apart.severity is Severity.last_digit:
        return replace(ends_apart, severity=like_for_like.severity)
    return ends_apart


def _difference(first: PrintedPoint, last: PrintedPoint) -> Fraction:
    before, after = printed_number(first.printed), printed_number(last.printed)
    if before is None or after is None:
        raise AssertionError("ends without a number were left out before")
    return Fraction(after.value - before.value)


def _counted(
    table: PrintedTable, series: PrintedSeries, first: PrintedPoint, last: PrintedPoint
) -> tuple[Fraction, str] | None:
    rows = [entrants_by_stage(table).get(point.stage or "") for point in (first, last)]
    parts = [(row.counts.get(series.cell), row.total) for row in rows if row is not None]
    if len(parts) < len(rows) or any(count is None or not total for count, total in parts):
        return None
    (before, of_before), (after, of_after) = parts
    change = Fraction(100 * (after or 0), of_after or 1) - Fraction(
        100 * (before or 0), of_before or 1
    )
    return change, f"like for like, {after} of {of_after} less {before} of {of_before}"


def _finding(series: PrintedSeries, exact: Fraction, detail: str) -> Finding:
    printed = printed_number(series.change or "")
    if printed is None:
        raise AssertionError("a change without a number was left out before")
    return Finding(
        document=series.document,
        place=series.change_place,
        what=What.change,
        printed=series.change or "",
        recomputed=_signed(rounded(exact, DECIMALS)),
        severity=severity(printed, exact),
        campaign=series.campaign,
        label=series.change_label,
        cell=series.cell,
        detail=detail,
    )


def audited_growth(growth: PrintedGrowth) -> Finding | Unchecked:
    """Return the finding on a relative change, or why there is none."""
    printed = printed_number(growth.printed)
    if printed is None or not growth.before:
        why = "the earlier figure is not printed" if printed else NO_NUMBER
        return Unchecked(growth.document, growth.place, growth.label, growth.printed, why)
    exact = Fraction(100 * (growth.after - growth.before), growth.before)
    return Finding(
        document=growth.document,
        place=growth.place,
        what=What.growth,
        printed=growth.printed,
        recomputed=f"{_signed(rounded(exact, DECIMALS))}%",
        severity=severity(printed, exact),
        label=growth.label,
        numerator=growth.after,
        denominator=growth.before,
    )


def _signed(points: Decimal) -> str:
    return f"{points:+}" if points else f"{abs(points)}"


def flips_sign(printed: str, recomputed: str | None) -> bool:
    """Return whether a gain is printed where there is a loss, or the other way round.

    >>> flips_sign("+1.85%", "-0.36"), flips_sign("+9.16%", "+9.09")
    (True, False)
    """
    claimed, found = printed_number(printed), printed_number(recomputed or "")
    if claimed is None or found is None:
        return False
    return claimed.value * found.value < 0
