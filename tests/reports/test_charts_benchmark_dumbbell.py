"""Shares beside benchmarks: what is drawn, in which order, with which words."""

import json
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from recruitment.studies.proportions import proportions
from recruitment.warehouse import open_warehouse
from reports.charts.benchmark_dumbbell import benchmark_dumbbell_chart
from reports.charts.narrow import for_phones, without_captions
from reports.findings import Findings
from reports.html import html_page
from tests.reports.compared import Spec, altered, kept, layer, panels, picture, rows
from tests.reports.test_charts_rendering import PAYLOADS

SEX = 1


@cache
def found(*campaigns: str, **options: Any) -> Findings:
    """The study of some campaigns, or of the workforce of the force."""
    with open_warehouse(subjects=("campaigns", "workforce")) as con:
        units = () if campaigns else ("Leicestershire Police",)
        return proportions(con, campaigns=campaigns, units=units, **options)


def drawn(what: Findings) -> Spec:
    spec: Spec = benchmark_dumbbell_chart(what).to_dict()
    return spec


@cache
def le19() -> Spec:
    """The chart of one campaign."""
    return drawn(found("LE19"))


@cache
def workforce() -> Spec:
    """The chart of one unit."""
    return drawn(found())


def test_each_group_has_a_panel_that_names_the_benchmark() -> None:
    assert [panel["title"]["text"] for panel in panels(le19())] == [
        "BAME people against 25%",
        "Women against 50.5%",
        "LGBT+ people against 10%",
        "Disabled people against 20%",
    ]


def test_several_campaigns_have_panels_of_their_own() -> None:
    titles = [panel["title"]["text"] for panel in panels(drawn(found("LE19", "DHEP")))]
    assert titles[:2] == ["LE19: BAME people against 25%", "LE19: women against 50.5%"]
    assert len(titles) == 8


def test_a_row_has_share_counts_gap_and_verdict_in_words() -> None:
    shown = rows(le19(), panels(le19())[SEX])[0]
    assert shown["counts"] == "33.52% (183 of 546)"
    assert shown["figure"] == "-16.98 points: evidence"
    assert shown["interval"] == "29.68 to 37.58"


def test_a_share_without_a_count_is_a_hollow_square_without_interval() -> None:
    shown = rows(workforce(), panels(workforce())[SEX])[1]
    assert (shown["stage_name"], shown["counts"]) == ("Police officer", "32%, no count")
    assert shown["figure"] == "-18.50 points: not tested"
    assert (shown["untested"], shown["low"]) == (True, None)
    shapes = layer(panels(workforce())[SEX], "point")["encoding"]["shape"]["condition"]
    assert [(each["test"], each["value"]) for each in shapes] == [
        ("datum.evidence || datum.open", "diamond"),
        ("datum.untested", "square"),
    ]


def test_a_range_of_counts_is_drawn_from_end_to_end() -> None:
    tested = proportions_with_headcount()
    shown = rows(tested, panels(tested)[SEX])[1]
    assert shown["counts"] == "32% (716 to 738 of 2,271)"
    assert shown["evidence"]


@cache
def proportions_with_headcount() -> Spec:
    """The chart of the unit with one role tested."""
    with open_warehouse(subjects=("campaigns", "workforce")) as con:
        what = proportions(
            con, units=["Leicestershire Police"], headcounts={"Police officer": 2271}
        )
    return drawn(what)


def test_all_panels_share_one_scale_that_starts_at_0_and_holds_everything() -> None:
    domains = [
        layer(panel, "point")["encoding"]["x"]["scale"]["domain"] for panel in panels(le19())
    ]
    every = [row for panel in panels(le19()) for row in rows(le19(), panel)]
    assert domains == [[0.0, 60.0]] * 4
    assert all(0 <= row["low"] <= row["share"] <= row["high"] <= 60 for row in every)


def test_the_benchmark_is_a_line_named_as_its_source_words_it() -> None:
    words = layer(panels(le19())[3], "text", 1)
    assert le19()["datasets"][words["data"]["name"]] == [
        {"benchmark": 20.0, "words": "community: estimated over 20%"}
    ]


