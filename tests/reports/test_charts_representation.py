"""The chart of representation by stage: what is drawn, in which order, with which words."""

from typing import Any

from reports.charts.representation import representation_chart
from reports.findings import Findings
from tests.reports.le19 import GROUPS, STAGES, change_rows, findings, stage_rows

Spec = dict[str, Any]
APPLICATION = {"Application": 581}
ONE_STAGE: dict[tuple[str, str], tuple[int, ...]] = {
    key: counts[:1] for key, counts in GROUPS.items()
}


def drawn(what: Findings) -> Spec:
    spec: Spec = representation_chart(what).to_dict()
    return spec


def panels(spec: Spec) -> list[Spec]:
    found: list[Spec] = spec["vconcat"][0]["concat"]
    return found


def rows(spec: Spec, panel: Spec) -> list[Spec]:
    data: list[Spec] = spec["datasets"][panel["data"]["name"]]
    return data


def layers(panel: Spec, mark: str) -> list[Spec]:
    return [layer for layer in panel["layer"] if layer["mark"]["type"] == mark]


def texts(spec: Spec, panel: Spec, field: str) -> list[str]:
    shown = {layer["encoding"]["text"]["field"] for layer in layers(panel, "text")}
    return [row[field] for row in rows(spec, panel) if row.get(field)] if field in shown else []


def several() -> Findings:
    earlier = stage_rows(campaign="LE18")
    return findings(
        earlier + stage_rows() + stage_rows(APPLICATION, ONE_STAGE, campaign="DHEP"),
        change_rows("LE18") + change_rows(),
    )


def test_each_group_has_a_panel_named_after_it() -> None:
    titles = [panel["title"]["text"] for panel in panels(drawn(findings()))]
    assert titles == [
        "BAME (ethnicity)",
        "Female (sex)",
        "LGBT+ (sexual orientation)",
        "Disabled (disability)",
    ]


def test_stages_stand_in_their_order_with_long_names_in_lines() -> None:
    axis = panels(drawn(findings()))[0]["layer"][0]["encoding"]["x"]
    stages = [name.replace("\n", " ") for name in axis["scale"]["domain"]]
    assert stages == list(STAGES)
    assert axis["sort"] == axis["scale"]["domain"]
    assert "Pre-employment\nchecks" in axis["sort"]


def test_figures_are_rounded_once_and_travel_as_text_with_their_counts() -> None:
    spec = drawn(findings())
    panel = panels(spec)[0]
    assert texts(spec, panel, "pct_text") == [
        "19.41%",
        "18.58%",
        "17.61%",
        "16.95%",
        "15.98%",
        "13.89%",
    ]
    assert texts(spec, panel, "counts")[0] == "106 of 546"


def test_counts_are_of_those_who_answered_where_the_percentage_is() -> None:
    answered = [
        {**row, "base": base, "representation_pct": 100 * row["group_entered"] / base}
        for row in stage_rows()
        for base in [row["entered"] - 36]
    ]
    spec = drawn(findings(answered))
    assert texts(spec, panels(spec)[0], "counts")[0] == "106 of 510"
    assert "entered the stage and answered" in " ".join(spec["title"]["subtitle"])


def test_every_scale_starts_at_zero_and_the_panels_of_one_campaign_share_it() -> None:
    domains = [p["layer"][0]["encoding"]["y"]["scale"]["domain"] for p in panels(drawn(findings()))]
    assert domains[0][0] == 0
    assert all(domain == domains[0] for domain in domains)


def test_with_several_campaigns_each_panel_has_its_own_scale_and_says_so() -> None:
    spec = drawn(several())
    tops = {p["layer"][0]["encoding"]["y"]["scale"]["domain"][1] for p in panels(spec)}
    assert len(tops) == len(GROUPS)
    assert "Scales differ by panel." in " ".join(spec["title"]["subtitle"])


def test_provisional_stages_have_hollow_points_and_a_word_about_them() -> None:
    spec = drawn(findings())
    panel = panels(spec)[0]
    points = layers(panel, "point")[0]
    assert [row["provisional"] for row in rows(spec, panel)] == [False] * 4 + [True] * 2
    assert points["encoding"]["fill"]["condition"]["test"] == "datum.provisional"
    assert "provisional" in " ".join(spec["title"]["subtitle"])


def test_nothing_is_said_of_hollow_points_where_there_are_none() -> None:
    spec = drawn(findings(stage_rows(APPLICATION, ONE_STAGE), []))
    assert "ollow" not in " ".join(spec["title"]["subtitle"])


def test_the_headline_change_stands_in_the_panel_with_its_interval() -> None:
    lines = panels(drawn(findings()))[0]["title"]["subtitle"]
    assert lines == [
        "-3.44 points (-6.94 to +0.50), Application to Pre-employment checks.",
        "Too few people to say.",
    ]


def test_a_change_without_interval_is_given_without() -> None:
    bare = [{**row, "change_low_pp": None, "change_high_pp": None} for row in change_rows()]
    lines = panels(drawn(findings(changes=bare)))[0]["title"]["subtitle"]
    assert lines[0] == "-3.44 points, Application to Pre-employment checks."


