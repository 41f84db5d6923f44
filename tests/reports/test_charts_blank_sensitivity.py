"""What the blanks could change: range, stated gap, and the two one-sided positions."""

import json
from xml.etree import ElementTree as ET

import pytest

from reports.charts.blank_sensitivity import blank_sensitivity_chart
from reports.charts.narrow import for_phones, without_captions
from reports.charts.rendering import svg_text
from reports.findings import Findings
from tests.reports.compared import (
    Spec,
    altered,
    hostile,
    kept,
    layer,
    panels,
    picture,
    real,
    real_spec,
    rows,
)
from tests.reports.test_charts_rendering import PAYLOADS

ETHNICITY, SEX = 0, 1
GAPS = (
    "gap_pp",
    "all_in_group_gap_pp",
    "all_in_reference_gap_pp",
    "lowest_gap_pp",
    "highest_gap_pp",
)


def published(*campaigns: str) -> Spec:
    return real_spec(blank_sensitivity_chart, *campaigns)


def drawn(what: Findings) -> Spec:
    spec: Spec = blank_sensitivity_chart(what).to_dict()
    return spec


def application(spec: Spec, panel: int) -> Spec:
    return rows(spec, panels(spec)[panel])[0]


def test_a_row_has_the_stated_gap_the_blanks_and_the_range_in_words() -> None:
    shown = application(published("LE19"), SEX)
    assert shown["counts"] == "+10.87 as stated; 17 blanks"
    assert shown["figure"] == "+8.07 to +12.88: one direction"


def test_a_range_that_reaches_zero_is_told_by_a_hollow_point_bold_figures_and_words() -> None:
    spec = published("LE19")
    shown = application(published("LE19"), ETHNICITY)
    assert shown["figure"] == "-9.65 to +3.81: either direction"
    fill = layer(panels(spec)[ETHNICITY], "point", 2)["encoding"]["fill"]
    assert fill["condition"] == {"test": "datum.either", "value": "#FFFFFF"}
    assert layer(panels(spec)[ETHNICITY], "text", 4)["transform"] == [{"filter": "datum.either"}]


def test_all_panels_share_a_scale_that_holds_zero_and_every_range() -> None:
    spec = published("LE19", "LE19a")
    scales = [layer(p, "point", 2)["encoding"]["x"]["scale"]["domain"] for p in panels(spec)]
    low, high = scales[0]
    assert all(scale == scales[0] for scale in scales)
    every = [row for panel in panels(spec) for row in rows(spec, panel)]
    assert low < 0 < high
    assert all(low <= row["lowest"] <= row["stated"] <= row["highest"] <= high for row in every)


def test_triangles_on_either_side_of_the_bar_mark_all_blanks_on_one_side() -> None:
    panel = panels(published())[SEX]
    above, below = layer(panel, "point"), layer(panel, "point", 1)
    assert (above["mark"]["shape"], above["encoding"]["x"]["field"]) == (
        "triangle-down",
        "in_group",
    )
    assert (below["mark"]["shape"], below["encoding"]["x"]["field"]) == (
        "triangle-up",
        "in_reference",
    )
    assert above["mark"]["yOffset"] < 0 < below["mark"]["yOffset"]


def test_a_stage_without_blanks_has_a_point_and_no_range() -> None:
    none = altered(real(), "bounds", blanks=0)
    assert application(drawn(none), SEX)["counts"] == "+16.78 as stated; no blanks"
    assert application(drawn(none), SEX)["figure"] == "no range"
    assert not application(drawn(none), SEX)["shared"]


def test_unknown_gaps_are_said_to_be_and_the_specification_is_json() -> None:
    unknown = altered(real(), "bounds", **dict.fromkeys(GAPS), blanks=None, reading=None)
    assert application(drawn(unknown), SEX)["counts"] == "no figure as stated; no blanks"
    assert application(drawn(unknown), SEX)["figure"] == "no figure for the range"
    json.dumps(drawn(unknown), allow_nan=False)


def test_one_stage_makes_one_row_and_none_a_page_that_says_so() -> None:
    table = real().tables["bounds"]
    spec = drawn(kept(real(), "bounds", table.filter(stage="Application")))
    assert len(rows(spec, panels(spec)[0])) == 1
    nothing = picture(blank_sensitivity_chart(kept(real(), "bounds", table.clear())))
    assert ">There is nothing to draw yet.<" in nothing


def test_the_panel_says_what_the_blanks_could_do_to_the_overall_gap() -> None:
    lines = panels(published("LE19"))[SEX]["title"]["subtitle"]
    assert " ".join(lines).startswith("Overall: ")
    assert "+9.32" in " ".join(lines)


def test_subtitle_explains_every_mark() -> None:
    subtitle = " ".join(published()["title"]["subtitle"])
    assert "of LE19a, as at 15 June 2020, in percentage points." in subtitle
    assert all(mark in subtitle for mark in ("Grey bar:", "Diamond:", "▼ above", "▲ below"))


def test_the_text_alternative_has_gap_range_and_one_sided_positions() -> None:
    assert (
        "LE19, women compared with men: Application: +10.87 as stated; 17 blanks, +8.07 to +12.88: "
        "one direction, all in the group +10.40, all among those compared with +10.62;"
        in published("LE19")["description"]
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_labels_are_drawn_as_text_and_nothing_is_lost(payload: str) -> None:
    shown = picture(blank_sensitivity_chart(hostile("bounds", payload)))
    ET.fromstring(shown)  # noqa: S314 # our own picture, well formed
    assert "<script" not in shown
    assert "<img" not in shown
    assert shown.count(">+16.78 as stated; 16 blanks<") == 1


def test_a_phone_gets_the_words_of_a_row_above_its_marks() -> None:
    spec = for_phones(without_captions(published()))
    panel = panels(spec)[SEX]
    offsets = [layer(panel, "point", number)["mark"].get("yOffset") for number in range(3)]
    assert offsets == [12, 36, 24]
    assert ">+16.78 as stated; 16 blanks<" in svg_text(spec)