def test_benchmarks_that_differ_within_a_panel_have_no_one_name() -> None:
    two = found("LE19").tables["rows"].filter(group="BAME").with_row_index()
    mixed = two.with_columns(
        benchmark=pl.when(pl.col("index") > 2).then(pl.lit("30%")).otherwise("benchmark")
    ).drop("index")
    spec = drawn(kept(found("LE19"), "rows", mixed))
    assert panels(spec)[0]["title"]["text"] == "BAME people against the community"
    words = layer(panels(spec)[0], "text", 1)
    assert spec["datasets"][words["data"]["name"]] == []


def test_the_panel_says_where_there_is_evidence() -> None:
    assert panels(le19())[SEX]["title"]["subtitle"] == [
        "Evidence of under-representation: Application, Telephone interview and Face to face",
        (
            "interview; not settled: Assessment centre and Pre-employment checks; no evidence of a "
            "gap:"
        ),
        "Offer.",
    ]
    assert panels(workforce())[0]["title"]["subtitle"] == ["Not tested."]


def test_panels_side_by_side_have_as_many_lines() -> None:
    heights = [len(panel["title"]["subtitle"]) for panel in panels(le19())]
    assert heights == [3, 3, 1, 1]


def test_headline_measure_place_and_date_stand_above() -> None:
    title = le19()["title"]
    assert "".join(title["text"]).startswith("Evidence of under-representation against Leicester")
    assert title["subtitle"][0] == (
        "Share of each group in LE19, as at 15 June 2020, beside its share of the community: "
        "Leicester, Leicestershire and Rutland."
    )


def test_units_of_several_dates_carry_their_own() -> None:
    with open_warehouse(subjects=("campaigns", "workforce")) as con:
        subtitle = " ".join(drawn(proportions(con))["title"]["subtitle"])
    assert "Leicestershire Police (31 May 2020) and Office of the Police and Crime" in subtitle


def test_only_marks_that_are_drawn_are_explained() -> None:
    subtitle = " ".join(workforce()["title"]["subtitle"])
    assert "Hollow squares: not tested" in subtitle
    assert "diamond" not in subtitle
    assert "interval" not in subtitle


def test_the_text_alternative_has_share_counts_gap_and_verdict() -> None:
    assert (
        "LE19, women against 50.5%: Application: 33.52% (183 of 546), -16.98 points: evidence; "
        in le19()["description"]
    )


def test_what_is_not_a_number_is_null_and_the_specification_is_json() -> None:
    nothing = dict.fromkeys(("representation_pct", "p_value", "p_adjusted"))
    broken = altered(found("LE19"), "rows", **nothing, gap_pp=float("nan"))
    spec = drawn(broken)
    shown = rows(spec, panels(spec)[0])[0]
    assert (shown["share"], shown["counts"], shown["gap_text"]) == (None, "no figure", "no figure")
    json.dumps(spec, allow_nan=False)


def test_no_rows_give_a_page_that_says_so() -> None:
    none = kept(found("LE19"), "rows", found("LE19").tables["rows"].clear())
    assert ">There is nothing to draw yet.<" in picture(benchmark_dumbbell_chart(none))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_labels_are_drawn_as_text_and_nothing_is_lost(payload: str) -> None:
    texts = ("campaign", "stage", "group", "area", "benchmark", "reading", "population")
    women = kept(found("LE19"), "rows", found("LE19").tables["rows"].filter(group="Female"))
    named = altered(women, "rows", **{name: pl.lit(payload) + pl.col(name) for name in texts})
    chart = benchmark_dumbbell_chart(replace(named, headline=payload, title=payload))
    shown = picture(chart)
    ET.fromstring(shown)  # noqa: S314 # our own picture, well formed
    assert "<script" not in shown
    assert "<img" not in shown
    assert shown.count(">33.52% (183 of 546)<") == 1


def test_a_phone_gets_one_column_with_the_words_of_a_row_above_its_marks() -> None:
    spec = for_phones(without_captions(le19()))
    assert spec["vconcat"][0]["columns"] == 1
    assert panels(spec)[SEX]["width"] <= 340
    texts = [layer(panels(spec)[SEX], "text", number) for number in (0, 2, 3)]
    assert all(
        each["mark"]["dy"] < layer(panels(spec)[SEX], "point")["mark"]["yOffset"] for each in texts
    )


def test_the_page_holds_chart_and_tables() -> None:
    whole = html_page(found(), benchmark_dumbbell_chart(found()))
    assert b"Leicestershire Police, 31 May 2020, not tested" in whole
