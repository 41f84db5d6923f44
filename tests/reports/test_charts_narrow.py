from typing import Any

from reports.charts.narrow import PHONE_WIDTH, for_phones


def _page(**encoding: dict[str, Any]) -> dict[str, Any]:
    layer = {"mark": {"type": "point"}, "encoding": encoding}
    title = {"text": "Officers who identify as disabled, by year", "subtitle": ["One.", "Two."]}
    panel = {"layer": [layer], "width": 900, "height": 200, "title": title}
    return {"vconcat": [{"concat": [panel], "columns": 2}]}


def test_a_panel_without_stages_is_made_as_wide_as_a_phone() -> None:
    fitted = for_phones(_page(x={"field": "year"}))["vconcat"][0]
    assert (fitted["columns"], fitted["concat"][0]["width"]) == (1, PHONE_WIDTH)
    assert fitted["concat"][0]["title"]["text"] == ["Officers who identify as disabled,", "by year"]


def test_a_layer_may_have_no_x_of_its_own() -> None:
    fitted = for_phones(_page(y={"field": "share"}))["vconcat"][0]
    assert fitted["concat"][0]["width"] == PHONE_WIDTH
