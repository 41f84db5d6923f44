"""The forest plot of gaps in pass rates: what is drawn, in which order, with which words."""

import json
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from reports.charts.narrow import for_phones, without_captions
from reports.charts.pass_rate_gaps import pass_rate_gaps_chart
from reports.charts.rendering import svg_text
from reports.findings import Findings
from reports.html import html_page
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

SEX = 1


def published(*campaigns: str) -> Spec:
    return real_spec(pass_rate_gaps_chart, *campaigns)


def drawn(what: Findings) -> Spec:
    spec: Spec = pass_rate_gaps_chart(what).to_dict()
    return spec


def women(spec: Spec) -> Spec:
    """The row of women at application."""
    return rows(spec, panels(spec)[SEX])[0]


def test_each_characteristic_has_a_panel_that_names_both_sides() -> None:
    assert [panel["title"]["text"] for panel in panels(published())] == [
        "Ethnicity: BAME people v White people",
        "Sex: women v men",
        "Sexual orientation: LGBT+ people v people who are not LGBT+",
        "Disability: disabled people v non-disabled people",
    ]


def test_several_campaigns_have_panels_of_their_own_in_their_order() -> None:
    titles = [panel["title"]["text"] for panel in panels(published("LE19", "LE19a"))]
    assert len(titles) == 8
    assert titles[1] == "LE19, sex: women v men"
    assert titles[5] == "LE19a, sex: women v men"


def test_a_row_has_counts_of_both_sides_gap_interval_and_verdict_in_words() -> None:
    shown = women(published("LE19"))
    assert shown["counts"] == "150 of 183 v 246 of 346"
    assert shown["figure"] == "+10.87 (+3.19 to +17.86): not settled"


def test_a_gap_there_is_evidence_of_is_told_by_shape_weight_and_word() -> None:
    panel = panels(published())[SEX]
    assert women(published())["evidence"]
    assert women(published())["figure"].endswith(": evidence")
    assert layer(panel, "rule", 1)["encoding"]["strokeWidth"]["condition"]["value"] == 5
    assert layer(panel, "point")["encoding"]["shape"]["condition"]["value"] == "diamond"
    bold = layer(panel, "text", 4)
    assert bold["transform"] == [{"filter": "datum.evidence"}]
    assert bold["mark"]["fontWeight"] == "bold"


def test_screening_is_called_a_closer_look_and_never_evidence() -> None:
    screened = altered(real(), "rows", reading="worth a closer look: made up.")
    assert women(drawn(screened))["figure"].endswith(": worth a closer look")
    subtitle = " ".join(drawn(screened)["title"]["subtitle"])
    assert "Full diamonds on thick lines: worth a closer look." in subtitle


def test_too_few_people_are_said_to_be() -> None:
    few = altered(real(), "rows", p_value=1.0, p_adjusted=1.0, detectable_gap_pp=None)
    assert women(drawn(few))["figure"].endswith(": too few to say")


def test_stages_stand_in_their_order_and_overall_apart_on_grey_ground() -> None:
    spec = published()
    panel = panels(spec)[SEX]
    stages = layer(panel, "text")["encoding"]["y"]["scale"]["domain"]
    assert [stage.replace("\n", " ") for stage in stages] == [
        "Application",
        "Telephone interview",
        "Face to face interview",
        "Assessment centre",
        "Overall",
    ]
    assert [row["overall"] for row in rows(spec, panel)] == [False] * 4 + [True]
    assert layer(panel, "rect")["transform"] == [{"filter": "datum.overall"}]


def test_all_panels_share_a_scale_with_zero_on_it_and_a_line_there() -> None:
    spec = published()
    domains = [layer(p, "point")["encoding"]["x"]["scale"]["domain"] for p in panels(spec)]
    assert all(domain == domains[0] for domain in domains)
    assert domains[0][0] < 0 < domains[0][1]
    assert layer(panels(spec)[0], "rule")["encoding"]["x"]["datum"] == 0


def test_every_interval_lies_within_the_scale() -> None:
    spec = published("LE19", "LE19a", "PCDA")
    low, high = layer(panels(spec)[0], "point")["encoding"]["x"]["scale"]["domain"]
    every = [row for panel in panels(spec) for row in rows(spec, panel)]
    assert all(low <= row["low"] <= row["gap"] <= row["high"] <= high for row in every)


