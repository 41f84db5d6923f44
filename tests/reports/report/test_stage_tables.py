from typing import Any

from reports.report.sections.stage_tables import stage_tables
from tests.reports.samples import stage


def _rows(groups: int, **values: Any) -> list[dict[str, Any]]:
    return [
        stage(order, group=f"G{number}", group_entered=10 * number, **values)
        for number in range(1, groups + 1)
        for order in (1, 2)
    ]


def test_groups_stand_side_by_side_and_those_who_did_not_state_after_their_characteristic() -> None:
    people, shares = stage_tables("C1", "c1", _rows(2))
    assert people[0].headings == ("Stage", "All candidates", "G1", "G2", "Sex not stated")
    assert people[0].rows[1] == ("Stage 2 [p]", "1,234", "10", "20", "7")
    assert shares[0].headings == ("Stage", "All candidates", "G1", "G1 (%)", "G2", "G2 (%)")


def test_more_groups_than_fit_across_a_page_make_several_tables() -> None:
    people, shares = stage_tables("C1", "c1", _rows(11))
    assert [table.key for table in people] == ["c1-people", "c1-people-2", "c1-people-3"]
    assert [table.caption for table in shares][1:] == [
        "C1: representation at each stage (part 2)",
        "C1: representation at each stage (part 3)",
    ]
    assert max(len(table.headings) for table in (*people, *shares)) == 12


def test_characteristics_that_do_not_agree_on_everybody_give_a_range() -> None:
    rows = [stage(1), stage(1, characteristic="ethnicity", group="BAME", entered=1230)]
    people, _ = stage_tables("C1", "c1", rows)
    assert people[0].rows[0][1] == "1,230 to 1,234"


def test_a_group_without_a_row_at_a_stage_is_not_available() -> None:
    rows = [stage(1), stage(2), stage(1, group="Other", representation_pct=None)]
    _, shares = stage_tables("C1", "c1", rows)
    assert shares[0].rows[0][-1] == "[x]"
    assert shares[0].rows[1][-2:] == ("[x]", "[x]")
