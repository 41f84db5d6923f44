from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.audit.numbers import PrintedNumber, printed_number, rounded, truncated

fractions = st.fractions(min_value=-1000, max_value=1000, max_denominator=10**6)


@pytest.mark.parametrize(
    ("text", "value", "decimals", "signed", "percent"),
    [
        ("19.41%", "19.41", 2, False, True),
        ("19.41 %", "19.41", 2, False, True),
        ("+9.16%", "9.16", 2, True, True),
        ("\u22123.43%", "-3.43", 2, True, True),
        ("\u20133.43%", "-3.43", 2, True, True),
        ("\u00a012,345", "12345", 0, False, False),
        ("1,109", "1109", 0, False, False),
        ("44%", "44", 0, False, True),
    ],
)
def test_a_number_is_read_as_printed(
    text: str, value: str, decimals: int, *, signed: bool, percent: bool
) -> None:
    expected = PrintedNumber(Decimal(value), decimals, signed, percent)
    assert printed_number(text) == expected


@pytest.mark.parametrize(
    "text", ["", "%", "Data not yet available", "Not available %", "n/a", "<5", "1,23", "4.", "1e3"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert printed_number(text) is None


def test_units_are_those_of_the_last_digit() -> None:
    number = printed_number("3.67%")
    assert number is not None
    assert (number.units, number.unit, number.exact) == (367, Fraction(1, 100), Fraction(367, 100))


@given(fractions, st.integers(0, 3))
def test_rounding_is_within_half_a_unit(value: Fraction, decimals: int) -> None:
    assert abs(Fraction(rounded(value, decimals)) - value) <= Fraction(1, 2 * 10**decimals)


@given(fractions, st.integers(0, 3))
def test_truncation_is_towards_nought_and_within_a_unit(value: Fraction, decimals: int) -> None:
    left = Fraction(truncated(value, decimals))
    assert abs(left) <= abs(value)
    assert abs(left - value) < Fraction(1, 10**decimals)


@given(fractions, st.integers(0, 3))
def test_a_figure_without_its_sign_is_rounded_alike(value: Fraction, decimals: int) -> None:
    assert rounded(-value, decimals) == -rounded(value, decimals)
    assert truncated(-value, decimals) == -truncated(value, decimals)
