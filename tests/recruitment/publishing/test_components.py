import polars as pl
import pytest

from analytics.disclosure.cells import Cell
from recruitment.publishing.campaign_components import applications_stage, at_every_stage
from recruitment.publishing.components import Component, groups_of, renamed
from recruitment.publishing.counted import counted, latest
from recruitment.publishing.making import components_of
from recruitment.publishing.post_components import uncounted
from tests.recruitment.publishing.made import LABELS, WORKFORCE, fill, in_memory, people

POST = "Officer, Mercia, 31 March 2025"
YEAR = "Officer, Mercia, 2024-25"


def _components(*statements: str) -> dict[tuple[str, str], Component]:
    import queries

    with in_memory() as con:
        con.execute(LABELS)
        fill(con, "LE25", people(1, 200), "2025-06-30")
        for each in statements:
            con.execute(each)
        return {own.key: own for own in components_of(counted(con, queries.campaigns(con)))}


def _count(component: Component, *where: str) -> int:
    return component.release.counts[Cell("now", *where)]


def test_a_campaign_is_one_component_in_which_everything_adds_up() -> None:
    own = _components()["campaign", "LE25"]
    assert _count(own, "LE25", "", "", "Sift", "entered") == 200
    assert own.release.contradicted() == ()
    assert own.groups == (("ethnicity", "BAME"), ("sex", "Female"))


def test_those_who_withdrew_before_the_first_stage_are_the_rest_of_those_who_applied() -> None:
    own = _components("UPDATE campaigns SET submitted = 260")["campaign", "LE25"]
    assert _count(own, "LE25", "", "", "all applications", "entered") == 260
    assert _count(own, "LE25", "", "", "all applications", "withdrawn") == 60
    assert len(own.release.further) == 1


def test_applications_that_contradict_the_first_stage_bind_nothing() -> None:
    own = _components("UPDATE campaigns SET submitted = 260, withdrawn = 10")["campaign", "LE25"]
    assert len(own.release.contradicted()) == 1


def test_what_comes_before_the_first_stage_is_named_unlike_any_stage() -> None:
    assert applications_stage(("Sift",)) == "all applications"
    assert applications_stage(("all applications",)) == "all applications, submitted"


def test_a_characteristic_that_was_not_counted_at_every_stage_is_left_out() -> None:
    flow = pl.DataFrame(
        {"stage": ["Sift", "Offer", "Sift"], "characteristic": ["sex", "sex", "disability"]}
    )
    assert at_every_stage(flow)["characteristic"].to_list() == ["sex", "sex"]


def test_who_is_in_no_category_of_a_post_is_counted_too() -> None:
    own = _components(WORKFORCE)["workforce", "Officer, Mercia"]
    assert _count(own, POST, "", "", "in post", "entered") == 1735
    assert _count(own, POST, "ethnicity", "Not counted", "in post", "entered") == 1732


def test_joiners_and_leavers_of_a_period_are_parts_of_one_component() -> None:
    own = _components(WORKFORCE)["movements", "Officer, Mercia"]
    assert [each.campaign for each in own.release.structures] == [YEAR, YEAR]
    assert _count(own, YEAR, "sex", "Female", "left", "entered") == 2
    assert own.release.contradicted() == ()


def test_shares_without_people_are_no_component() -> None:
    without = WORKFORCE.replace("612, NULL", "NULL, 35.0").replace("1123, NULL", "NULL, 65.0")
    found = _components(without.replace("3, NULL", "NULL, 1.0"))
    assert ("workforce", "Officer, Mercia") not in found


@pytest.mark.parametrize(("headcounts", "said"), [([1, 2], False), ([1, None], True)])
def test_whether_shares_stand_without_people(headcounts: list[int | None], *, said: bool) -> None:
    assert uncounted(pl.DataFrame({"headcount": headcounts})) is said


def test_a_release_keeps_its_counts_under_another_name() -> None:
    own = _components("UPDATE campaigns SET submitted = 260")["campaign", "LE25"]
    other = renamed(own.release, "R2")
    assert list(other.counts.values()) == list(own.release.counts.values())
    assert {cell.release for cell in other.counts} == {"R2"}
    assert {cell.release for each in other.further for cell, _ in each.terms} == {"R2"}


def test_of_a_characteristic_without_groups_every_part_is_reported_on() -> None:
    rows = pl.DataFrame(
        {
            "characteristic": ["age", "age", "sex", "sex"],
            "category": ["Under 25", "Over 25", "Female", "Male"],
            "kind": ["part", "part", "group", "comparator"],
        }
    )
    assert groups_of(rows) == (("age", "Under 25"), ("age", "Over 25"), ("sex", "Female"))


def test_the_latest_date_is_that_of_any_column() -> None:
    import datetime as dt

    days = [dt.date(2025, 1, 1), dt.date(2025, 3, 1), None]
    rows = pl.DataFrame({"as_at": [days[0]], "closed": [days[1]], "opened": [days[2]]})
    assert latest(rows) == days[1]
    assert latest(rows.clear()) is None
