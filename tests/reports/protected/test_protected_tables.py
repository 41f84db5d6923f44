from dataclasses import replace

import pytest

from reports.protected import tables
from reports.protected.figures import is_provisional, last_settled
from reports.report.model import Table
from tests.reports.protected.made import FEMALE, campaign, changed, part, post, protected


def _by_caption(found: list[Table]) -> dict[str, Table]:
    return {each.caption: each for each in found}


def test_counts_are_printed_as_they_are_published_and_hidden_ones_as_c() -> None:
    (table,) = tables.counts_tables(campaign(), part())
    assert table.headings == ("Stage", "All", "Female", "Male", "Not stated")
    assert table.rows == (
        ("Sift", "200", "60", "135", "5"),
        ("Interview [p]", "110", "35", "75", "[c]"),
        ("Offer [p]", "45", "[c]", "40", "[c]"),
    )


def test_outcomes_that_are_not_recorded_are_not_available() -> None:
    (table,) = tables.outcome_tables(campaign(), part())
    assert table.headings == ("Stage", "Entered", "Failed", "Pending")
    assert table.rows[0] == ("Sift", "200", "80", "10")
    assert table.rows[2] == ("Offer [p]", "45", "[x]", "[x]")


def test_shares_follow_from_printed_counts_or_are_hidden_with_them() -> None:
    table = tables.shares_table(campaign(), part())
    assert [row[1] for row in table.rows] == ["30", "32", "[c]"]
    assert table.notes == ()


def test_a_share_of_too_few_people_is_explained_under_the_table() -> None:
    own = changed("Offer", 45, 20, 25, 0)
    table = tables.shares_table(campaign(own), own)
    assert table.rows[2] == ("Offer [p]", "[x]")
    assert table.notes == (tables.TOO_FEW_PEOPLE,)


def test_changes_have_a_sign_and_say_what_they_are_worked_out_from() -> None:
    table = tables.changes_table(campaign(), part(), "Interview")
    assert table.rows == (("Female", "30", "32", "+2"),)
    assert table.notes == (tables.CHANGES,)


def test_posts_are_rows_and_no_part_is_printed_twice() -> None:
    found = _by_caption(
        tables.post_tables("workforce", "Workforce", [post(), post("Staff, Mercia")])
    )
    assert list(found) == ["Workforce, by sex"]
    assert [row[0] for row in found["Workforce, by sex"].rows] == [
        "Officer, Mercia, 31 March 2025: in post",
        "Staff, Mercia: in post",
    ]


def test_the_community_comes_last_with_its_own_decimals() -> None:
    rows = [("LE25: Sift", part(), "Sift")]
    table = tables.beside_community("applicants", "Applicants", rows, protected())
    assert table is not None
    assert table.rows == (("LE25: Sift", "30"), ("Community", "50.60"))
    assert table.notes == ("Community: the people of Mercia, as the source gives them.",)


def test_without_a_known_community_there_is_no_row_of_one() -> None:
    rows = [("LE25: Sift", part(), "Sift")]
    table = tables.beside_community("applicants", "Applicants", rows, protected(community={}))
    assert table is not None
    assert [row[0] for row in table.rows] == ["LE25: Sift"]


def test_where_nobody_belongs_to_a_group_there_is_nothing_to_set_beside() -> None:
    rows = [("LE25: Sift", replace(part(), groups=()), "Sift")]
    assert tables.beside_community("applicants", "Applicants", rows, protected()) is None


def test_a_group_that_is_not_counted_everywhere_is_not_available_there() -> None:
    other = replace(part(), groups=(FEMALE, ("disability", "Disabled")))
    table = tables.beside_community("a", "A", [("LE25: Sift", other, "Sift")], protected())
    assert table is not None
    assert table.rows[0] == ("LE25: Sift", "30", "[x]")


@pytest.mark.parametrize(
    ("pending", "settled"), [(0, "Interview"), (10, "Interview"), (15, None), (None, None)]
)
def test_the_last_settled_stage_is_told_from_printed_counts(
    pending: int | None, settled: str | None
) -> None:
    own = changed("Sift", 200, 60, 135, 5, 80, pending)
    beyond = last_settled(own)
    assert beyond == ("Offer" if settled else None)


def test_a_stage_is_provisional_while_somebody_may_wait_before_it() -> None:
    nobody = changed("Sift", 200, 60, 135, 5, 80, 0)
    assert not is_provisional(nobody, "Interview")
    assert is_provisional(nobody, "Offer")
    assert is_provisional(changed("Sift", 200, 60, 135, 5, 80, None), "Interview")
