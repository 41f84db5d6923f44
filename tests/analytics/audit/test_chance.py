import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.audit.chance import agreeing_by_chance, hit, units_given, window
from analytics.audit.numbers import PrintedNumber, printed_number
from analytics.audit.severity import fits


def _number(text: str) -> PrintedNumber:
    number = printed_number(text)
    assert number is not None
    return number


@given(st.integers(0, 20_000), st.integers(0, 3))
def test_a_figure_is_in_its_own_window(units: int, decimals: int) -> None:
    number = _number(f"{units / 10**decimals:.{decimals}f}%")
    assert number.units in window(number)


@given(st.integers(0, 900), st.integers(1, 900), st.integers(0, 20_000))
def test_what_a_quotient_gives_is_what_fits_it(part: int, whole: int, units: int) -> None:
    number = _number(f"{units / 100:.2f}%")
    assert (number.units in units_given(number, part, whole)) == fits(number, part, whole)


def test_the_fewer_decimals_the_likelier_a_hit() -> None:
    hits = [hit(_number(text)) for text in ("24.10%", "24.1%", "24%")]
    assert hits == [2 / 1205, 2 / 121, 2 / 13]


@pytest.mark.parametrize(("support", "chance"), [(1, 1.0), (2, 3 * 2 / 1205), (4, (2 / 1205) ** 3)])
def test_the_more_figures_agree_the_less_it_is_chance(support: int, chance: float) -> None:
    others = [_number("24.10%")] * 3
    assert agreeing_by_chance(others, support) == pytest.approx(chance)
