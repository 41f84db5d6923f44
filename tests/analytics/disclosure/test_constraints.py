from dataclasses import replace

from analytics.disclosure.constraints import adds_up, at_most, campaigns_add_up, snapshots_grow
from tests.analytics.disclosure.tables import CATEGORIES, cell

WHOLE, *PARTS = (cell(category, "Sift") for category in ("", *CATEGORIES))


def test_parts_add_up_to_the_whole_and_to_nothing_else() -> None:
    counts = dict(zip(PARTS, (3, 90, 7), strict=True))
    assert [n for n in range(98, 103) if adds_up(WHOLE, PARTS).holds({**counts, WHOLE: n})] == [100]


def test_parts_may_be_less_than_the_whole_but_not_more() -> None:
    counts = dict(zip(PARTS, (3, 90, 7), strict=True))
    assert not at_most(PARTS, WHOLE).holds({**counts, WHOLE: 99})
    assert at_most(PARTS, WHOLE).holds({**counts, WHOLE: 101})


def test_what_accumulates_does_not_fall_and_the_rest_may() -> None:
    outcomes = ("entered", "pending", "failed")
    earlier, later = ([cell("", "Sift", each, name) for each in outcomes] for name in ("R1", "R2"))
    grown = snapshots_grow(earlier, later)
    assert [row.terms[0][0].outcome for row in grown] == ["entered", "failed"]
    assert [
        row.holds(dict(zip([*earlier, *later], (5, 5, 5, 4, 4, 5), strict=True))) for row in grown
    ] == [
        False,
        True,
    ]


def test_a_stage_that_is_new_grows_from_nothing() -> None:
    assert not snapshots_grow([cell("", "Sift")], [cell("", "Interview", release="R2")])


def test_campaigns_add_up_to_their_year() -> None:
    year, other = (replace(WHOLE, campaign=code) for code in ("2019-20", "C2"))
    (row,) = campaigns_add_up("2019-20", [year, WHOLE, other])
    assert row == adds_up(year, [WHOLE, other])
