import numpy as np
import pytest

from analytics.disclosure import attacker
from analytics.disclosure.attacker import Verdict, attack, extreme, reach
from analytics.disclosure.cells import Quantity
from analytics.disclosure.constraints import Constraint
from analytics.disclosure.facts import Between, Exact, Percentage, constraints_of
from analytics.disclosure.programme import Programme, Solution, solve
from analytics.disclosure.refusal import Refused
from analytics.disclosure.system import System, system_of
from tests.analytics.disclosure.agreement import Agreement, agreement
from tests.analytics.disclosure.tables import DISABILITY, cell

DISABLED = Quantity.of(cell("Disabled", "Sift"))
TOTAL = Quantity.of(cell("", "Sift"))


def _system(*facts: Between | Exact | Percentage) -> System:
    rows = [row for fact in facts for row in constraints_of(fact)]
    return system_of(DISABILITY.cells("R1"), [*DISABILITY.identities("R1"), *rows])


@pytest.mark.parametrize("block", range(4))
def test_the_attacker_knows_what_brute_force_knows(block: int) -> None:
    found = sum((agreement(seed) for seed in range(20 * block, 20 * block + 20)), Agreement())
    assert found.cells > 200
    assert found.agree == found.cells


def test_ninety_seven_of_ninety_nine_passed_tells_that_two_failed() -> None:
    interview = Quantity.of(cell("Disabled", "Interview"))
    (failed,) = attack(
        _system(Exact(DISABLED, 99), Exact(interview, 97)),
        [Quantity.of(cell("Disabled", "Sift", "failed"))],
    )
    assert (failed.low, failed.high) == (2, 2)
    assert failed.is_recovered
    assert failed.is_exposed(5)
    assert not failed.is_safe(5)


def test_a_share_of_few_people_is_the_count() -> None:
    facts = (Exact(TOTAL, 52), Percentage(DISABLED, TOTAL, 58, 1))
    assert [(each.low, each.high) for each in attack(_system(*facts), [DISABLED])] == [(3, 3)]


@pytest.mark.parametrize(
    ("low", "high", "safe"),
    [(0, 5, True), (1, 5, True), (2, 9, False), (0, 4, False), (1, 900, True)],
)
def test_a_count_is_safe_that_may_be_small_and_may_be_large(
    low: int,
    high: int,
    safe: bool,  # noqa: FBT001
) -> None:
    verdict = Verdict(DISABLED, low, high, {}, {})
    assert verdict.is_safe(5) == safe


def test_zero_is_not_exposed() -> None:
    assert not Verdict(DISABLED, 0, 0, {}, {}).is_exposed(5)


def test_contradictions_are_refused() -> None:
    system = _system(Exact(TOTAL, 5), Exact(DISABLED, 6))
    with pytest.raises(Refused, match=r"^what is published contradicts itself"):
        attack(system, [DISABLED])


def test_contradictions_that_show_only_in_whole_people_are_refused() -> None:
    twice = Constraint(((cell("Disabled", "Sift"), 2), (cell("", "Sift"), -2)), -1, -1)
    with pytest.raises(Refused, match=r"^what is published contradicts itself"):
        attack(system_of([cell("Disabled", "Sift"), cell("", "Sift")], [twice]), [DISABLED])


def test_a_bound_that_does_not_stand_up_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(programme: Programme, _: object = None) -> Solution:
        return Solution(-7.0, np.full(programme.cost.size, 7.0))

    monkeypatch.setattr(attacker, "solve", wrong)
    with pytest.raises(Refused, match="does not stand up") as refused:
        extreme(_system(Exact(TOTAL, 5)), DISABLED, upwards=True)
    assert refused.value.places == ("C1, Sift, entered, disability: Disabled (release R1)",)


def test_a_whole_table_that_falls_short_is_not_the_last_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lazy(programme: Programme, whole: object = None) -> Solution | None:
        found = solve(programme, np.ones(programme.cost.size))
        assert found is not None
        return found if whole is not None else Solution(found.cost, np.zeros(found.x.size))

    monkeypatch.setattr(attacker, "solve", lazy)
    system = _system(Between(TOTAL, 0, 5))
    assert extreme(system, DISABLED, upwards=True)[0] == 5
    assert reach(system, DISABLED, 5, upwards=True) is not None


def test_whole_people_are_counted_where_parts_would_reach_further() -> None:
    cells = [cell("Disabled", "Sift"), cell("Not disabled", "Sift")]
    half = Constraint(((cells[0], 2), (cells[1], 2)), 0, 5)
    system = system_of(cells, [half])
    assert extreme(system, DISABLED, upwards=True)[0] == 2
    assert reach(system, DISABLED, 3, upwards=True) is None
    assert reach(system, DISABLED, 2, upwards=True) == (2, 0)


def test_what_cannot_be_reached_is_not_reached() -> None:
    system = _system(Exact(TOTAL, 5))
    assert reach(system, DISABLED, 6, upwards=True) is None
    assert reach(system, DISABLED, -1, upwards=False) is None