def test_a_campaign_with_one_stage_is_a_point_without_a_line() -> None:
    spec = drawn(findings(stage_rows(APPLICATION, ONE_STAGE), []))
    for panel in panels(spec):
        assert not layers(panel, "line")
        assert len(rows(spec, panel)) == 1
        assert panel["title"]["subtitle"] == ["No change to report."]


def test_a_stage_nobody_entered_breaks_the_line_and_has_no_point() -> None:
    stages = {**STAGES, "Face to face interview": 0}
    spec = drawn(findings(stage_rows(stages)))
    panel = panels(spec)[0]
    assert rows(spec, panel)[2]["pct"] is None
    assert layers(panel, "line")[0]["transform"] == [{"filter": "datum.series === 0"}]
    assert layers(panel, "point")[0]["transform"] == [{"filter": "isValid(datum.pct)"}]


def test_a_figure_that_is_not_a_number_is_drawn_as_unknown() -> None:
    broken = [{**row, "representation_pct": float("nan")} for row in stage_rows()[:1]]
    spec = drawn(findings(broken + stage_rows()[1:]))
    assert rows(spec, panels(spec)[0])[0]["pct"] is None


def test_a_campaign_nobody_entered_is_left_out_with_a_word_about_it() -> None:
    empty = stage_rows({"Application": 0}, ONE_STAGE, campaign="DHEP2")
    spec = drawn(findings(stage_rows() + empty))
    assert spec["title"]["subtitle"][-1] == "DHEP2 is not drawn: nobody entered."
    assert texts(spec, panels(spec)[0], "counts")[0] == "106 of 546"


def test_several_campaigns_differ_by_dash_and_shape_as_well_as_colour() -> None:
    panel = panels(drawn(several()))[0]
    lines, points = layers(panel, "line"), layers(panel, "point")[0]
    assert len({tuple(line["mark"]["strokeDash"]) for line in lines}) == 2
    assert points["encoding"]["shape"]["scale"]["domain"] == ["LE18", "LE19", "DHEP"]
    assert points["encoding"]["shape"]["field"] == points["encoding"]["stroke"]["field"]


def test_several_campaigns_are_named_at_the_end_of_their_lines() -> None:
    spec = drawn(several())
    labels = texts(spec, panels(spec)[0], "label")
    assert sorted(labels) == [
        "DHEP 18.24% (106 of 581)",
        "LE18 13.89% (10 of 72)",
        "LE19 13.89% (10 of 72)",
    ]


def test_the_changes_of_several_campaigns_are_told_apart() -> None:
    lines = panels(drawn(several()))[0]["title"]["subtitle"]
    assert lines == [
        "LE18: -3.44 points (-6.94 to +0.50).",
        "LE19: -3.44 points (-6.94 to +0.50).",
        "DHEP: no change to report.",
    ]


def test_only_the_last_six_campaigns_are_drawn_and_the_others_named() -> None:
    many = [row for number in range(8) for row in stage_rows(campaign=f"C{number}")]
    spec = drawn(findings(many, []))
    assert "not drawn: C0 and C1." in spec["title"]["subtitle"][-1]
    lines = layers(panels(spec)[0], "line")
    assert len({tuple(line["mark"]["strokeDash"]) for line in lines}) == 6


def test_headline_subtitle_notes_and_source_surround_the_panels() -> None:
    spec = drawn(findings())
    assert spec["title"]["text"] == ["No evidence that any group's representation changed"]
    assert spec["title"]["subtitle"][0] == (
        "Representation at each stage of LE19, as at 15 June 2020: BAME, Female, LGBT+ and "
        "Disabled candidates, each as a share of those who entered the stage."
    )
    assert spec["vconcat"][0]["title"]["text"] == [
        "Representation is a share of all who entered the stage.",
        "Source: Panel report, 15 June 2020: paragraph 8",
    ]


def test_notes_that_do_not_fit_are_counted() -> None:
    notes = tuple(f"Note {number}." for number in range(12))
    lines = drawn(findings(notes=notes))["vconcat"][0]["title"]["text"]
    assert lines[-2] == "Notes left out here, which the tables have: 3."


def test_the_text_alternative_has_every_figure() -> None:
    description = drawn(findings())["description"]
    assert description.startswith("No evidence that any group's representation changed. Line chart")
    assert "LE19, BAME: Application 19.41% (106 of 546); Telephone" in description
    assert "Offer 2.78% (2 of 72, provisional)." in description


def test_many_stages_get_wider_panels_one_to_a_row() -> None:
    stages = {f"Assessment number {number}": 100 - number for number in range(10)}
    counts = {("sex", "Female"): tuple(range(50, 40, -1))}
    spec = drawn(findings(stage_rows(stages, counts), []))
    assert spec["vconcat"][0]["columns"] == 1
    assert panels(spec)[0]["width"] == 860


def test_tooltips_use_field_names_of_our_own() -> None:
    points = layers(panels(drawn(findings()))[0], "point")[0]
    fields = [each["field"] for each in points["encoding"]["tooltip"]]
    assert fields[:5] == ["campaign", "stage_name", "group", "pct_text", "counts"]
    assert all(field.replace("_", "").isalpha() for field in fields)
