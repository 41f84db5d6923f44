import html
import re

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from recruitment.studies.attrition import attrition
from recruitment.studies.campaigns import campaigns
from reports.cells import cell
from reports.layouts import LAYOUTS
from reports.markdown import escape, render_markdown
from reports.visible import visible
from tests.reports.golden import golden
from tests.reports.samples import HOSTILE, labelled

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _as_shown(label: str) -> str:
    # A quotation mark in text is an entity to the one and not to the other.
    return html.escape(visible(label)).replace("&#x27;", "'")


def test_le19_reads_as_it_was_proofread(con: duckdb.DuckDBPyConnection) -> None:
    findings = attrition(con, campaigns=["LE19"], characteristics=["sex"])
    assert render_markdown(findings) == golden("le19_sex.md")


def test_every_figure_is_that_of_the_table_rounded_once(con: duckdb.DuckDBPyConnection) -> None:
    findings = attrition(con)
    text = render_markdown(findings).replace("\\", "")
    for layout in LAYOUTS["attrition"]:
        for row in findings.tables[layout.table].to_dicts():
            figures = [cell(name, row) for name in layout.columns[1:]]
            assert f" | {' | '.join(figures)} |\n" in text


def test_tables_are_tables_to_a_reader_of_markdown(con: duckdb.DuckDBPyConnection) -> None:
    page = MARKDOWN.render(render_markdown(campaigns(con)))
    assert page.count("<table>") == 2
    assert page.count("<tr>") == 2 * (1 + 5)
    assert '<td style="text-align:left">DHEP2</td>' in page


def test_the_items_of_a_list_stand_together(con: duckdb.DuckDBPyConnection) -> None:
    page = MARKDOWN.render(render_markdown(attrition(con, campaigns=["LE19"])))
    assert page.count("<ul>") == 2
    assert "<p>Source: Recruitment and Retention" in page


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_text_is_shown_as_it_stands(label: str) -> None:
    page = MARKDOWN.render(render_markdown(labelled(label)))
    shown = _as_shown(label)
    assert page.startswith(f"<h1>{shown}</h1>\n<p>{shown}</p>\n<h2>{shown}: {shown}</h2>\n")
    assert page.endswith(f"<li>Note: {shown}</li>\n</ul>\n<p>Source: {shown}</p>\n")
    assert page.count("<tr>") == 3 + 2


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_text_makes_no_element_of_its_own(label: str) -> None:
    page = MARKDOWN.render(render_markdown(labelled(label)))
    made = set(re.findall(r"<([a-z0-9]+)", page))
    assert made == {"h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}


@given(st.text(min_size=1).filter(visible))
def test_any_text_is_a_paragraph_of_itself(label: str) -> None:
    assert MARKDOWN.render(escape(label)) == f"<p>{_as_shown(label)}</p>\n"


@given(st.text(alphabet="-+.)1 #=>*_`~|[]()!&;<\\:/w$\n\t", min_size=1).filter(visible))
def test_punctuation_is_a_paragraph_of_itself(label: str) -> None:
    assert MARKDOWN.render(escape(label)) == f"<p>{_as_shown(label)}</p>\n"


def test_addresses_are_not_made_into_links() -> None:
    assert escape("see https://a.org or www.a.org") == r"see https\://a.org or www\.a.org"


@pytest.mark.parametrize("figure", ["-0.83", "+12.32", "0.00", "<0.0001", "2019-04-01", "1,234"])
def test_figures_stay_easy_to_read_in_the_source(figure: str) -> None:
    assert escape(figure) == figure.replace("<", "&lt;")
