"""What a reader of a publication learns, and which true counts that leaves possible.

A figure computed from true counts is a fact about them. One that was computed from published
figures says nothing new: see `analytics.disclosure.derived`.
"""

from dataclasses import dataclass

from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.constraints import Constraint
from analytics.disclosure.refusal import Refused


@dataclass(frozen=True, slots=True)
class Exact:
    """A count, sum or difference as it is."""

    quantity: Quantity
    value: int


@dataclass(frozen=True, slots=True)
class Between:
    """A count, sum or difference known to lie between two numbers, such as from a bar's length."""

    quantity: Quantity
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Rounded:
    """A count rounded to a base, halves up.

    Attributes:
        quantity: What was rounded.
        value: As printed.
        base: What it is a multiple of.
        threshold: Where the policy hides counts above 0 and below it, so that a count which is
            shown is 0 or at least so large; 0 where it hides none.
    """

    quantity: Quantity
    value: int
    base: int
    threshold: int = 0


@dataclass(frozen=True, slots=True)
class Percentage:
    """100 * numerator / denominator of true counts, either of which may be hidden.

    Attributes:
        numerator: The part.
        denominator: The whole.
        printed: As printed, without the decimal point: 194 for 19.4.
        decimals: How many there are.
    """

    numerator: Quantity
    denominator: Quantity
    printed: int
    decimals: int


@dataclass(frozen=True, slots=True)
class Ordered:
    """That one count is no smaller than another, as a sorted table or two bars tell."""

    larger: Quantity
    smaller: Quantity


@dataclass(frozen=True, slots=True)
class Hidden:
    """A cell shown as ``[c]``: a small count, or any other that would give one away."""

    cell: Cell


Fact = Exact | Between | Rounded | Percentage | Ordered | Hidden


def interval(value: int, base: int, threshold: int = 0) -> tuple[int, int]:
    """Return the least and the most that a count can be which is shown as ``value``.

    >>> interval(10, 5), interval(5, 5), interval(5, 5, threshold=5), interval(0, 5, threshold=5)
    ((8, 12), (3, 7), (5, 7), (0, 0))
    """
    low, high = max(0, -((base - 2 * value) // 2)), -((-base - 2 * value) // 2) - 1
    if low > 0:
        return max(low, threshold), high
    return 0, (0 if high < threshold else high)


def constraints_of(fact: Fact) -> tuple[Constraint, ...]:
    """Return a fact as constraints on the true counts.

    Raises:
        Refused: What the fact tells is not known how to model.
    """
    match fact:
        case Exact(quantity, value):
            return (Constraint(quantity.terms, value, value),)
        case Between(quantity, low, high):
            return (Constraint(quantity.terms, low, high),)
        case Rounded(quantity, value, base, threshold):
            return (Constraint(quantity.terms, *interval(value, base, threshold)),)
        case Percentage():
            return _percentage(fact)
        case Ordered(larger, smaller):
            return (Constraint(_combined((larger, 1), (smaller, -1)), 0, None),)
        case Hidden(cell):
            return (Constraint(((cell, 1),), 0, None),)
        case _:
            # Whatever the types say, facts are read from files.
            raise Refused(f"a fact of unknown kind, {type(fact).__name__}, cannot be audited")


def _percentage(fact: Percentage) -> tuple[Constraint, ...]:
    """Return (2P-1) * whole <= 200 * 10^d * part <= (2P+1) * whole, in whole numbers.

    Halves may have been rounded either way. There is no percentage of nobody.
    """
    part = 200 * 10**fact.decimals
    ends = ((2 * fact.printed - 1, None, 0), (2 * fact.printed + 1, 0, None))
    return (
        Constraint(fact.denominator.terms, 1, None),
        *(
            Constraint(_combined((fact.denominator, whole), (fact.numerator, -part)), low, high)
            for whole, low, high in ends
        ),
    )


def _combined(*parts: tuple[Quantity, int]) -> tuple[tuple[Cell, int], ...]:
    """Return the terms of several quantities, each times a factor."""
    terms: dict[Cell, int] = {}
    for quantity, times in parts:
        for cell, factor in quantity.terms:
            terms[cell] = terms.get(cell, 0) + times * factor
    return tuple(terms.items())
