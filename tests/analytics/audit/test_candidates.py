import pytest

from analytics.audit.candidates import Candidate, Kind, candidates, distances
from tests.analytics.audit.printed_tables import BAME, NO_ETHNICITY, WHITE, row, table

ENTERED = row("entered", 200, {BAME: 40, NO_ETHNICITY: 10})
FAILED = row("failed", 50, {BAME: 15, NO_ETHNICITY: 4})
WENT_ON = row("went on", 150, {BAME: 25, NO_ETHNICITY: 6})
TABLE = table(ENTERED, FAILED, WENT_ON)


def _of(kind: Kind) -> list[Candidate]:
    return [each for each in candidates(TABLE, ENTERED, BAME) if each.kind is kind]


@pytest.mark.parametrize(
    ("kind", "quotients"),
    [
        (Kind.other_total, [(40, 50), (40, 150)]),
        (Kind.sum_of_parts, [(40, 50)]),
        (Kind.without_blanks, [(40, 190)]),
        (Kind.other_cell, [(10, 200)]),
        (Kind.other_row, [(15, 50), (25, 150)]),
        (Kind.difference, [(25, 150), (15, 50), (10, 100)]),
        (Kind.other_count_and_total, [(15, 200), (15, 150), (25, 200), (25, 50)]),
    ],
)
def test_every_quotient_of_the_table_is_tried(kind: Kind, quotients: list[tuple[int, int]]) -> None:
    assert [(each.numerator, each.denominator) for each in _of(kind)] == quotients


def test_nearer_rows_are_more_plausible() -> None:
    near, far = _of(Kind.other_total)
    assert (near.labels, far.labels) == (("failed",), ("went on",))
    assert near.cost < far.cost


def test_blanks_are_not_left_out_of_their_own_share() -> None:
    tried = {each.kind for each in candidates(TABLE, ENTERED, NO_ETHNICITY)}
    assert Kind.without_blanks not in tried


def test_parts_that_make_the_total_are_no_other_denominator() -> None:
    whole = row("all", 10, {BAME: 3, WHITE: 7})
    assert Kind.sum_of_parts not in {each.kind for each in candidates(table(whole), whole, BAME)}


def test_a_figure_without_a_count_may_be_that_of_another_row() -> None:
    lone = row("lone", 20, {})
    tried = {each.kind for each in candidates(table(ENTERED, lone), lone, BAME)}
    assert tried == {Kind.other_row, Kind.other_count_and_total}


def test_a_row_with_other_percentages_beside_it_is_the_same_row() -> None:
    again = row("failed", 50, {BAME: 15}, {BAME: "9%"})
    assert distances(TABLE, again) == [1, 0, 1]
