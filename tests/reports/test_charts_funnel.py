"""The selection funnel: how many of 100 are still in, from whole counts, in plain words."""

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.funnel import funnel_chart
from reports.charts.funnel_bars import of_100, still_in
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

SEX = 1


def published(*campaigns: str) -> Spec:
    return real_spec(funnel_chart, *campaigns)


def drawn(what: Findings) -> Spec:
    spec: Spec = funnel_chart(what).to_dict()
    return spec


def bars(spec: Spec, side: str, panel: int = SEX) -> list[Spec]:
    return [row for row in rows(spec, panels(spec)[panel]) if row["side"] == side]


def test_every_group_starts_with_100_of_100_under_its_name() -> None:
    firsts = [bars(published("LE19"), side)[0] for side in ("group", "reference")]
    assert [first["name"] for first in firsts] == ["women", "men"]
    assert [first["label"] for first in firsts] == ["100 of 100", "100 of 100"]


def test_shares_multiply_up_over_the_stages_and_come_with_the_counts_of_each() -> None:
    assert [bar["label"] for bar in bars(published("LE19"), "group")][1:] == [
        "82 of 100 (150 of 183)",
        "62 of 100 (113 of 150)",
        "40 of 100 (74 of 113)",
        "40 of 100 (72 of 73)",
        "38 of 100 (33 of 35)",
    ]


def test_stages_stand_in_their_order_from_entry_on_and_overall_is_left_out() -> None:
    stages = layer(panels(published())[SEX], "bar")["encoding"]["y"]["scale"]["domain"]
    assert [stage.replace("\n", " ") for stage in stages] == [
        "Entered",
        "After application",
        "After telephone interview",
        "After face to face interview",
        "After assessment centre",
    ]


def test_the_group_stands_above_its_reference_so_that_colour_is_not_needed() -> None:
    bar = layer(panels(published())[SEX], "bar")
    assert bar["encoding"]["yOffset"]["scale"]["domain"] == ["group", "reference"]
    assert bar["encoding"]["x"]["scale"]["domain"] == [0, 100]


def test_bars_are_provisional_from_the_first_stage_on_at_which_anybody_waits() -> None:
    disability = -1
    waiting = [bar["provisional"] for bar in bars(published("LE19"), "group", disability)]
    assert waiting == [False] * 4 + [True] * 2
    assert "Outlined bars are provisional" in " ".join(published("LE19")["title"]["subtitle"])


def test_nothing_is_said_of_outlines_where_nobody_waits() -> None:
    settled = altered(real(), "rows", pending=0)
    assert "Outlined" not in " ".join(drawn(settled)["title"]["subtitle"])


def test_the_panel_says_in_a_sentence_who_is_still_in_at_the_end() -> None:
    assert panels(published("LE19"))[SEX]["title"]["subtitle"][0] == (
        "After pre-employment checks, 38 of 100 women and 25 of 100 men are still in (provisional)."
    )


def test_a_stage_without_outcomes_has_no_figure_and_neither_have_those_after_it() -> None:
    unknown = altered(real(), "rows", passed=None, reference_passed=0, reference_failed=0)
    assert [bar["label"] for bar in bars(drawn(unknown), "group")][1:] == ["no figure"] * 4
    assert bars(drawn(unknown), "reference")[1]["label"] == "no figure (0 of 0)"
    assert bars(drawn(unknown), "reference")[1]["pct"] is None
    json.dumps(drawn(unknown), allow_nan=False)


def test_one_stage_makes_two_rows_and_none_a_page_that_says_so() -> None:
    table = real().tables["rows"]
    one = kept(real(), "rows", table.filter(stage="Application"))
    assert len(bars(drawn(one), "group")) == 2
    nothing = picture(funnel_chart(kept(real(), "rows", table.clear())))
    assert ">There is nothing to draw yet.<" in nothing


def test_several_campaigns_have_panels_of_their_own() -> None:
    titles = [panel["title"]["text"] for panel in panels(published("LE19", "PCDA"))]
    assert titles[SEX] == "LE19, sex: women v men"
    assert titles[-1] == "PCDA, disability: disabled people v non-disabled people"


def test_the_text_alternative_has_every_share_with_its_counts() -> None:
    description = published("LE19")["description"]
    assert "Selection funnel: of 100 who entered, how many are still in" in description
    assert "After application, women: 82 of 100 (150 of 183);" in description
    assert "After pre-employment checks, men: 25 of 100 (37 of 40), provisional." in description


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_labels_are_drawn_as_text_and_nothing_is_lost(payload: str) -> None:
    shown = picture(funnel_chart(hostile("rows", payload)))
    ET.fromstring(shown)  # noqa: S314 # our own picture, well formed
    assert "<script" not in shown
    assert "<img" not in shown
    assert shown.count(">90 of 100 (137 of 152)<") == 1


def test_a_phone_gets_a_lane_for_the_name_of_the_stage_above_its_bars() -> None:
    spec = for_phones(without_captions(published()))
    bar = layer(panels(spec)[SEX], "bar")
    assert bar["encoding"]["yOffset"]["scale"]["domain"] == ["name", "group", "reference"]
    assert panels(spec)[SEX]["width"] < 200
    assert ">After telephone interview<" in svg_text(spec)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=12))
def test_no_stage_lets_more_in_than_the_one_before(stages: list[tuple[int, int]]) -> None:
    before = (1, 1)
    for passed, failed in stages:
        after = still_in(before, passed, failed)
        if after is None:
            break
        assert 0 <= after[0] * before[1] <= before[0] * after[1]
        before = after


def test_a_few_are_never_rounded_to_nobody() -> None:
    assert of_100((1, 10**6)) == "under 1 of 100"
    assert of_100((0, 10**6)) == "0 of 100"
