from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.printed_share import counts_behind
from analytics.rounding import percentage

totals = st.integers(1, 400)


def _slow(text: str, total: int) -> list[int]:
    """Every count whose percentage is within half a unit of the last digit, ends included."""
    decimals = -int(Decimal(text).normalize().as_tuple().exponent)
    half = Fraction(1, 2 * 10 ** max(decimals, 0))
    return [k for k in range(total + 1) if abs(Fraction(100 * k, total) - Fraction(text)) <= half]


@given(st.integers(0, 1000), totals)
def test_the_range_is_that_of_trying_every_count(tenths: int, total: int) -> None:
    text = str(Decimal(tenths).scaleb(-1))
    found = counts_behind([float(text)], [total])
    inside = list(range(int(found.lowest[0]), int(found.highest[0]) + 1))
    assert inside == _slow(text, total)
    assert bool(found.exist[0]) == bool(inside)


@given(st.data(), totals, st.integers(0, 2))
def test_a_count_is_among_those_behind_its_own_percentage(
    data: st.DataObject, total: int, decimals: int
) -> None:
    count = data.draw(st.integers(0, total))
    found = counts_behind([float(percentage(count, total, decimals))], [total])
    if decimals == 0 or not percentage(count, total, decimals).endswith("0"):
        assert found.lowest[0] <= count <= found.highest[0]
        assert found.lowest[0] <= found.nearest[0] <= found.highest[0]


def test_the_printed_shares_of_the_papers_stand_for_one_count_each() -> None:
    # OPCC 2020: 71 % and 29 % of 17; custody visitors 2024: 38 % and 62 % of 16, and 69 %
    found = counts_behind([71, 29, 38, 62, 69], [17, 17, 16, 16, 16])
    np.testing.assert_array_equal(found.lowest, [12, 5, 6, 10, 11])
    np.testing.assert_array_equal(found.highest, found.lowest)


def test_of_many_people_a_whole_per_cent_stands_for_many_counts() -> None:
    found = counts_behind([32], [2271])
    assert (found.lowest[0], found.nearest[0], found.highest[0]) == (716, 727, 738)


def test_more_digits_leave_fewer_counts() -> None:
    found = counts_behind([32, 32.1, 32.05], [2271] * 3)
    assert (found.highest - found.lowest + 1).tolist() == [23, 3, 0]


def test_no_count_of_three_prints_as_71_per_cent() -> None:
    found = counts_behind([71], [3])
    assert not found.exist[0]
    assert found.nearest[0] == 2


def test_the_digits_of_a_division_count_as_six() -> None:
    found = counts_behind([100 * 1 / 3, 100 * 2 / 3], [3, 3])
    assert found.nearest.tolist() == [1, 2]
    assert found.exist.all()


def test_nobody_and_everybody_are_possible() -> None:
    found = counts_behind([0, 100], [50, 50])
    assert (found.lowest.tolist(), found.highest.tolist()) == ([0, 50], [0, 50])


def test_nobody_at_all_gives_nothing_but_nought() -> None:
    found = counts_behind([40], [0])
    assert (found.lowest[0], found.highest[0]) == (0, 0)


@pytest.mark.parametrize("share", [-1.0, 100.5])
def test_a_share_outside_0_to_100_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="a printed share must lie between 0 and 100"):
        counts_behind([share], [10])


def test_part_of_a_person_is_refused() -> None:
    with pytest.raises(ValueError, match="total must be whole numbers"):
        counts_behind([10], [10.5])
