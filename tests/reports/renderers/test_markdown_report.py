import re
from functools import cache

import pytest
from markdown_it import MarkdownIt

from reports.renderers import MODULES, renderer
from reports.renderers.markdown import render
from reports.report.assembly import Cover, assembled
from tests.reports.golden import golden
from tests.reports.report.made import COVER, labelled, real, report
from tests.reports.samples import HOSTILE

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TAGS = re.compile(r"<(/?\w+)")


def _page(text: bytes) -> str:
    return str(MARKDOWN.render(text.decode()))


@cache
def _tags_of_a_plain_label() -> list[str]:
    return TAGS.findall(_page(render(report(labelled("x")))))


def test_the_published_report_reads_as_it_was_proofread() -> None:
    assert render(report(real())).decode() == golden("panel.md")


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(report(real())) == render(report(real()))


def test_paragraphs_keep_their_numbers_when_markdown_is_rendered() -> None:
    page = _page(render(report(real())))
    starts = [int(start or 1) for start in re.findall(r'<ol(?: start="(\d+)")?>', page)]
    assert starts == sorted(starts)
    assert page.count("<ol") < 61
    assert '<ol start="60">' in page


def test_tables_are_tables_and_items_are_lists() -> None:
    made = report(real())
    page = _page(render(made))
    assert page.count("<table>") == len(made.tables)
    assert page.count("<tr>") == sum(len(table.rows) + 1 for table in made.tables)
    assert page.count("<h2>") == len(made.sections) + 2


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_label_changes_no_tag_of_the_page(label: str) -> None:
    page = _page(render(report(labelled(label))))
    assert TAGS.findall(page) == _tags_of_a_plain_label()


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_title_and_author_are_shown(label: str) -> None:
    cover = Cover(label, label, None, label)
    plain = Cover("x", "x", None, "x")
    pages = [_page(render(assembled(real(), each, ["purpose"]))) for each in (cover, plain)]
    assert TAGS.findall(pages[0]) == TAGS.findall(pages[1])


def test_the_front_has_title_author_date_and_policy() -> None:
    cover = Cover("Title", "HR", COVER.date, "Internal use only.")
    text = render(assembled(real(), cover, ["purpose"])).decode()
    assert text.startswith(
        "# Title\n\nRecruitment campaigns LE19, LE19a, PCDA, DHEP and DHEP2\n\nAuthor: HR  \n"
        "Date: 15 June 2020\n\n**Internal use only.**\n\n## Purpose of Report"
    )


@pytest.mark.parametrize("suffix", MODULES)
def test_every_renderer_gives_bytes(suffix: str) -> None:
    assert renderer(suffix)(assembled(real(), COVER, ["purpose"]))
