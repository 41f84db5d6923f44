from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.audit.numbers import PrintedNumber, printed_number
from analytics.audit.severity import Severity, fits, severity

WRITTEN = {Severity.agrees, Severity.precision, Severity.truncated}


@st.composite
def quotients(draw: st.DrawFn) -> tuple[int, int]:
    total = draw(st.integers(1, 2000))
    return draw(st.integers(0, total)), total


@st.composite
def near(draw: st.DrawFn) -> tuple[str, int, int]:
    """Return a printed percentage close to a quotient, and the quotient."""
    count, total = draw(quotients())
    decimals = draw(st.integers(0, 3))
    units = 100 * count * 10**decimals // total + draw(st.integers(-2, 3))
    return f"{Decimal(max(units, 0)).scaleb(-decimals):f}%", count, total


def _number(text: str) -> PrintedNumber:
    number = printed_number(text)
    assert number is not None
    return number


def _by_hand(text: str, count: int, total: int) -> str:
    """Return the severity by decimal division, as one would with paper and pencil."""
    printed = Decimal(text.rstrip("%"))
    decimals = -int(printed.as_tuple().exponent)
    unit = Decimal(1).scaleb(-decimals)
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(100 * count) / Decimal(total)
        half_up = exact.quantize(unit, ROUND_HALF_UP)
        cut_off = exact.quantize(unit, ROUND_DOWN)
    if printed == half_up:
        return "agrees" if decimals >= 2 or half_up * total == 100 * count else "precision"
    if printed == cut_off:
        return "truncated"
    return "last digit" if decimals and abs(printed - half_up) == unit else "material"


@pytest.mark.parametrize(
    ("text", "count", "total", "expected"),
    [
        ("19.41%", 106, 546, "agrees"),
        ("22.10%", 140, 581, "material"),
        ("3.67%", 20, 546, "last digit"),
        ("3.38%", 6, 177, "truncated"),
        ("18.7%", 76, 409, "last digit"),
        ("18.6%", 76, 409, "precision"),
        ("50%", 1, 2, "agrees"),
        ("62%", 10, 16, "truncated"),
        ("64%", 10, 16, "material"),
        ("3.13%", 5, 160, "agrees"),
        ("116.13%", 1109, 955, "agrees"),
    ],
)
def test_figures_of_the_2020_report_are_as_by_hand(
    text: str, count: int, total: int, expected: str
) -> None:
    assert severity(_number(text), Fraction(100 * count, total)) == expected


@given(near())
def test_it_is_what_decimal_arithmetic_gives(figure: tuple[str, int, int]) -> None:
    text, count, total = figure
    assert severity(_number(text), Fraction(100 * count, total)) == _by_hand(text, count, total)


@given(near())
def test_fits_says_the_same_in_whole_numbers(figure: tuple[str, int, int]) -> None:
    text, count, total = figure
    how = severity(_number(text), Fraction(100 * count, total))
    assert fits(_number(text), count, total) == (how in WRITTEN)


@given(near(), st.integers(2, 50))
def test_as_many_times_the_people_change_nothing(figure: tuple[str, int, int], times: int) -> None:
    text, count, total = figure
    exact = Fraction(100 * count, total)
    assert severity(_number(text), exact) == severity(
        _number(text), Fraction(100 * times * count, times * total)
    )
    assert fits(_number(text), count, total) == fits(_number(text), times * count, times * total)


@given(quotients(), st.integers(0, 4), st.sampled_from([ROUND_DOWN, ROUND_HALF_UP]))
def test_what_is_rounded_or_truncated_is_never_wrong(
    quotient: tuple[int, int], decimals: int, how: str
) -> None:
    count, total = quotient
    exact = Decimal(100 * count) / Decimal(total)
    text = f"{exact.quantize(Decimal(1).scaleb(-decimals), how):f}%"
    assert severity(_number(text), Fraction(100 * count, total)) in WRITTEN


@pytest.mark.parametrize(("numerator", "denominator"), [(None, 5), (5, None), (5, 0)])
def test_what_has_no_counts_fits_nothing(numerator: int | None, denominator: int | None) -> None:
    assert not fits(_number("0%"), numerator, denominator)


def test_a_negative_share_fits_nothing() -> None:
    assert not fits(_number("-1%"), 1, 100)


def test_severities_are_ranked() -> None:
    assert [each.rank for each in Severity] == [0, 1, 2, 3, 4]
