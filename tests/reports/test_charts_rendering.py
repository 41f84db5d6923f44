"""Charts as pictures: the right kind of file, text shown and never obeyed, same bytes."""

import struct
from xml.etree import ElementTree as ET

import pytest

from reports.charts.rendering import render_png, render_svg
from reports.charts.representation import representation_chart
from reports.findings import Findings
from tests.reports.le19 import GROUPS, STAGES, change_rows, findings, stage_rows

PAYLOADS = [
    "a.b[0]",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "x" * 300,
    "عربي עברית",
    "LE\u202e19\x00\x1b[31m\ufffe",
    "{{datum}} ${7*7} \\u003c",
]


def named(payload: str) -> Findings:
    """LE19 with the payload wherever text comes from data."""
    stages = {payload + name: count for name, count in STAGES.items()}
    groups = {(name, payload + group): counts for (name, group), counts in GROUPS.items()}
    changes = [
        {**row, "group": payload + row["group"], "reading": payload} for row in change_rows()
    ]
    texts = {"title": payload, "headline": payload, "source": payload, "notes": (payload,)}
    return findings(stage_rows(stages, groups, campaign=payload), changes, **texts)


def svg(what: Findings) -> str:
    return render_svg(representation_chart(what)).decode()


def test_svg_is_an_image_with_a_text_alternative() -> None:
    root = ET.fromstring(svg(findings()))  # noqa: S314 # our own picture
    assert root.get("role") == "img"
    assert "Application 19.41% (106 of 546)" in root.get("aria-label", "")


def test_svg_shows_figures_and_groups_as_text() -> None:
    picture = svg(findings())
    for shown in (">19.41%<", ">106 of 546<", ">Disabled (disability)<", ">Pre-employment<"):
        assert shown in picture


def test_svg_has_no_style_attribute_and_loads_nothing() -> None:
    picture = svg(findings())
    assert " style=" not in picture
    assert picture.replace("http://www.w3.org/", "").count("http") == 0


def test_png_is_twice_as_fine_as_the_screen() -> None:
    width, height = struct.unpack(">II", render_png(representation_chart(findings()))[16:24])
    assert width > 2000
    assert height > 1500


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_drawn_as_text_and_nothing_is_lost(payload: str) -> None:
    picture = svg(named(payload))
    ET.fromstring(picture)  # noqa: S314 # our own picture, well formed
    assert "<script" not in picture
    assert "<img" not in picture
    assert picture.count(">19.41%<") == 2  # the text and its margin


def test_the_same_findings_give_the_same_bytes() -> None:
    assert render_svg(representation_chart(findings())) == render_svg(
        representation_chart(findings())
    )
    assert render_png(representation_chart(findings())) == render_png(
        representation_chart(findings())
    )