def test_the_axis_says_which_direction_means_what() -> None:
    spec = published()
    words = layer(panels(spec)[SEX], "text", 1)["data"]["name"]
    assert spec["datasets"][words] == [
        {"less": "women\n← less likely to pass", "more": "women\nmore likely to pass →"}
    ]


def test_the_panel_says_what_the_overall_row_allows_to_say() -> None:
    lines = panels(published())[0]["title"]["subtitle"]
    assert lines[0].startswith("Overall: no evidence of a gap (one under")
    assert len({len(panel["title"]["subtitle"]) for panel in panels(published())}) == 1


def test_a_row_without_figure_says_so_and_has_no_mark() -> None:
    nothing = dict.fromkeys(("gap_pp", "gap_low_pp", "gap_high_pp", "p_adjusted", "p_value"))
    spec = drawn(altered(real(), "rows", passed=None, **nothing))
    shown = rows(spec, panels(spec)[0])[0]
    assert shown["counts"] == ""
    assert shown["figure"] == "no figure: not tested"
    assert layer(panels(spec)[0], "point")["transform"] == [{"filter": "isValid(datum.gap)"}]


def test_what_is_not_a_number_is_null_and_the_specification_is_json() -> None:
    broken = altered(real(), "rows", gap_pp=float("nan"), gap_low_pp=float("-inf"))
    spec = drawn(broken)
    assert rows(spec, panels(spec)[0])[0]["gap"] is None
    json.dumps(spec, allow_nan=False)


def test_one_stage_without_overall_makes_one_row() -> None:
    first = real().tables["rows"].filter(stage="Application")
    panel = panels(drawn(kept(real(), "rows", first)))[0]
    assert layer(panel, "text")["encoding"]["y"]["scale"]["domain"] == ["Application"]
    assert panel["title"]["subtitle"][0].startswith("Application: ")


def test_no_rows_give_a_page_that_says_so() -> None:
    none = kept(real(), "rows", real().tables["rows"].clear())
    assert ">There is nothing to draw yet.<" in picture(pass_rate_gaps_chart(none))
    assert b"There is nothing to draw yet." in html_page(none, pass_rate_gaps_chart(none))


def test_headline_measure_place_and_source_surround_the_panels() -> None:
    spec = published()
    assert spec["title"]["text"] == [real().headline]
    assert spec["title"]["subtitle"][0].startswith(
        "Gap in pass rates at each stage of LE19a, as at 15 June 2020: the group's pass rate less"
    )
    assert spec["vconcat"][0]["title"]["text"][-1].startswith("Source: Recruitment and Retention")


def test_the_text_alternative_has_counts_gap_interval_and_verdict() -> None:
    description = published()["description"]
    assert "Forest plot of gaps in pass rates, in percentage points, 4 panels." in description
    assert (
        "LE19a, women compared with men: Application: 137 of 152 v 256 of 349, "
        "+16.78 (+9.54 to +22.96): evidence;" in description
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_labels_are_drawn_as_text_and_nothing_is_lost(payload: str) -> None:
    shown = picture(pass_rate_gaps_chart(hostile("rows", payload)))
    ET.fromstring(shown)  # noqa: S314 # our own picture, well formed
    assert "<script" not in shown
    assert "<img" not in shown
    assert shown.count(">137 of 152 v 256 of 349<") == 1


def test_a_phone_gets_one_column_with_the_words_of_a_row_above_its_marks() -> None:
    spec = for_phones(without_captions(published()))
    panel = panels(spec)[SEX]
    assert spec["vconcat"][0]["columns"] == 1
    assert panel["width"] <= 340
    texts = [layer(panel, "text", number) for number in (0, 3, 4)]
    assert [each["encoding"]["x"] for each in texts] == [{"value": 0}] * 3
    assert all(each["mark"]["dy"] < layer(panel, "point")["mark"]["yOffset"] for each in texts)
    assert ">137 of 152 v 256 of 349<" in svg_text(spec)


def test_only_the_last_six_campaigns_are_drawn_and_the_others_named() -> None:
    table = real().tables["rows"]
    many = pl.concat([table.with_columns(campaign=pl.lit(f"C{n}")) for n in range(8)])
    spec = drawn(kept(real(), "rows", many))
    assert len(panels(spec)) == 24
    assert "not drawn: C0 and C1." in spec["title"]["subtitle"][-1]
