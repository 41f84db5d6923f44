"""The page: complete, offline, under its own policy, with text from data shown and never obeyed."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from reports.charts.representation import representation_chart
from reports.findings import Findings
from reports.html import html_page
from reports.html.library import LICENCES_END, UNFIT, built_library, chart_library
from reports.html.text import script_json
from tests.reports.le19 import findings
from tests.reports.test_charts_rendering import PAYLOADS, named


class Page(HTMLParser):
    """Elements and attributes of a page, and the text of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.elements[-1][0] if self.elements else "", []).append(data)

    def attributes(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page_text(what: Findings) -> str:
    return html_page(what, representation_chart(what)).decode()


def own_text(page: str) -> str:
    """The page without the chart library, which is not ours to judge."""
    return page.replace(chart_library(), "")


@pytest.fixture(scope="module")
def page() -> str:
    return page_text(findings())


def test_page_is_in_english_and_named_after_its_finding(page: str) -> None:
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert "<title>Representation by stage: LE19</title>" in page
    assert "<h1>No evidence that any group&#x27;s representation changed</h1>" in page


def test_page_has_subtitle_notes_and_source(page: str) -> None:
    assert "Representation at each stage of LE19, as at 15 June 2020" in page
    assert "<li>Representation is a share of all who entered the stage.</li>" in page
    assert "<p>Source: Panel report, 15 June 2020: paragraph 8</p>" in page


def test_tables_have_caption_headers_with_scope_and_rounded_figures(page: str) -> None:
    parsed = Page(page)
    assert len(parsed.attributes("table")) == len(parsed.attributes("caption")) == 5
    assert all(head["scope"] in {"col", "row"} for head in parsed.attributes("th"))
    assert "<th scope=row>Application</th><td class=number>546</td>" in page
    assert "<td class=number>19.41</td>" in page


def test_regions_that_scroll_are_named_and_reached_by_keyboard(page: str) -> None:
    regions = [each for each in Page(page).attributes("div") if each.get("role") == "region"]
    assert all(region["tabindex"] == "0" for region in regions)
    ids = [each["id"] for each in Page(page).attributes("caption")]
    assert [region["aria-labelledby"] for region in regions] == ids


def test_the_still_picture_is_there_for_readers_without_scripts(page: str) -> None:
    still = page.partition('<div id="picture">')[2].partition("</svg>")[0]
    assert 'role="img"' in still
    assert ">19.41%<" in still


def test_policy_allows_nothing_but_the_scripts_and_styles_of_the_page(page: str) -> None:
    policy = Page(page).attributes("meta")[1]["content"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_hashes_in_the_policy_match_scripts_and_styles_as_they_stand(page: str) -> None:
    policy = Page(page).attributes("meta")[1]["content"]
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    hashes = [b64encode(sha256(each.encode()).digest()).decode() for each in scripts + styles]
    assert len(scripts) == 2
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes


def test_no_element_has_a_style_or_an_event_of_its_own(page: str) -> None:
    names = {name for _, attributes in Page(page).elements for name in attributes}
    assert not [name for name in names if name == "style" or name.startswith("on")]


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    parsed = Page(page)
    assert not {"link", "img", "iframe", "object"} & {tag for tag, _ in parsed.elements}
    assert all("src" not in attributes for _, attributes in parsed.elements)
    assert [each["href"] for each in parsed.attributes("a")] == ["#figures"]
    addresses = set(re.findall(r"\w+://[^\s\"']+", own_text(page)))
    assert {address.split("/")[2] for address in addresses} == {"www.w3.org", "vega.github.io"}


def test_the_chart_library_is_there_once_and_interprets_expressions(page: str) -> None:
    assert page.count(chart_library()) == 1
    assert "ast: true" in page


def test_there_is_a_layout_for_each_width_of_screen(page: str) -> None:
    text = re.search(r'id="specifications">(.*?)</script>', page, re.DOTALL)
    layouts = json.loads(text[1]) if text else {}
    columns = {name: spec["vconcat"][0]["columns"] for name, spec in layouts.items()}
    assert columns == {"wide": 2, "stacked": 1, "phone": 1}
    assert layouts["phone"]["vconcat"][0]["concat"][0]["width"] < 320
    assert "title" not in layouts["wide"]


@pytest.mark.parametrize("payload", [PAYLOADS[1] + PAYLOADS[2], PAYLOADS[5]])
def test_hostile_text_makes_no_element_and_no_attribute(page: str, payload: str) -> None:
    hostile = page_text(named(payload))
    ours, theirs = Page(page), Page(hostile)
    assert {tag for tag, _ in theirs.elements} == {tag for tag, _ in ours.elements}
    assert hostile.count("<script") == page.count("<script")
    assert "\u202e" not in hostile
    assert "\x00" not in hostile


def test_script_data_escapes_whatever_could_end_the_element() -> None:
    text = script_json(["</script>", "<!--", "&", "\u2028"])
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == ["</script>", "<!--", "&", "\u2028"]


def test_script_data_refuses_what_is_not_a_number() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        script_json([float("nan")])


def test_the_library_is_the_one_that_vl_convert_puts_together() -> None:
    licences, _, script = chart_library().partition(LICENCES_END)
    assert script == built_library()
    assert licences.startswith("/*!\nVega ")
    assert not [mark for mark in UNFIT if mark in licences]


def test_a_library_that_would_end_its_element_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vl_convert.javascript_bundle", lambda _: "'</script>'")
    with pytest.raises(ValueError, match="cannot stand in an HTML page"):
        built_library()


def test_the_same_findings_give_the_same_page(page: str) -> None:
    assert page_text(findings()) == page
