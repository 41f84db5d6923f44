from math import log

from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.shift import Shown, cheapest_shift, weight
from analytics.disclosure.system import Witness, system_of
from tests.analytics.disclosure.tables import CATEGORIES, DISABILITY, cell, release

RELEASE = release({"Disabled": (3, 0), "Not disabled": (80, 50), "Not stated": (20, 10)})
SYSTEM = system_of(RELEASE.cells, RELEASE.identities())
DISABLED = Quantity.of(cell("Disabled", "Sift"))


def _shown(*cells: Cell, slack: int = 0) -> dict[Cell, Shown]:
    return {
        each: Shown(
            RELEASE.counts[each] - slack,
            RELEASE.counts[each] + slack,
            weight(each, RELEASE.counts[each]),
        )
        for each in cells
    }


def _moved(shown: dict[Cell, Shown], table: Witness) -> list[str]:
    counts = dict(zip(SYSTEM.cells, table, strict=True))
    return [
        each.category
        for each, limits in shown.items()
        if not limits.low <= counts[each] <= limits.high
    ]


def _sift() -> list[Cell]:
    return [cell(each, "Sift") for each in ("", *CATEGORIES[1:])]


def test_totals_weigh_most_and_those_who_did_not_answer_least() -> None:
    cells = [cell(each, "Sift") for each in ("Not stated", "Disabled", "")]
    assert [weight(each, 9) / (1 + log(10)) for each in cells] == [1, 2, 40]


def test_the_count_that_is_missed_least_moves() -> None:
    shown = _shown(*_sift())
    table = cheapest_shift(SYSTEM, shown, DISABLED, 5, upwards=True)
    assert table is not None
    assert _moved(shown, table) == ["Not stated"]
    assert table[SYSTEM.place[cell("Disabled", "Sift")]] == 5


def test_nothing_moves_where_rounding_leaves_room() -> None:
    shown = _shown(*_sift(), slack=2)
    table = cheapest_shift(SYSTEM, shown, DISABLED, 1, upwards=False)
    assert table is not None
    assert _moved(shown, table) == []


def test_nobody_can_be_moved_to_where_nobody_can_be() -> None:
    assert cheapest_shift(SYSTEM, _shown(*_sift()), DISABLED, -1, upwards=False) is None


def test_only_whole_people_move() -> None:
    pair = DISABILITY.cells("R1")[:2]
    twice = Quantity(((pair[0], 2),))
    system = system_of(pair, [])
    table = cheapest_shift(system, {pair[0]: Shown(0, 0, 1.0)}, twice, 5, upwards=True)
    assert table is not None
    assert table[0] == 3
