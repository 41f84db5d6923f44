from collections.abc import Mapping

import polars as pl
from hypothesis import given

from analytics.movements import (
    JOINED,
    LEFT,
    Movements,
    everybody,
    joiners_and_leavers,
    movements_of,
    others_than,
)
from tests.analytics.moves import (
    BEFORE,
    COUNTS,
    DECADE,
    LAST,
    PUBLISHED,
    both,
    ethnicity,
    moved,
    table,
    years,
)

SHOWN = ["period", "derived", "joiners", "leavers", "reference_joiners", "reference_leavers"]


def test_a_period_inside_another_is_taken_out_of_it() -> None:
    rows = joiners_and_leavers(movements_of(PUBLISHED))
    assert rows.select(SHOWN).rows() == [
        ("2010-20", False, 75, 77, 759, 1109),
        ("2010-19", True, 52, 71, 565, 997),
        ("2019-20", False, 23, 6, 194, 112),
    ]
    assert rows.select("not_stated_joiners", "not_stated_leavers").rows() == [
        (50, 29),
        (26, 25),
        (24, 4),
    ]
    assert rows.select("all_joiners", "all_leavers").rows() == [
        (884, 1215),
        (643, 1093),
        (241, 122),
    ]


def test_a_period_asked_about_comes_alone_and_may_follow_from_others() -> None:
    movements = movements_of(PUBLISHED)
    assert joiners_and_leavers(movements, [LAST])["period"].to_list() == ["2019-20"]
    assert joiners_and_leavers(movements, [BEFORE]).select(SHOWN).row(0)[:4] == (
        "2010-19",
        True,
        52,
        71,
    )


def test_several_comparators_are_called_all_others() -> None:
    counts = {"BAME": 1, "White": 2, "Not stated": 3}
    rows = table(both(LAST, counts, counts))
    other = rows.filter(category="White").with_columns(category=pl.lit("Other"))
    [row] = joiners_and_leavers(movements_of(pl.concat([rows, other]))).to_dicts()
    assert (row["reference"], row["reference_joiners"]) == ("All others who stated", 4)


def test_a_category_that_is_not_recorded_is_nobody() -> None:
    rows = table(both(LAST, ethnicity(1, 2, 3), {"BAME": 4, "White": 5}))
    [row] = joiners_and_leavers(movements_of(rows)).to_dicts()
    assert (row["not_stated_leavers"], row["all_leavers"]) == (0, 9)


def test_a_direction_without_its_counterpart_gives_no_row() -> None:
    rows = table(moved("left", LAST, ethnicity(1, 2, 3)))
    assert joiners_and_leavers(movements_of(rows)).is_empty()


def test_counts_that_would_be_below_0_are_not_known() -> None:
    rows = table(
        moved("left", DECADE, ethnicity(5, 50, 0)), moved("left", LAST, ethnicity(6, 9, 0))
    )
    [own] = movements_of(rows)
    assert own.combined(LEFT, BEFORE) == ethnicity(-1, 41, 0)
    assert own.people(LEFT, BEFORE) is None
    assert own.total(LEFT, BEFORE) is None


def test_both_directions_are_known_only_where_each_gives_the_period() -> None:
    rows = table(
        moved("joined", BEFORE, ethnicity(1, 2, 0)),
        moved("joined", LAST, ethnicity(1, 2, 0)),
        moved("left", DECADE, ethnicity(3, 4, 0)),
        moved("left", LAST, ethnicity(3, 3, 0)),
    )
    [own] = movements_of(rows)
    assert own.known() == (DECADE, BEFORE, LAST)
    assert own.known((JOINED,)) == (BEFORE, LAST)
    assert own.known(wanted=[DECADE]) == (DECADE,)
    assert joiners_and_leavers([own])["derived"].to_list() == [True, True, False]


def test_periods_that_overlap_stay_as_they_are_recorded() -> None:
    early, late = years(2010, 2016), years(2014, 2020)
    rows = table(
        both(early, ethnicity(1, 2, 0), ethnicity(1, 2, 0)),
        both(late, ethnicity(1, 2, 0), ethnicity(1, 2, 0)),
    )
    assert movements_of(rows)[0].known() == (early, late)


def test_everybody_is_counted_where_the_characteristics_agree() -> None:
    rows = table(
        both(LAST, ethnicity(1, 2, 3), ethnicity(1, 1, 1)),
        both(LAST, {"Female": 3, "Male": 4}, {"Female": 1, "Male": 2}),
    )
    [whole] = everybody(movements_of(rows))
    assert whole.people(LEFT, LAST) == {"All": 3}
    assert whole.people(JOINED, LAST) is None


@given(COUNTS, COUNTS)
def test_what_is_taken_out_and_put_back_is_the_whole(
    before: Mapping[str, int], last: Mapping[str, int]
) -> None:
    whole = {name: before[name] + last[name] for name in before}
    [own] = movements_of(table(moved("left", DECADE, whole), moved("left", LAST, last)))
    assert own.people(LEFT, BEFORE) == before
    again = table(moved("left", BEFORE, before), moved("left", LAST, last))
    assert movements_of(again)[0].people(LEFT, DECADE) == whole


def test_without_a_comparator_all_other_stated_categories_are_compared_with() -> None:
    kinds = {"Under 26": "group", "26 to 40": "part", "Over 40": "part", "Blank": "not stated"}
    own = Movements("U", "R", "age", kinds)
    assert others_than(own, "Under 26") == ["26 to 40", "Over 40"]


def test_where_there_is_a_comparator_it_alone_is_compared_with() -> None:
    own = Movements("U", "R", "sex", {"Female": "group", "Male": "comparator", "Other": "part"})
    assert others_than(own, "Female") == ["Male"]
