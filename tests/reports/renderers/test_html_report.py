"""The HTML report: complete, offline, under its own policy, with hostile text shown."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import pairwise

import pytest

from reports.html.library import chart_library
from reports.renderers.html import render
from reports.report.assembly import Cover, assembled
from reports.report.model import Report
from tests.reports.renderers.html_read_back import cells, paragraph_numbers, parsed, texts
from tests.reports.renderers.same_words import grids, left_over, sentences
from tests.reports.report.made import COVER, labelled, real, report
from tests.reports.samples import HOSTILE

CHARTED = ["current-position", "le19", "retention"]


@cache
def published() -> bytes:
    return render(report(real()))


@cache
def charted() -> tuple[Report, bytes]:
    made = assembled(real(), COVER, CHARTED)
    return made, render(made)


@cache
def tags_of_a_plain_label() -> list[str]:
    return tags(one_campaign("x"))


def one_campaign(label: str) -> bytes:
    whole = report(labelled(label))
    return render(replace(whole, sections=whole.sections[4:5], findings=()))


def tags(page: bytes) -> list[str]:
    return [element.tag for element in parsed(page).iter("*")]


def test_every_sentence_of_the_report_is_read_back_in_its_place() -> None:
    rest = left_over(sentences(report(real())), texts(published()))
    assert {"Contents", "Appendices", "Notes", "Sources", "Back to contents"} <= set(rest)
    assert not [text for text in rest if text.startswith("There is evidence")]


def test_every_number_of_every_table_is_read_back() -> None:
    assert cells(published()) == grids(report(real()))


def test_reading_back_notices_what_is_missing_and_what_is_changed() -> None:
    made, page = charted()
    with pytest.raises(AssertionError, match="not read, or not in its place: 'Another title'"):
        left_over(sentences(replace(made, title="Another title")), texts(page))
    changed = cells(page.replace(b">106<", b">107<", 1))
    assert [own == read for own, read in zip(grids(made), changed, strict=True)].count(False) == 1


def test_paragraphs_have_the_numbers_of_the_report() -> None:
    assert paragraph_numbers(published()) == [f"{number}." for number in range(1, 64)]


def test_the_same_report_gives_the_same_bytes() -> None:
    made, page = charted()
    assert render(made) == page


def test_hashes_in_the_policy_match_scripts_and_styles_as_they_stand() -> None:
    page = published().decode()
    policy = parsed(published()).xpath("//meta[@http-equiv]/@content")[0]
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    hashes = [b64encode(sha256(each.encode()).digest()).decode() for each in scripts + styles]
    assert (len(scripts), len(styles)) == (2, 1)
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_nothing_is_loaded_and_nothing_has_a_style_or_event_of_its_own() -> None:
    elements = list(parsed(published()).iter("*"))
    names = {name for element in elements for name in element.attrib}
    assert not [each for each in names if each in {"src", "style"} or each.startswith("on")]
    assert not {"link", "img", "iframe", "object"} & {element.tag for element in elements}


def test_every_link_leads_to_a_place_and_every_place_has_one_name() -> None:
    root = parsed(published())
    names = root.xpath("//@id")
    assert len(set(names)) == len(names)
    assert {link.removeprefix("#") for link in root.xpath("//@href")} <= set(names)
    assert set(root.xpath("//@for | //@aria-labelledby")) <= set(names)


def test_contents_lead_to_every_section_figure_and_table() -> None:
    made = report(real())
    links = parsed(published()).xpath("//nav//@href")
    assert links == [
        *(f"#{section.key}" for section in made.sections),
        *(f"#figure_{figure.number}" for figure in made.figures),
        *(f"#table_{table.number}" for table in made.tables),
    ]


def test_what_a_paragraph_rests_on_is_a_link() -> None:
    page = published().decode()
    assert 'See <a href="#table_3">Table 3</a>, <a href="#table_4">Table 4</a> and ' in page


def test_headings_leave_no_level_out() -> None:
    levels = [int(tag[1]) for tag in tags(published()) if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_a_caption_and_headers_with_scope() -> None:
    for table in parsed(published()).iter("table"):
        assert [each.tag for each in table] == ["caption", "thead", "tbody"]
        assert {each.get("scope") for each in table.find("thead").iter("th")} == {"col"}
        assert all(row[0].get("scope") == "row" for row in table.find("tbody"))


def test_a_figure_has_a_panel_to_each_group_and_a_choice_among_them() -> None:
    (figure,) = parsed(charted()[1]).xpath("//figure[@id='figure_2']")
    options = figure.xpath(".//option/text()")
    assert options == ["All groups", "BAME people", "Women", "LGBT+ people", "Disabled people"]
    assert figure.xpath(".//*[@data-group]/@data-group") == ["0", "1", "2", "3"]
    assert figure.xpath("following-sibling::div[1]/@id") == ["table_3"]


def test_those_compared_with_are_chosen_with_their_group() -> None:
    (figure,) = parsed(charted()[1]).xpath("//figure[@id='figure_4']")
    assert figure.xpath(".//option/text()") == ["All groups", "BAME people", "Women"]
    assert figure.xpath(".//*[@data-group]/@data-group") == ["0", "0", "1", "1"]


def test_a_drawing_says_its_figures_in_words() -> None:
    said = parsed(charted()[1]).xpath("//figure[@id='figure_2']//@aria-label")
    assert said[2].startswith(
        "Female (sex). LE19, Application: 33.52%, 183 of 546; LE19, Telephone interview: 36.67%, "
    )


def test_nothing_drawn_is_more_exact_than_the_tables() -> None:
    text = parsed(published()).xpath("string(//script[@id='chart_data'])")
    held = json.loads(text)
    assert len(held["panels"]) == 38
    exact = [number for number in _numbers(held["panels"]) if round(number, 2) != number]
    assert exact == []


def test_the_chart_library_is_there_once_and_only_where_there_are_charts() -> None:
    plain = render(assembled(real(), COVER, ["purpose"]))
    library = chart_library().encode()
    assert (published().count(library), plain.count(library)) == (1, 0)
    assert len(plain) < 40_000


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_label_changes_no_element_of_the_page(label: str) -> None:
    page = one_campaign(label)
    assert tags(page) == tags_of_a_plain_label()
    assert not set("\x00\x1b\x9b\u202e\u2066\u2028") & set(page.decode())


@pytest.mark.parametrize("label", [*HOSTILE, '"; } * { display: none', "</style><script>"])
def test_a_hostile_title_author_and_policy_are_shown(label: str) -> None:
    made, plain = (
        assembled(real(), Cover(each, each, None, each), ["purpose"]) for each in (label, "x")
    )
    page = render(made)
    assert tags(page) == tags(render(plain))
    assert left_over(sentences(made), texts(page))
    edges = re.findall(r"content: (.*?); color", page.decode())
    assert all(re.fullmatch(r'"(\w|\\[0-9a-f]{6})*"', edge) for edge in edges[:2])


def _numbers(part: object) -> Iterator[float]:
    if isinstance(part, float):
        yield part
    elif isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            yield from _numbers(each)
