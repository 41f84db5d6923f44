import pytest

from analytics.disclosure.cells import Quantity
from analytics.disclosure.constraints import Constraint, adds_up
from analytics.disclosure.evidence import Evidence
from analytics.disclosure.refusal import Refused
from analytics.disclosure.system import System, system_of
from tests.analytics.disclosure.tables import cell

WHOLE, PART, REST = (cell(each, "Sift") for each in ("", "Disabled", "Not disabled"))
SYSTEM = system_of(
    (WHOLE, PART, REST), [adds_up(WHOLE, [PART, REST]), Constraint(((WHOLE, 1),), 9, 9)]
)


def _evidence(system: System = SYSTEM) -> Evidence:
    return Evidence(system, [Quantity.of(PART), Quantity.of(REST)], 5)


def test_without_a_table_everything_is_missing() -> None:
    assert _evidence().missing() == [(0, False), (0, True), (1, False), (1, True)]


def test_one_table_proves_something_of_every_quantity() -> None:
    evidence = _evidence()
    evidence.add((9, 1, 8))
    assert evidence.missing() == [(0, True), (1, False)]


def test_what_is_sought_is_found_and_kept() -> None:
    evidence = _evidence()
    assert all(evidence.seek(number, upwards=up) for number, up in evidence.missing())
    assert evidence.missing() == []


def test_tables_outside_narrower_limits_prove_nothing_any_more() -> None:
    evidence = _evidence()
    evidence.add((9, 1, 8))
    evidence.add((9, 8, 1))
    assert evidence.under(SYSTEM.within({PART: (0, 5)})).missing() == [(0, True), (1, False)]


def test_what_is_not_possible_is_not_found() -> None:
    assert not _evidence(SYSTEM.within({PART: (0, 4)})).seek(0, upwards=True)


def test_a_table_that_is_not_possible_is_refused() -> None:
    with pytest.raises(Refused):
        _evidence().add((9, 1, 1))


def test_of_no_quantity_nothing_is_missing() -> None:
    assert Evidence(SYSTEM, [], 5).missing() == []
