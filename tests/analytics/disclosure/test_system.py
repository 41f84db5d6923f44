import numpy as np
import pytest

from analytics.disclosure.cells import Quantity
from analytics.disclosure.constraints import Constraint, adds_up
from analytics.disclosure.refusal import Refused
from analytics.disclosure.system import system_of
from tests.analytics.disclosure.tables import cell

WHOLE, PART, REST = (cell(each, "Sift") for each in ("", "Disabled", "Not disabled"))
CELLS = (WHOLE, PART, REST)
SUM = adds_up(WHOLE, [PART, REST])


def test_a_table_is_a_witness_only_if_it_is_possible() -> None:
    system = system_of(CELLS, [SUM, Constraint(((WHOLE, 1),), 5, 5)])
    assert system.witness(np.array([5.0, 1.9999999, 3.0000001])) == (5, 2, 3)
    assert system.witness(np.array([5.0, 2.0, 2.0])) is None
    assert system.witness(np.array([6.0, 3.0, 3.0])) is None
    assert system.witness(np.array([5.0, -1.0, 6.0])) is None


def test_several_limits_on_a_cell_all_hold() -> None:
    limits = [(0, None), (3, 9), (None, 7)]
    system = system_of(CELLS, [Constraint(((PART, 1),), *each) for each in limits])
    assert (system.low[1], system.high[1]) == (3, 7)


def test_limits_that_are_added_only_narrow() -> None:
    system = system_of(CELLS, [Constraint(((PART, 1),), 3, 7)]).within({PART: (0, 5)})
    assert (system.low[1], system.high[1]) == (3, 5)


def test_a_cell_without_a_limit_can_be_far_larger_than_any_count_known() -> None:
    system = system_of(CELLS, [Constraint(((PART, 1),), 3000, 3000)], largest=5000)
    assert system.high.tolist() == [20000, 3000, 20000]


def test_a_cell_named_twice_counts_twice() -> None:
    assert system_of(CELLS, []).vector(Quantity(((PART, 1), (PART, 1)))).tolist() == [0, 2, 0]


def test_a_figure_about_a_cell_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="of cells that the tables do not have") as refused:
        system_of([PART, REST], [SUM])
    assert refused.value.places == ("C1, Sift, entered, everybody (release R1)",)
