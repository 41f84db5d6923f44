from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from analytics.rounding import half_up, percentage


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_a_percentage_is_the_exact_fraction_rounded_half_up(
    numerator: int, denominator: int, decimals: int
) -> None:
    scaled = Fraction(100 * numerator * 10**decimals, denominator)
    whole = (scaled + Fraction(1, 2)).__floor__()
    expected = Decimal(whole).scaleb(-decimals)
    assert Decimal(percentage(numerator, denominator, decimals)) == expected


@given(st.integers(-(10**9), 10**9))
def test_halves_go_away_from_zero_in_both_directions(thousandths: int) -> None:
    exact = Decimal(thousandths) / 1000
    assert Decimal(half_up(thousandths / 1000, 2)) == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_zero_has_no_sign() -> None:
    assert half_up(-0.001, 2) == "0.00"
