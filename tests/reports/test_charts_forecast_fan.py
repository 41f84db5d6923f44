import itertools
from typing import Any

import polars as pl
import pytest

from reports.charts.forecast_fan import end_labels, forecast_fan_chart, start_label_at
from reports.charts.narrow import for_phones
from reports.charts.rendering import render_svg
from reports.findings import Findings
from tests.reports.compared import altered, kept, layer, panels, rows
from tests.reports.forecasts import found

Spec = dict[str, Any]


def _spec(what: Findings) -> Spec:
    spec: Spec = forecast_fan_chart(what).to_dict()
    return spec


def _labels(spec: Spec, panel: Spec) -> list[str]:
    data = layer(panel, "text", -1)["data"]["name"]
    return [row["words"] for row in spec["datasets"][data]]


def test_there_is_a_panel_to_a_group_with_its_reading() -> None:
    titles = [panel["title"] for panel in panels(_spec(found()))]
    assert [title["text"] for title in titles] == ["Ethnicity: BAME people", "Sex: women"]
    assert titles[0]["subtitle"][0].startswith("Never at these rates, though such counts do not")


def test_a_panel_has_a_point_a_year_with_its_text_ready() -> None:
    spec = _spec(found())
    points = rows(spec, panels(spec)[0])
    assert [point["year"] for point in points] == list(range(2020, 2071))
    assert [point["year"] for point in points if point["marked"]] == [*range(2020, 2071, 10)]
    assert points[0]["start"] == "8.01% (182 of 2,271)"
    assert points[0]["goal"] == "25%"


def test_panels_share_one_scale_from_0() -> None:
    scales = [
        layer["encoding"]["y"]["scale"]["domain"]
        for panel in panels(_spec(found()))
        for layer in panel["layer"]
    ]
    assert scales[0][0] == 0
    assert all(scale == scales[0] for scale in scales)


def test_lines_are_named_at_their_end() -> None:
    spec = _spec(found(joiner_shares={"BAME": 0.25}))
    named = _labels(spec, panels(spec)[0])
    assert sum(label.startswith("target 25%") for label in named) == 1
    assert sum(label.startswith("as recorded 13.60%") for label in named) == 1
    assert not any("recorded" in label for label in _labels(spec, panels(spec)[1]))


def test_labels_at_the_end_keep_a_line_apart() -> None:
    last = {"year": 2070, "high": 26.0, "target": 25.0, "median": 24.9, "low": 24.0}
    labels = end_labels([last | {"recorded": None, "goal": "25%", "text": "24.90%"}], 0.1)
    ends = [label["end"] for label in labels]
    assert [label["words"] for label in labels] == ["24.00%", "24.90%", "target 25%", "26.00%"]
    assert all(high - low >= 1.6 - 1e-9 for low, high in itertools.pairwise(ends))


def test_the_arrival_is_a_diamond_with_its_year() -> None:
    arriving = _spec(found(joiner_shares={"BAME": 0.5}))
    shapes = [[each["mark"].get("shape") for each in panel["layer"]] for panel in panels(arriving)]
    assert "diamond" in shapes[0]
    assert not any(shape == "diamond" for shape in _shapes(_spec(found()), 0))


def _shapes(spec: Spec, panel: int) -> list[str | None]:
    return [each["mark"].get("shape") for each in panels(spec)[panel]["layer"]]


def test_the_text_alternative_has_the_figures() -> None:
    description = _spec(found())["description"]
    assert "Fan chart of forecast shares, 2 panels." in description
    assert "Police officer, BAME people: 2020: " in description


def test_the_subtitle_says_measure_group_place_and_target() -> None:
    said = " ".join(_spec(found())["title"]["subtitle"])
    assert said.startswith(
        "Share of BAME people and women among all in the role Police officer, Leicestershire "
        "Police, from 31 May 2020 on, at the rates of 2019-20."
    )
    assert said.endswith("Target: the share of Leicester, Leicestershire and Rutland.")


def test_a_target_that_was_given_is_no_share_of_an_area() -> None:
    one = _spec(found(targets={"Female": 0.42}))["title"]["subtitle"][-1]
    both = _spec(found(targets={"Female": 0.42, "BAME": 0.1}))["title"]["subtitle"][-1]
    area = "the share of Leicester, Leicestershire and Rutland"
    assert one == f"Target: {area}; that of women as given."
    assert both == "Target: BAME people and women as given."


def test_several_roles_are_named_in_the_titles() -> None:
    what = found()
    both = [
        pl.concat([what.tables[name], what.tables[name].with_columns(role=pl.lit("PCSO"))])
        for name in ("rows", "paths")
    ]
    doubled = kept(kept(what, "rows", both[0]), "paths", both[1])
    titles = [panel["title"]["text"] for panel in panels(_spec(doubled))]
    assert titles[2] == "Ethnicity: PCSO: BAME people"


def test_several_units_are_named_in_the_titles() -> None:
    what = found()
    both = [
        pl.concat([what.tables[name], what.tables[name].with_columns(unit=pl.lit("Town Police"))])
        for name in ("rows", "paths")
    ]
    doubled = _spec(kept(kept(what, "rows", both[0]), "paths", both[1]))
    titles = [panel["title"]["text"] for panel in panels(doubled)]
    assert titles[0] == "Ethnicity: Leicestershire Police: BAME people"
    assert titles[2] == "Ethnicity: Town Police: BAME people"


def test_the_figure_at_the_start_keeps_clear_of_axis_and_line() -> None:
    def placed(*shares: float) -> float | None:
        return start_label_at([{"median": share} for share in shares], 0.1)

    assert placed(*[10.0] * 6) == pytest.approx(8.4)
    assert placed(10, 12, 14, 15, 16, 17) == pytest.approx(8.4)
    assert placed(10, 8, 7, 6, 5, 4) == pytest.approx(11.6)
    assert placed(1, 2, 3, 4, 5, 6) == pytest.approx(4.6)
    assert start_label_at([{"median": None}], 0.1) is None


def test_the_arrival_stands_on_the_line() -> None:
    spec = _spec(found(joiner_shares={"BAME": 0.5}))
    diamond = next(
        each for each in panels(spec)[0]["layer"] if each["mark"].get("shape") == "diamond"
    )
    assert diamond["encoding"]["y"]["field"] == "median"


def test_unknown_shares_are_left_out_not_drawn_as_nothing() -> None:
    names = ["low_pct", "lower_pct", "median_pct", "upper_pct", "high_pct"]
    later = {name: pl.when(pl.col("years") < 3).then(pl.col(name)) for name in names}
    svg = render_svg(forecast_fan_chart(altered(found(), "paths", **later))).decode()
    assert "NaN" not in svg


def test_nothing_to_draw_is_said() -> None:
    empty = kept(
        kept(found(), "rows", found().tables["rows"].clear()),
        "paths",
        found().tables["paths"].clear(),
    )
    assert panels(_spec(empty))[0]["title"]["text"] == "No figures"


def test_on_a_phone_the_panels_are_as_wide_as_it() -> None:
    narrow = for_phones(_spec(found()))
    assert {panel["width"] for panel in panels(narrow)} == {296}
