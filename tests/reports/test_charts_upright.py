import re
from copy import deepcopy
from functools import cache
from typing import Any

import pytest

from reports.charts.rendering import svg_text
from reports.charts.representation import representation_chart
from reports.charts.specification import specification
from reports.charts.upright import in_parts, upright
from reports.report.assembly import assembled
from tests.reports.report.made import COVER, real
from tests.reports.test_charts_rendering import PAYLOADS, named

KEYS = ("current-position", "le19", "retention")
# Of a sheet of A4 in points, margins and a caption left out.
ROOM = (482, 668)


@cache
def _specs() -> dict[str, Any]:
    figures = assembled(real(), COVER, KEYS).figures
    return {figure.key: specification(figure.draw) for figure in figures}


@cache
def _drawn(key: str) -> str:
    return svg_text(upright(_specs()[key]))


def _figures_of(picture: str) -> list[str]:
    return re.findall(r">([-+]\d+\.\d\d[^<]*)<", picture)


@pytest.mark.parametrize(
    "key",
    ["workforce-chart", "le19-representation", "le19-pass-rates-chart", "joiners-leavers-chart"],
)
def test_the_words_of_a_chart_can_be_read_on_an_upright_sheet(key: str) -> None:
    size = re.search(r'width="([\d.]+)" height="([\d.]+)"', _drawn(key))
    assert size is not None
    scale = min(room / float(pixels) for room, pixels in zip(ROOM, size.groups(), strict=True))
    smallest = min(int(pixels) for pixels in re.findall(r'font-size="(\d+)px"', _drawn(key)))
    assert smallest * scale > 7.4  # points


def test_each_row_has_its_name_its_figure_and_no_verdict() -> None:
    picture = _drawn("le19-pass-rates-chart")
    assert ">Pre-employment checks<" in picture
    assert "-6.62 (-15.40 to +3.49)" in _figures_of(picture)
    assert "no evidence<" not in picture
    assert "76 of 106 v 304 of 404<" not in picture


def test_the_words_above_say_what_stands_in_the_rows() -> None:
    wide, sheet = (
        " ".join(spec["title"]["subtitle"])
        for spec in (_specs()["le19-pass-rates-chart"], upright(_specs()["le19-pass-rates-chart"]))
    )
    assert "Beside each row: passed of those" in wide
    assert "Beside each row" not in sheet
    assert "the counts are in the table under the chart" in sheet
    assert "Hollow diamonds: not settled" in sheet


def test_the_notes_go_and_the_source_stays() -> None:
    picture = _drawn("le19-pass-rates-chart")
    assert "contradict each other" not in picture
    assert ">Source: Recruitment and Retention, Leicester" in picture


def test_panels_side_by_side_have_as_many_lines_above_them() -> None:
    body = upright(_specs()["joiners-leavers-chart"])["vconcat"][0]
    titles = [panel["title"] for panel in body["concat"]]
    for left, right in zip(titles[::2], titles[1::2], strict=True):
        assert len(left["text"]) == len(right["text"])
        assert len(left["subtitle"]) == len(right["subtitle"])


def test_the_wide_chart_is_left_as_it_was() -> None:
    spec = _specs()["le19-pass-rates-chart"]
    before = deepcopy(spec)
    upright(spec)
    assert spec == before


def test_parts_have_a_row_of_panels_each_and_one_headline_and_source() -> None:
    parts = in_parts(upright(_specs()["workforce-chart"]))
    assert [len(part["vconcat"][0]["concat"]) for part in parts] == [2, 2, 2]
    assert ["title" in part for part in parts] == [True, False, False]
    assert ["title" in part["vconcat"][0] for part in parts] == [False, False, True]


def test_panels_of_many_stages_stand_below_each_other() -> None:
    spec = deepcopy(_specs()["le19-representation"])
    for panel in spec["vconcat"][0]["concat"]:
        axis = panel["layer"][0]["encoding"]["x"]
        axis["scale"]["domain"] = [f"Stage {number}" for number in range(12)]
    assert upright(spec)["vconcat"][0]["columns"] == 1


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_drawn_as_text(payload: str) -> None:
    chart = representation_chart(named(payload))
    picture = svg_text(upright(chart.to_dict()))
    assert "<script" not in picture
    assert "<img" not in picture
    assert picture.count(">19.41%<") == 2  # the text and its margin
