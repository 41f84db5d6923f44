"""Percentages that a sheet stores as fractions of one: 0.1941 for 19.41%."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from analytics.audit.printed import PrintedRow
from recruitment.ingest.recognition.figures import DECIMAL


def are_fractions(texts: Iterable[str]) -> bool:
    """Return whether ``texts`` are fractions of one: none is over 1, and none has a percent sign.

    >>> are_fractions(["0.1941", "0", "1"]), are_fractions(["19.41", "0"]), are_fractions(["0.5%"])
    (True, False, False)
    """
    known = list(texts)
    return any("." in text for text in known) and all(
        DECIMAL.fullmatch(text) and Decimal(text) <= 1 for text in known
    )


def in_percent(text: str) -> str:
    """Return a fraction of one as a percentage, digit for digit.

    >>> in_percent("0.1941"), in_percent("0"), in_percent("0.5")
    ('19.41%', '0%', '50%')
    """
    return f"{Decimal(text).scaleb(2):f}".removesuffix(".0") + "%"


def percentages(rows: list[PrintedRow]) -> tuple[list[PrintedRow], bool]:
    """Return ``rows`` with percentages for fractions of one, and whether they were such."""
    if not are_fractions(text for row in rows for text in row.shares.values()):
        return rows, False
    return [
        replace(row, shares={cell: in_percent(text) for cell, text in row.shares.items()})
        for row in rows
    ], True
