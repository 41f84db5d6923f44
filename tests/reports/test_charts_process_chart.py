"""The process chart: what is drawn, with which marks and words, for few points and many."""

import json
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from reports.charts.narrow import for_phones, without_captions
from reports.charts.process_chart import MANY, PANEL_WIDTH, WIDE, process_chart
from reports.charts.rendering import svg_text
from reports.findings import Findings
from reports.html import html_page
from tests.reports.charted import CANS, findings, points, real
from tests.reports.compared import Spec, kept, layer, panels, picture, rows
from tests.reports.test_charts_rendering import PAYLOADS

SEX = 1


def drawn(what: Findings) -> Spec:
    spec: Spec = process_chart(what).to_dict()
    return spec


def shown(*series: pl.DataFrame) -> tuple[Spec, Spec, list[Spec]]:
    """The chart of these series, its first panel, and the points in that."""
    spec = drawn(findings(*series))
    panel = panels(spec)[0]
    # One panel hands its data up to the page.
    return spec, panel, rows(spec, panel if "data" in panel else spec)


def column(points_: list[Spec], name: str) -> list[Any]:
    return [point[name] for point in points_]


def test_each_series_has_a_panel_with_its_signals() -> None:
    spec = drawn(real())
    assert [panel["title"]["text"] for panel in panels(spec)] == [
        "Ethnicity: BAME",
        "Sex: Female",
        "Sexual orientation: LGBT+",
        "Disability: Disabled",
    ]
    assert " ".join(panels(spec)[SEX]["title"]["subtitle"]).strip() == (
        "Signal: LE19a outside limits below; DHEP outside limits above. Under 7 points no step "
        "shift or trend can be seen."
    )


def test_a_point_has_figures_counts_limits_and_signal() -> None:
    spec = drawn(real())
    second = rows(spec, panels(spec)[SEX])[1]
    assert second["said"] == "LE19a 29.40% (152/517), outside limits below"
    assert second["limits"] == "30.04% to 42.73%"
    assert (second["label"], second["label_counts"], second["below"]) == ("29.40%", "152/517", True)


def test_a_signal_is_told_by_shape_and_colour() -> None:
    panel = panels(drawn(real()))[SEX]
    encoding = layer(panel, "point")["encoding"]
    kinds = encoding["shape"]["scale"]["domain"]
    shapes = dict(zip(kinds, encoding["shape"]["scale"]["range"], strict=True))
    assert len(set(shapes.values())) == len(shapes)
    assert (shapes["stable"], shapes["outside"]) == ("circle", "diamond")


def test_limits_step_from_point_to_point_and_are_named_at_the_last() -> None:
    spec = drawn(real())
    panel = panels(spec)[SEX]
    assert [round(point["upper"], 2) for point in rows(spec, panel)] == [42.56, 42.73, 47.45, 42.37]
    lines = rows(spec, layer(panel, "text", -1))
    assert column(lines, "name") == ["lower 30.40%", "mean 36.38%", "upper 42.37%"]


def test_names_of_lines_that_lie_close_stand_apart() -> None:
    spec, panel, _ = shown(points([9000, 100, 5000], [10000, 1000, 10**8]))
    low, high = layer(panel, "point")["encoding"]["y"]["scale"]["domain"]
    at = sorted(line["at"] for line in rows(spec, layer(panel, "text", -1)))
    assert min(b - a for a, b in pairwise(at)) > 0.06 * (high - low)


def test_every_point_and_limit_lies_on_the_scale() -> None:
    spec = drawn(real())
    for panel in panels(spec):
        low, high = layer(panel, "point")["encoding"]["y"]["scale"]["domain"]
        for point in rows(spec, panel):
            assert all(low <= point[name] <= high for name in ("share", "lower", "upper", "mean"))


def test_two_points_are_drawn_with_all_their_figures() -> None:
    spec, panel, two = shown(points([10, 52], [100, 1000]))
    assert column(two, "label") == ["10.00%", "5.20%"]
    assert column(two, "tick") == ["P1", "P2"]
    assert panel["width"] == PANEL_WIDTH
    assert ">52/1,000<" in svg_text(spec)


