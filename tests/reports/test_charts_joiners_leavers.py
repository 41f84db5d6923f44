"""Diverging bars of joiners and leavers: what is drawn, on which scale, with which words."""

from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from recruitment import published
from recruitment.studies.retention import retention
from recruitment.warehouse import open_warehouse
from reports.charts.joiners_leavers import MAX_GROUPS, joiners_leavers_chart
from reports.charts.narrow import for_phones, without_captions
from reports.charts.rendering import svg_text
from reports.findings import Findings
from reports.html import html_page
from tests.reports.compared import Spec, altered, kept, panels, rows
from tests.reports.test_charts_rendering import PAYLOADS

BAME, WHITE, WOMEN, MEN = range(4)


@cache
def real() -> Findings:
    with open_warehouse(subjects=published.ALL) as con:
        return retention(con)


@cache
def real_spec() -> Spec:
    return drawn(real())


def drawn(what: Findings) -> Spec:
    spec: Spec = joiners_leavers_chart(what).to_dict()
    return spec


def points(panel: int) -> list[Spec]:
    spec = real_spec()
    return rows(spec, panels(spec)[panel])


def domain(panel: Spec) -> list[float]:
    bars = next(layer for layer in panel["layer"] if layer["mark"]["type"] == "bar")
    ends: list[float] = bars["encoding"]["x"]["scale"]["domain"]
    return ends


def hostile(payload: str) -> Findings:
    texts = ("unit", "role", "period", "characteristic", "group", "reference", "reading")
    columns = {name: pl.lit(payload) + pl.col(name) for name in texts}
    named = altered(real(), "rows", **columns)
    return Findings("retention", payload, payload, payload, (payload,), named.tables, payload)


def test_each_group_has_a_panel_beside_those_it_is_compared_with() -> None:
    assert [panel["title"]["text"] for panel in panels(real_spec())] == [
        "Ethnicity: BAME people",
        "Ethnicity: White people",
        "Sex: women",
        "Sex: men",
    ]


def test_leavers_lie_left_of_joiners_with_their_counts() -> None:
    whole = points(BAME)[0]
    assert (whole["left"], whole["joined"]) == (-77, 75)
    assert (whole["left_text"], whole["joined_text"]) == ("77", "75")
    assert (whole["counts"], whole["figure"]) == ("75 joined, 77 left", "net -2; ratio 0.97")
    assert points(WHITE)[0]["figure"] == "net -350; ratio 0.68"


def test_periods_say_of_which_they_are_part() -> None:
    assert [(point["stage"], point["overall"]) for point in points(BAME)] == [
        ("2010-20", True),
        ("of which 2010-19", False),
        ("of which 2019-20", False),
    ]


def test_a_panel_has_one_scale_for_both_sides_and_says_that_panels_differ() -> None:
    spec = real_spec()
    assert [domain(panel)[1] for panel in panels(spec)] == pytest.approx(
        [1.6 * longest for longest in (77, 1109, 337, 930)]
    )
    assert all(domain(panel)[0] == -domain(panel)[1] for panel in panels(spec))
    assert "Each panel has its own scale" in " ".join(spec["title"]["subtitle"])


def test_a_panel_has_the_reading_of_its_longest_period_and_the_blanks_are_beside_it() -> None:
    said = [" ".join(panel["title"]["subtitle"]) for panel in panels(real_spec())]
    assert said[BAME].startswith("2010-20: numbers: fewer joined than left (75 and 77, net -2)")
    assert said[WHITE].startswith("Did not state, in neither panel: 50 joined and 29 left in")
    assert said[MEN].strip() == ""


def test_the_text_alternative_has_every_figure() -> None:
    said = real_spec()["description"]
    assert "Bars of joiners and leavers, 4 panels." in said
    assert "Ethnicity: BAME people: 2010-20: 75 joined, 77 left, net -2; ratio 0.97" in said


def test_a_group_that_nobody_left_has_no_ratio() -> None:
    nobody = drawn(altered(real(), "rows", leavers=0, joiners=0))
    point = rows(nobody, panels(nobody)[BAME])[0]
    assert point["figure"] == "net 0"
    assert domain(panels(nobody)[BAME])[1] == pytest.approx(1.6)


def test_several_roles_are_named_in_their_panels_and_the_last_are_left_to_the_tables() -> None:
    once = real().tables["rows"]
    roles = [once.with_columns(role=pl.lit(f"Role {number}")) for number in range(4)]
    spec = drawn(kept(real(), "rows", pl.concat(roles)))
    titles = [panel["title"]["text"] for panel in panels(spec)]
    assert len(titles) == 2 * MAX_GROUPS
    assert titles[0] == "Role 0, Leicestershire Police: Ethnicity: BAME people"
    assert "2 more groups are not drawn" in " ".join(spec["title"]["subtitle"])


def test_without_rows_the_chart_says_so() -> None:
    spec = drawn(kept(real(), "rows", real().tables["rows"].clear()))
    assert [panel["title"]["text"] for panel in panels(spec)] == ["No figures"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_labels_are_drawn_as_text_and_nothing_is_lost(payload: str) -> None:
    shown = svg_text(drawn(hostile(payload)))
    ET.fromstring(shown)  # noqa: S314 # our own picture, well formed
    assert "<script" not in shown
    assert "<img" not in shown
    assert shown.count(">75 joined, 77 left<") == 1


def test_a_phone_gets_the_words_of_a_row_above_its_bars() -> None:
    narrow: Any = for_phones(without_captions(real_spec()))
    panel = panels(narrow)[BAME]
    assert (narrow["vconcat"][0]["columns"], panel["width"]) == (1, 330)
    words = [
        layer
        for layer in panel["layer"]
        if layer["encoding"].get("text", {}).get("field") in {"stage_name", "counts", "figure"}
    ]
    assert [layer["encoding"]["x"] for layer in words] == [{"value": 0}] * len(words)
    assert len(words) == 4


def test_the_page_holds_the_chart_and_every_table() -> None:
    page = html_page(real(), joiners_leavers_chart(real())).decode()
    assert "Leicestershire Police, Police officer: Ethnicity: BAME against White" in page
    assert "955 is printed as the total" in page
