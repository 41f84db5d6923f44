import json
from functools import cache
from typing import Any

import pytest

from reports.charts.specification import specification
from reports.charts.views import Views, views
from tests.reports.report.made import real, report

PUBLISHED = ("workforce-chart", "le19-representation", "pcda-pass-rates-chart")


@cache
def specified(key: str) -> dict[str, Any]:
    (figure,) = [each for each in report(real()).figures if each.key == key]
    return specification(figure.draw)


def parts(key: str) -> Views:
    return views(specified(key))


def test_a_chart_is_taken_apart_into_the_panels_of_its_groups() -> None:
    panels = parts("le19-representation").panels
    assert [panel.about for panel in panels] == [
        "BAME people",
        "Women",
        "LGBT+ people",
        "Disabled people",
    ]
    assert panels[1].title == "Female (sex)"
    assert panels[1].lines.startswith("+9.09 points (+3.18 to +15.22), Application to ")


def test_the_words_around_a_chart_are_text() -> None:
    found = parts("le19-representation")
    assert found.headline.startswith("LE19: evidence that representation of women rose from 33.52%")
    assert found.subtitle.startswith("Representation at each stage of LE19, as at 15 June 2020")
    assert found.source.startswith("Source: Recruitment and Retention, ")


def test_panels_of_two_units_about_one_group_belong_together() -> None:
    found = parts("workforce-chart")
    assert [panel.about for panel in found.panels].count("Women") == 2
    assert found.groups == ("BAME people", "Women", "LGBT+ people", "Disabled people")


def test_a_panel_says_each_of_its_marks_in_words() -> None:
    said = parts("pcda-pass-rates-chart").panels[0].said
    assert said[0].startswith("Application: 28 of 34 v ")
    assert said[-1].startswith("Overall: ")


@pytest.mark.parametrize("key", PUBLISHED)
def test_a_panel_has_its_data_in_it_and_neither_title_nor_labels(key: str) -> None:
    found = parts(key)
    assert found.config["aria"] is False
    for panel in found.panels:
        for drawn in (panel.wide, panel.phone):
            assert not {"title", "description"} & set(drawn)
            assert '"data": {"name"' not in json.dumps(drawn)
            assert drawn["data"]["values"]


def test_the_layout_for_phones_is_narrower() -> None:
    for panel in parts("pcda-pass-rates-chart").panels:
        assert panel.phone["height"] > panel.wide["height"]


def test_the_chart_itself_is_left_as_it_was() -> None:
    before = json.dumps(specified("le19-representation"))
    parts("le19-representation")
    assert json.dumps(specified("le19-representation")) == before