def test_of_many_points_those_outside_have_figures_as_far_as_there_is_room() -> None:
    _, panel, many = shown(points(CANS, 50))
    assert [each for each in column(many, "label") if each] == ["44.00%", "48.00%"]
    assert panel["width"] == WIDE
    assert len(many) > MANY
    alternating = shown(points([50, 10] * 12, 100))[2]
    assert 0 < sum(bool(each) for each in column(alternating, "label")) < 6


def test_of_forty_points_some_are_named_under_the_panel() -> None:
    months = [f"2020-{month:02}" for month in range(1, 41)]
    ticks = [each for each in column(shown(points([9] * 39 + [10], 50, months))[2], "tick") if each]
    assert ticks[:2] == ["2020-01", "2020-11"]
    assert len(ticks) == 4


def test_what_the_marks_mean_is_said_of_those_there_are() -> None:
    spec = shown(points([10] * 7 + [24] * 5, 100))[0]
    assert spec["title"]["subtitle"][-1] == "Squares: step shift; circles: stable."
    both = shown(points([2, 4, 6, 8, 10, 12, 60, 5, 5], 100))[0]
    assert both["title"]["subtitle"][-1] == (
        "Diamonds: outside limits; triangles up: sustained trend, rising; circles: stable. A point "
        "with several signals has the first of these marks."
    )


def test_a_series_that_never_varies_has_one_line_and_says_why() -> None:
    spec, panel, _ = shown(points([0, 0, 0], 50))
    assert panel["title"]["subtitle"] == [
        "No limits and no signal: at every point nobody is of the group."
    ]
    assert column(rows(spec, layer(panel, "text", -1)), "name") == ["mean 0.00%"]


def test_measure_place_and_period_stand_above_and_the_source_below() -> None:
    spec = drawn(real("workforce"))
    assert spec["title"]["subtitle"][0] == (
        "Share of the workforce, Leicestershire Police, from 2017-01-01 until 2021-01-01: people "
        "of the group out of all."
    )
    assert spec["vconcat"][0]["title"]["text"][-2].startswith("Source: Panel report of March 2021")


def test_a_pass_rate_says_what_it_is_out_of() -> None:
    assert drawn(real("pass-rate"))["title"]["subtitle"][0] == (
        "Pass rate, Overall, from LE19 until PCDA: people of the group who passed, out of those "
        "who passed or failed."
    )


def test_the_text_alternative_has_every_point() -> None:
    description = drawn(real())["description"]
    assert "Process chart, 4 panels." in description
    assert "Sex: Female: mean 36.38%; LE19 33.52% (183/546), stable; LE19a 29.40%" in description


def test_no_rows_give_a_page_that_says_so() -> None:
    none = kept(real(), "rows", real().tables["rows"].clear())
    assert ">There is nothing to draw yet.<" in picture(process_chart(none))


def test_what_is_not_a_number_is_null_and_the_specification_is_json() -> None:
    broken = kept(real(), "rows", real().tables["rows"].with_columns(sigma=pl.lit(float("nan"))))
    json.dumps(drawn(broken), allow_nan=False)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_names_are_drawn_as_text(payload: str) -> None:
    hostile = findings(points([10, 52], [100, 1000], [payload, f"{payload}2"], group=payload))
    pictured = picture(process_chart(hostile))
    ET.fromstring(pictured)  # noqa: S314 # our own picture, well formed
    assert "<script" not in pictured
    assert "<img" not in pictured
    assert ">52/1,000<" in pictured


def test_a_phone_gets_one_column() -> None:
    spec = for_phones(without_captions(drawn(real())))
    assert spec["vconcat"][0]["columns"] == 1
    assert {panel["width"] for panel in panels(spec)} == {296}
    assert ">152/517<" in svg_text(spec)


def test_the_page_holds_chart_and_tables() -> None:
    page = html_page(real(), process_chart(real())).decode()
    assert "Signals: share of applicants" in page
    assert "152/517" in page
