import polars as pl

from analytics.movement_contradictions import (
    characteristics_apart,
    impossible,
    reasons_beyond_leavers,
    totals_apart,
)
from analytics.movement_reasons import movement_reasons
from analytics.movements import movements_of
from tests.analytics.moves import BEFORE, DECADE, LAST, PUBLISHED, both, ethnicity, moved, table


def _total(printed: int, direction: str) -> pl.DataFrame:
    row = table(moved(direction, DECADE, {"BAME": printed}))
    kept = ["unit", "role", "period_start", "period_end", "direction", "characteristic"]
    return row.select(*kept, printed_total="people")


def test_a_total_that_its_categories_do_not_add_up_to_is_found() -> None:
    totals = pl.concat([_total(955, "left"), _total(884, "joined")])
    [found] = totals_apart(PUBLISHED, totals).to_dicts()
    assert (found["printed_total"], found["parts"], found["people"]) == (955, [77, 1109, 29], 1215)


def test_a_total_without_categories_says_nothing() -> None:
    assert totals_apart(PUBLISHED, _total(5, "dismissed")).is_empty()


def test_characteristics_that_count_different_numbers_are_found() -> None:
    by_sex = {"Female": 337, "Male": 552}
    rows = pl.concat([PUBLISHED, table(moved("joined", DECADE, by_sex))])
    [found] = characteristics_apart(rows).to_dicts()
    assert (found["direction"], found["characteristic"], found["people"]) == (
        "joined",
        ["ethnicity", "sex"],
        [884, 889],
    )


def test_what_adds_up_is_not_found() -> None:
    assert characteristics_apart(PUBLISHED).is_empty()
    assert list(impossible(movements_of(PUBLISHED))) == []


def test_more_people_in_a_part_than_in_the_whole_are_found() -> None:
    rows = table(
        moved("left", DECADE, ethnicity(5, 50, 0)), moved("left", LAST, ethnicity(6, 9, 0))
    )
    [found] = impossible(movements_of(rows))
    assert (found.category, found.period, found.recorded, found.following) == (
        "BAME",
        BEFORE,
        None,
        -1,
    )
    assert found.signs == {DECADE: 1, LAST: -1}


def test_a_whole_that_its_parts_do_not_add_up_to_is_found() -> None:
    rows = table(
        moved("left", DECADE, ethnicity(5, 50, 0)),
        moved("left", BEFORE, ethnicity(3, 40, 0)),
        moved("left", LAST, ethnicity(3, 10, 0)),
    )
    [found] = impossible(movements_of(rows))
    assert (found.category, found.period, found.recorded, found.following) == (
        "BAME",
        DECADE,
        5,
        6,
    )


def test_reasons_stand_beside_those_who_left() -> None:
    rows = table(
        both(LAST, ethnicity(1, 2, 0), ethnicity(3, 9, 1)),
        moved("dismissed", LAST, {"All": 2}),
        moved("resigned in proceedings", LAST, ethnicity(1, 0, 0)),
        moved("barred", DECADE, {"All": 4}),
    )
    found = movement_reasons(movements_of(rows)).sort("reason", "group")
    assert found.select("period", "reason", "group", "people", "leavers").rows() == [
        ("2010-20", "barred", "All", 4, None),
        ("2019-20", "dismissed", "All", 2, 13),
        ("2019-20", "resigned in proceedings", "BAME", 1, 3),
        ("2019-20", "resigned in proceedings", "Not stated", 0, 1),
        ("2019-20", "resigned in proceedings", "White", 0, 9),
    ]
    assert movement_reasons(movements_of(rows), [DECADE])["reason"].to_list() == ["barred"]


def test_more_dismissed_than_left_is_found_and_more_barred_is_not() -> None:
    rows = table(
        moved("left", LAST, {"All": 2}),
        moved("dismissed", LAST, {"All": 3}),
        moved("barred", LAST, {"All": 4}),
    )
    [found] = reasons_beyond_leavers(movement_reasons(movements_of(rows)))
    assert (found["reason"], found["people"], found["leavers"]) == ("dismissed", 3, 2)
