import pytest

from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.evidence import Evidence
from analytics.disclosure.refusal import Refused
from analytics.disclosure.repair import repaired
from analytics.disclosure.shift import Shown, weight
from analytics.disclosure.system import System, system_of
from tests.analytics.disclosure.tables import cell, release

RELEASE = release({"Disabled": (3, 0), "Not disabled": (80, 50), "Not stated": (20, 10)})
SYSTEM = system_of(RELEASE.cells, RELEASE.identities())
TRUTH = tuple(RELEASE.counts[each] for each in SYSTEM.cells)
DISABLED = Quantity.of(cell("Disabled", "Sift"))
SHOWN = {
    each: Shown(count, count, weight(each, count))
    for each in (cell(category, "Sift") for category in ("", "Not disabled", "Not stated"))
    for count in (RELEASE.counts[each],)
}


def _showing(cells: set[Cell]) -> System:
    return SYSTEM.within({each: (SHOWN[each].low, SHOWN[each].high) for each in cells})


def test_the_count_that_is_missed_least_is_hidden() -> None:
    shown = repaired(SYSTEM, TRUTH, SHOWN, [DISABLED], 5).shown
    assert {*SHOWN} - {*shown} == {cell("Not stated", "Sift")}


def test_where_nothing_is_sensitive_nothing_is_hidden() -> None:
    assert repaired(SYSTEM, TRUTH, SHOWN, [], 5).shown == tuple(SHOWN)


def test_what_need_not_be_hidden_is_shown_again() -> None:
    others = [Quantity.of(cell("", "Sift", "failed")), Quantity.of(cell("Disabled", "Interview"))]
    shown = repaired(SYSTEM, TRUTH, SHOWN, [DISABLED, *others], 9).shown
    for extra in {*SHOWN} - {*shown}:
        evidence = Evidence(_showing({*shown, extra}), [DISABLED, *others], 9)
        assert not all(evidence.seek(number, upwards=up) for number, up in evidence.missing())


def test_the_tables_found_prove_what_they_should() -> None:
    found = repaired(SYSTEM, TRUTH, SHOWN, [DISABLED], 5)
    evidence = Evidence(_showing({*found.shown}), [DISABLED], 5)
    for table in found.tables:
        evidence.add(table)
    assert evidence.missing() == []


def test_what_no_hiding_makes_uncertain_is_refused() -> None:
    known = SYSTEM.within({cell("Disabled", "Sift"): (3, 3)})
    with pytest.raises(Refused) as refused:
        repaired(known, TRUTH, SHOWN, [DISABLED], 5)
    assert refused.value.places == (str(cell("Disabled", "Sift")),)
