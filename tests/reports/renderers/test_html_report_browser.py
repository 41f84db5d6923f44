"""The HTML report in a real browser: offline, by keyboard, by axe, on a phone and on paper."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page
from pypdf import PdfReader

from reports.renderers.html import render
from tests.browser import Opened, browser, needs_chromium, opened, wait_until
from tests.reports.report.made import labelled, real, report
from tests.reports.samples import HOSTILE

pytestmark = needs_chromium
# What an A4 page holds, landscape, within its margins, in the units of the screen.
PAPER = 1016


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as run:
        yield run


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "panel.html"
    file.write_bytes(render(report(real())))
    return file


@pytest.fixture(scope="module")
def desk(chromium: Browser, published: Path) -> Iterator[Opened]:
    with opened(chromium, published) as seen:
        yield seen


@pytest.fixture
def page(desk: Opened) -> Page:
    desk.page.locator("#figure_2_group").select_option("")
    return desk.page


def shown(figure: Locator) -> list[str]:
    return [panel.inner_text() for panel in figure.locator(".panel .title:visible").all()]


def test_it_opens_with_nothing_requested_and_nothing_on_the_console(desk: Opened) -> None:
    assert (desk.requested, desk.console) == ([], [])
    assert desk.page.locator(".drawing svg").count() == 38


def test_axe_finds_nothing_on_a_desk_or_a_phone(
    chromium: Browser, published: Path, page: Page
) -> None:
    with opened(chromium, published, width=390) as phone:
        found = [Axe().run(each).response["violations"] for each in (page, phone.page)]
    assert [[(each["id"], each["nodes"][:3]) for each in every] for every in found] == [[], []]


def test_a_group_is_chosen_by_keyboard(page: Page) -> None:
    figure = page.locator("#figure_2")
    page.locator("#paragraph_9 a").last.focus()
    while page.evaluate("document.activeElement.id") != "figure_2_group":
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert shown(figure) == ["Female (sex)"]
    assert figure.get_by_role("status").inner_text() == "1 of 4 panels shown"
    page.keyboard.press("Home")
    assert len(shown(figure)) == 4


def test_a_group_is_shown_with_those_it_is_compared_with(page: Page) -> None:
    figure = page.locator("#figure_9")
    page.locator("#figure_9_group").select_option(label="Women")
    assert shown(figure) == ["Sex: women", "Sex: men"]


def test_a_mark_tells_its_figures_and_escape_takes_them_away(page: Page) -> None:
    tip = page.locator("#vg-tooltip-element")
    page.locator("#figure_2 .mark-symbol path").first.hover()
    wait_until(page, "!!document.querySelector('#vg-tooltip-element.visible')")
    assert "19.41%" in tip.inner_text()
    assert "106 of 546" in tip.inner_text()
    page.keyboard.press("Escape")
    assert not tip.is_visible()


def test_only_what_scrolls_takes_a_place_in_the_order_of_the_keyboard(
    chromium: Browser, published: Path
) -> None:
    scrolls = "[...document.querySelectorAll('.scroll')].map((e) => e.scrollWidth > e.clientWidth)"
    reached = "[...document.querySelectorAll('.scroll')].map((e) => e.tabIndex === 0)"
    with opened(chromium, published, width=700) as seen:
        wait_until(seen.page, f"JSON.stringify({scrolls}) === JSON.stringify({reached})")
        assert set(seen.page.evaluate(scrolls)) == {True, False}


@pytest.mark.parametrize("width", [320, 390, 640])
def test_a_narrow_or_enlarged_page_scrolls_in_one_direction(
    chromium: Browser, published: Path, width: int
) -> None:
    with opened(chromium, published, width=width) as seen:
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
        drawn = seen.page.locator("#figure_2 .drawing").first.inner_text()
        assert ("106 of 546" in drawn) == (width > 600)


def test_a_chart_is_drawn_anew_where_the_window_changes(chromium: Browser, published: Path) -> None:
    with opened(chromium, published, width=390) as seen:
        seen.page.set_viewport_size({"width": 1280, "height": 900})
        drawn = "document.querySelector('#figure_2 .drawing').textContent"
        wait_until(seen.page, f"{drawn}.includes('106 of 546')")
        assert seen.console == []


def test_paper_has_every_panel_and_every_table_and_cuts_none(page: Page) -> None:
    page.locator("#figure_2_group").select_option("1")
    made = report(real())
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, tagged=True)))
    width, height = pdf.pages[0].mediabox[2:]
    assert (round(width), round(height)) == (842, 595)
    text = _without_spaces("".join(each.extract_text() for each in pdf.pages))
    lines = [" ".join(row) for table in made.tables for row in (*table.rows,)]
    assert [each for each in lines if _without_spaces(each) not in text] == []
    assert text.count("BAME(ethnicity)") == 4


def test_paper_is_wide_enough_for_every_table(page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 900})
    cut = "[...document.querySelectorAll('.scroll')].filter((e) => e.scrollWidth > e.clientWidth)"
    assert page.evaluate(f"{cut}.map((e) => e.textContent.slice(0, 80))") == []
    assert not page.locator(".choice:visible").count()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})


def test_without_scripts_every_table_is_there_and_no_choice(
    chromium: Browser, published: Path
) -> None:
    with opened(chromium, published, java_script_enabled=False) as seen:
        assert seen.page.locator("table:visible").count() == len(report(real()).tables)
        assert seen.page.locator("select:visible").count() == 0
        assert (
            "the figures are in Table 4" in seen.page.locator("#figure_2 .panel").first.inner_text()
        )


@pytest.mark.parametrize("label", [HOSTILE[7], HOSTILE[23], HOSTILE[30]])
def test_hostile_labels_are_drawn_and_leave_the_console_silent(
    chromium: Browser, tmp_path: Path, label: str
) -> None:
    whole = report(labelled(label))
    file = tmp_path / "hostile.html"
    file.write_bytes(render(replace(whole, sections=whole.sections[3:5], findings=())))
    with opened(chromium, file) as seen:
        assert (seen.requested, seen.console) == ([], [])
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 1280


def _without_spaces(text: str) -> str:
    return re.sub(r"\s+", "", text)
