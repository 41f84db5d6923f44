"""Shares and changes computed from published counts, so that they tell nothing that these do not.

Computed from true counts they would: of 64 small cells rounded to 5, shares to one decimal gave
away all 64.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.facts import Fact, Percentage
from analytics.disclosure.presets import Preset
from analytics.disclosure.refusal import Refused
from analytics.disclosure.release import Published
from analytics.rounding import half_up

HIDDEN = "[c]"
TOO_FEW = "[x]"
NOT_APPLICABLE = "[z]"
SYMBOLS = {
    HIDDEN: "confidential: a small count, or one that would give a small count away",
    TOO_FEW: "not available: too few people for a percentage",
    NOT_APPLICABLE: "not applicable",
}
Rule = Callable[[tuple[int, ...], Preset], str]


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure that claims to be computed from printed counts.

    Attributes:
        rule: The name of how.
        inputs: The counts, in the order that the rule wants.
        printed: As printed.
    """

    rule: str
    inputs: tuple[Cell, ...]
    printed: str


def share(counts: tuple[int, ...], preset: Preset) -> str:
    """Return a percentage of two published counts, part and whole, as text.

    >>> from analytics.disclosure.presets import PUBLIC
    >>> share((45, 545), PUBLIC), share((5, 45), PUBLIC), share((0, 0), PUBLIC)
    ('8', '[x]', '[z]')
    """
    return _figure(counts, preset)


def change(counts: tuple[int, ...], preset: Preset) -> str:
    """Return the percentage points from one share to another, of part, whole, part and whole.

    >>> from analytics.disclosure.presets import PUBLIC
    >>> change((105, 545, 30, 175), PUBLIC)
    '-2'
    """
    return _figure(counts, preset)


def _figure(counts: tuple[int, ...], preset: Preset) -> str:
    """Return the last of one or two shares less the first, divided once and rounded once."""
    parts, wholes = counts[::2], counts[1::2]
    if 0 in wholes:
        return NOT_APPLICABLE
    if min(wholes) < preset.least_denominator:
        return TOO_FEW
    shares = [Fraction(100 * part, whole) for part, whole in zip(parts, wholes, strict=True)]
    exact = shares[-1] - (shares[0] if len(shares) > 1 else 0)
    return rounded_fraction(exact, preset.decimals)


def rounded_fraction(exact: Fraction, decimals: int) -> str:
    """Return a fraction as text, halves away from zero.

    >>> rounded_fraction(Fraction(25, 8), 2), rounded_fraction(Fraction(-1, 8), 2)
    ('3.13', '-0.13')
    """
    scaled = 2 * abs(exact) * 10**decimals
    whole = (scaled.numerator // scaled.denominator + 1) // 2
    return half_up(Decimal(whole if exact > 0 else -whole).scaleb(-decimals), decimals)


RULES: Mapping[str, Rule] = {"share": share, "change": change}


def derive(
    rule: str, inputs: Sequence[Cell], publication: Published, rules: Mapping[str, Rule] = RULES
) -> str:
    """Return a figure computed from printed counts, or hidden with any of them.

    Args:
        rule: The name of how.
        inputs: The counts, in the order that the rule wants.
        publication: What is printed.
        rules: All known; ``rules`` of one's own may compute any statistic.

    Raises:
        Refused: The rule is not known, or an input is not printed at all.
    """
    if rule not in rules:
        raise Refused(f"a figure of unknown kind, {rule}, cannot be audited")
    unprinted = [str(cell) for cell in inputs if cell not in publication.counts]
    if unprinted:
        raise Refused("a figure is computed from counts that are not printed", unprinted)
    counts = tuple(count for cell in inputs if (count := publication.counts[cell]) is not None)
    return HIDDEN if len(counts) < len(inputs) else rules[rule](counts, publication.preset)


def check(
    figures: Sequence[Derived], publication: Published, rules: Mapping[str, Rule] = RULES
) -> None:
    """Make sure that figures are what the printed counts give, so that they tell nothing more.

    Raises:
        Refused: They are not: they must come from true counts, or from nowhere.
    """
    wrong = [
        f"{each.rule} of {', '.join(map(str, each.inputs))}"
        for each in figures
        if derive(each.rule, each.inputs, publication, rules) != each.printed
    ]
    if wrong:
        raise Refused("figures do not follow from the printed counts", wrong)


def shares_as_facts(shares: Sequence[Derived], publication: Published) -> tuple[Fact, ...]:
    """Return what shares in a document tell of the true counts.

    Nothing, where all follow from the printed counts. Where one does not, none is believed to: they
    are percentages of true counts.

    Raises:
        Refused: One is no number.
    """
    try:
        check(shares, publication)
    except Refused:
        return tuple(percentage(each) for each in shares if each.printed not in SYMBOLS)
    return ()


def percentage(figure: Derived) -> Percentage:
    """Return what a share in a document tells, where it is one of true counts.

    Raises:
        Refused: It is no number.
    """
    numerator, denominator = map(Quantity.of, figure.inputs)
    digits, _, decimals = figure.printed.partition(".")
    if not (digits + decimals).isdecimal():
        raise Refused("a percentage is no number", [str(cell) for cell in figure.inputs])
    return Percentage(numerator, denominator, int(digits + decimals), len(decimals))
