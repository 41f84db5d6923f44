from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.facts import (
    Exact,
    Fact,
    Hidden,
    Ordered,
    Percentage,
    constraints_of,
    interval,
)
from analytics.disclosure.refusal import Refused
from tests.analytics.disclosure.tables import cell

PART, WHOLE = cell("Disabled", "Sift"), cell("", "Sift")
BASES = st.integers(1, 12)


def _round(count: int, base: int) -> int:
    return (2 * count + base) // (2 * base) * base


def _possible(fact: Fact, counts: dict[Cell, int]) -> bool:
    return all(constraint.holds(counts) for constraint in constraints_of(fact))


@given(st.integers(0, 200), BASES)
def test_the_interval_of_a_rounded_count_is_all_that_round_to_it(count: int, base: int) -> None:
    shown = _round(count, base)
    low, high = interval(shown, base)
    assert [*range(low, high + 1)] == [x for x in range(300) if _round(x, base) == shown]


@given(st.integers(0, 200), BASES)
def test_a_count_that_is_shown_is_not_one_that_is_hidden(count: int, base: int) -> None:
    low, high = interval(_round(count, base), base, base)
    shown = [x for x in range(300) if _round(x, base) == _round(count, base)]
    assert [*range(low, high + 1)] == [x for x in shown if x == 0 or x >= base]


@given(st.integers(0, 300), st.integers(1, 300), st.integers(0, 2))
def test_a_percentage_is_possible_where_it_would_be_printed(n: int, d: int, decimals: int) -> None:
    printed = (200 * 10**decimals * n + d) // (2 * d)
    fact = Percentage(Quantity.of(PART), Quantity.of(WHOLE), printed, decimals)
    assert _possible(fact, {PART: n, WHOLE: d})


@given(st.integers(0, 300), st.integers(1, 300), st.sampled_from([-2, 2]))
def test_a_percentage_two_digits_off_is_not_possible(n: int, d: int, off: int) -> None:
    fact = Percentage(Quantity.of(PART), Quantity.of(WHOLE), (200 * n + d) // (2 * d) + off, 0)
    assert not _possible(fact, {PART: n, WHOLE: d})


def test_there_is_no_percentage_of_nobody() -> None:
    fact = Percentage(Quantity.of(PART), Quantity.of(WHOLE), 0, 0)
    assert not _possible(fact, {PART: 0, WHOLE: 0})


@pytest.mark.parametrize(
    ("fact", "possible"),
    [
        (Exact(Quantity.of(PART), 3), [3]),
        (Ordered(Quantity.of(PART), Quantity.of(WHOLE)), [4, 5, 6]),
        (Hidden(PART), [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_a_fact_leaves_what_it_says(fact: Fact, possible: list[int]) -> None:
    assert [x for x in range(7) if _possible(fact, {PART: x, WHOLE: 4})] == possible


def test_a_fact_of_unknown_kind_is_refused() -> None:
    with pytest.raises(Refused, match=r"^a fact of unknown kind, str, cannot be audited$"):
        constraints_of(cast("Fact", "p = 0.04"))
