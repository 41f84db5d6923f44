from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import scipy.optimize
from scipy.sparse import csc_array

from analytics.disclosure.programme import Programme, solve
from analytics.disclosure.refusal import Refused


def _programme(low: float, high: float, *, at_least: float) -> Programme:
    """Return the search for the least 2x + 3y with 2x + 2y at least so much."""
    limits = np.array([low, low]), np.array([high, high])
    rows = csc_array(np.array([[2.0, 2.0]])), np.array([at_least]), np.array([np.inf])
    return Programme(np.array([2.0, 3.0]), *rows, *limits)


def test_parts_of_people_are_cheaper_than_whole_ones() -> None:
    programme = _programme(0, 9, at_least=5)
    loose, strict = solve(programme), solve(programme, np.ones(2))
    assert loose is not None
    assert strict is not None
    assert (loose.cost, strict.cost, strict.x.tolist()) == (5, 6, [3, 0])


@pytest.mark.parametrize("limits", [(0, 1), (2, 1)])
def test_what_cannot_be_has_no_solution(limits: tuple[int, int]) -> None:
    assert solve(_programme(*limits, at_least=5)) is None


def test_what_has_no_end_is_refused() -> None:
    with pytest.raises(Refused, match=r"^the solver gave up: "):
        solve(_programme(-np.inf, 9, at_least=-np.inf))


@pytest.mark.parametrize(
    ("status", "message"), [(1, "no answer in 60 seconds"), (4, "the solver gave up: lost")]
)
def test_no_answer_is_refused(monkeypatch: pytest.MonkeyPatch, status: int, message: str) -> None:
    answer = SimpleNamespace(status=status, message="lost", x=np.zeros(2), fun=0.0)
    monkeypatch.setattr(scipy.optimize, "milp", lambda *_, **__: answer)
    with pytest.raises(Refused, match=message):
        solve(_programme(0, 9, at_least=5))


def test_presolve_is_off_and_the_best_is_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    def milp(*_: object, options: dict[str, Any], **__: object) -> SimpleNamespace:
        asked.update(options)
        return SimpleNamespace(status=2)

    monkeypatch.setattr(scipy.optimize, "milp", milp)
    solve(_programme(0, 9, at_least=5))
    assert asked == {"presolve": False, "mip_rel_gap": 0.0, "time_limit": 60.0}
