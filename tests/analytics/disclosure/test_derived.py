from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.derived import (
    HIDDEN,
    NOT_APPLICABLE,
    TOO_FEW,
    Derived,
    change,
    check,
    derive,
    rounded_fraction,
    share,
    shares_as_facts,
)
from analytics.disclosure.facts import Percentage
from analytics.disclosure.presets import OPEN, PUBLIC
from analytics.disclosure.protection import protect
from analytics.disclosure.refusal import Refused
from analytics.rounding import percentage
from tests.analytics.disclosure.tables import cell, release

SMALL = release({"Disabled": (32, 3), "Not disabled": (80, 50), "Not stated": (20, 10)})
READY = protect(SMALL, PUBLIC)
SIFT, INTERVIEW = ((cell("Disabled", stage), cell("", stage)) for stage in ("Sift", "Interview"))


def test_a_share_is_of_the_rounded_counts() -> None:
    assert derive("share", SIFT, READY) == percentage(30, 130, 0) == "23"


def test_a_figure_is_hidden_with_any_of_its_counts() -> None:
    assert derive("share", INTERVIEW, READY) == HIDDEN
    assert derive("change", (*SIFT, *INTERVIEW), READY) == HIDDEN


def test_a_percentage_of_few_or_of_nobody_is_not_shown() -> None:
    assert [share(counts, PUBLIC) for counts in ((5, 45), (5, 50), (0, 0))] == [
        TOO_FEW,
        "10",
        NOT_APPLICABLE,
    ]


def test_a_change_wants_many_people_at_both_ends() -> None:
    ends = [(20, 100, 15, 50), (20, 100, 15, 45), (20, 45, 15, 100)]
    assert [change(counts, PUBLIC) for counts in ends] == ["10", TOO_FEW, TOO_FEW]


@given(st.integers(0, 999), st.integers(1, 999), st.integers(0, 3))
def test_a_share_is_rounded_as_every_other_percentage(n: int, d: int, decimals: int) -> None:
    assert share((n, d), replace(OPEN, decimals=decimals)) == percentage(n, d, decimals)


@given(st.fractions(-100, 100), st.integers(0, 3))
def test_a_rounded_fraction_is_the_nearest_and_halves_go_outwards(
    exact: Fraction, decimals: int
) -> None:
    printed = Fraction(rounded_fraction(exact, decimals))
    step = Fraction(1, 10**decimals)
    assert 2 * abs(printed - exact) <= step
    assert 2 * abs(printed - exact) < step or abs(printed) > abs(exact)


def test_a_statistic_of_one_s_own_is_a_rule_like_any_other() -> None:
    rules = {"ratio": lambda counts, _: f"{counts[0] / counts[1]:.1f}"}
    assert derive("ratio", SIFT, READY, rules) == "0.2"
    check([Derived("ratio", SIFT, "0.2"), Derived("ratio", INTERVIEW, HIDDEN)], READY, rules)


@pytest.mark.parametrize(
    ("rule", "inputs", "message"),
    [
        ("p_value", SIFT, "a figure of unknown kind, p_value"),
        ("share", (cell("Disabled", "Sift", "failed"), SIFT[1]), "counts that are not printed"),
    ],
)
def test_what_cannot_be_recomputed_is_refused(
    rule: str, inputs: tuple[Cell, ...], message: str
) -> None:
    with pytest.raises(Refused, match=message):
        derive(rule, inputs, READY)


@pytest.mark.parametrize("printed", ["24", "23.1", HIDDEN])
def test_a_figure_that_does_not_follow_is_refused(printed: str) -> None:
    with pytest.raises(Refused, match="do not follow from the printed counts") as refused:
        check([Derived("share", SIFT, printed)], READY)
    assert refused.value.places == (f"share of {SIFT[0]}, {SIFT[1]}",)


def test_shares_that_follow_tell_nothing() -> None:
    shares = [Derived("share", SIFT, "23"), Derived("share", INTERVIEW, HIDDEN)]
    assert shares_as_facts(shares, READY) == ()


def test_where_one_share_does_not_follow_all_are_of_true_counts() -> None:
    shares = [Derived("share", SIFT, "23"), Derived("share", INTERVIEW, "4.8")]
    sift, interview = (tuple(map(Quantity.of, each)) for each in (SIFT, INTERVIEW))
    assert shares_as_facts(shares, READY) == (
        Percentage(*sift, 23, 0),
        Percentage(*interview, 48, 1),
    )


def test_a_share_that_is_no_number_is_refused() -> None:
    with pytest.raises(Refused, match="a percentage is no number"):
        shares_as_facts([Derived("share", SIFT, "a fifth")], READY)
