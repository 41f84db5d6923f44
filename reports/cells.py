"""How the value of a column is written, rounded once."""

from collections.abc import Mapping
from decimal import Decimal
from math import isfinite
from typing import Any

from analytics.rounding import half_up
from reports.columns import COLUMNS
from reports.columns.column import Column, Kind

NUMERATOR_AND_TOTAL = 2
# As many characters of a hash as tell files apart; output for programs has it whole.
DIGEST = 12
JOINED: dict[Kind, str] = {
    "fraction": "/",
    "outcomes": "/",
    "interval": " to ",
    "rate interval": " to ",
    "ratio interval": " to ",
}


def cell(name: str, row: Mapping[str, Any], columns: Mapping[str, Column] = COLUMNS) -> str:
    """Return the text of column ``name``, one of ``columns``, in ``row``, rounded once."""
    column = columns[name]
    values = [row[part] for part in column.parts or (name,)]
    if not all(map(known, values)):
        return column.missing
    if column.kind == "outcomes":
        values = [values[0], sum(values)]
    texts = [_written(value, column.kind) for value in values]
    if column.kind == "count range" or len(column.parts or ()) > NUMERATOR_AND_TOTAL:
        texts = [*_as_range(texts[0], texts[1]), *texts[2:]]
    return JOINED.get(column.kind, "").join(texts)


def _as_range(low: str, high: str) -> list[str]:
    return [low if low == high else f"{low} to {high}"]


def known(value: Any) -> bool:
    """Return whether there is a value: neither null nor NaN nor infinite."""
    return value is not None and (not isinstance(value, float) or isfinite(value))


def _written(value: Any, kind: Kind) -> str:
    match kind:
        case "count" | "count range" | "fraction" | "outcomes" | "amount":
            return f"{value:,}" if isinstance(value, int) else amount(value)
        case "percentage" | "ratio" | "ratio interval":
            return half_up(value, 2)
        case "rate" | "rate interval":
            return percent(value)
        case "points" | "interval":
            return signed(value)
        case "p":
            return p_text(value)
        case "text" | "digest" | "moment":
            return _said(value, kind)


def _said(value: Any, kind: Kind) -> str:
    """Return a text; of a hash as much as tells files apart, of a moment (ISO) date and time.

    >>> _said("2025-05-02T09:30:15Z", "moment"), _said("c0ffee" * 9, "digest"), _said(True, "text")
    ('2025-05-02 09:30', 'c0ffeec0ffee', 'yes')
    """
    if kind == "moment":
        return str(value).replace("T", " ")[: len("2025-05-02 09:30")]
    if kind == "digest":
        return str(value)[:DIGEST]
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def percent(rate: float, decimals: int = 2) -> str:
    """Return a rate of 0 to 1 as a percentage, without a second rounding.

    >>> percent(150 / 183), percent(1 / 32)
    ('81.97', '3.13')
    """
    return half_up(Decimal(repr(rate)).scaleb(2), decimals)


def amount(number: float) -> str:
    """Return a mean number of people to one decimal, a whole one without.

    >>> amount(2160.533), amount(17.0)
    ('2,160.5', '17')
    """
    return f"{Decimal(half_up(number, 1)):,}".removesuffix(".0")


def bare(percentage: float) -> str:
    """Return a percentage to two decimals, without those that are nought.

    >>> bare(25.0), bare(50.5), bare(24.760000000000005)
    ('25', '50.5', '24.76')
    """
    return half_up(percentage, 2).rstrip("0").rstrip(".")


def signed(points: float, decimals: int = 2) -> str:
    """Return a difference with its sign, and zero without one.

    >>> signed(9.0909), signed(-3.4376), signed(0.001)
    ('+9.09', '-3.44', '0.00')
    """
    text = half_up(points, decimals)
    return f"+{text}" if float(text) > 0 else text


def p_text(p_value: float) -> str:
    """Return a p-value to four decimals, never as 0.

    >>> p_text(0.00618), p_text(0.000012), p_text(1.0)
    ('0.0062', '<0.0001', '1.0000')
    """
    smallest = 0.00005
    return "<0.0001" if p_value < smallest else half_up(p_value, 4)
