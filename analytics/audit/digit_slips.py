"""Percentages that are right but for how their digits were written."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from analytics.audit.candidates import COST, Candidate, Kind
from analytics.audit.numbers import PrintedNumber, printed_number, rounded
from analytics.audit.printed import Cell, PrintedRow
from analytics.audit.severity import DECIMALS

DIGITS = "0123456789"
# How much less plausible than the last digit being one off.
COSTS = {"rounded twice": 0.0, "one too high": 0.0, "one too low": 0.0, "exchanged": 2.0}
COSTS |= {"dropped": 2.5, "changed": 3.0, "added": 3.5}
UNLIKE_THE_ROW = 0.25  # of a digit added or dropped, where the row has other decimals


def digit_slips(
    printed: PrintedNumber, row: PrintedRow, cell: Cell
) -> Iterator[tuple[Candidate, set[Decimal]]]:
    """Yield each way to miswrite the right figure, with all the figures that it may give.

    A digit may be dropped, added, changed or exchanged for the next one, the last may be one off,
    or a figure may be rounded twice, as 13.38 to 13.4 to 13.40. What is right is what has as many
    decimals as most of the row.
    """
    own = row.counts.get(cell)
    if own is None or not row.total:
        return
    exact, usual = Fraction(100 * own, row.total), _usual_decimals(row)
    unlike = {usual - 1: "dropped", usual + 1: "added"}.get(printed.decimals)
    kind = Kind.digit_slip
    for name, texts in _slips(exact, usual, printed.decimals).items():
        given = {Decimal(text) for text in texts if text not in {"", "."}}
        cost = COST[kind] + (UNLIKE_THE_ROW if name == unlike else COSTS[name])
        yield Candidate(kind, (kind,), None, None, (name,), cost=cost), given


def _usual_decimals(row: PrintedRow) -> int:
    """Return to how many decimals most percentages of ``row`` are printed.

    One digit more or less than that was added or dropped sooner than it was meant.
    """
    numbers = map(printed_number, row.shares.values())
    often = Counter(number.decimals for number in numbers if number is not None)
    return max(often, key=lambda decimals: (often[decimals], decimals), default=DECIMALS)


def _slips(exact: Fraction, decimals: int, as_printed: int) -> dict[str, set[str]]:
    right, unit = rounded(exact, decimals), Decimal(1).scaleb(-as_printed)
    return {
        "rounded twice": {f"{rounded(exact, fewer)}" for fewer in range(1, decimals)},
        "one too high": {f"{rounded(exact, as_printed) + unit}"},
        "one too low": {f"{rounded(exact, as_printed) - unit}"},
        "exchanged": set(_exchanged(f"{right}")),
        "dropped": set(_dropped(f"{right}")),
        "changed": set(_changed(f"{right}")),
        "added": set(_added(f"{right}")),
    }


def _exchanged(right: str) -> Iterator[str]:
    places = [place for place, character in enumerate(right) if character in DIGITS]
    for one, other in pairwise(places):
        between = right[one + 1 : other]
        yield right[:one] + right[other] + between + right[one] + right[other + 1 :]


def _dropped(right: str) -> Iterator[str]:
    return (right[:place] + right[place + 1 :] for place in range(len(right)))


def _changed(right: str) -> Iterator[str]:
    places = (place for place, character in enumerate(right) if character in DIGITS)
    return (right[:place] + new + right[place + 1 :] for place in places for new in DIGITS)


def _added(right: str) -> Iterator[str]:
    places = range(len(right) + 1)
    return (right[:place] + new + right[place:] for place in places for new in DIGITS)
