"""A report as one HTML file that needs no network: contents, numbered text, charts and tables.

Charts are drawn by the reader's browser, under a policy that lets nothing run but the scripts of
the page, and nothing be fetched. Without scripts all of the text is there, and every figure in the
tables.
"""

from collections.abc import Mapping

from reports.html.library import chart_library
from reports.html.parts import filled, own
from reports.html.policy import content_security_policy
from reports.html.report_blocks import (
    items_html,
    notes_html,
    paragraph_html,
    subheading_html,
    table_block_html,
)
from reports.html.report_figures import Drawings
from reports.html.report_front import contents_html, findings_html, signed_html, style_sheet
from reports.html.text import escaped, script_json
from reports.report.model import (
    Block,
    Figure,
    Notes,
    Paragraph,
    Report,
    Section,
    Subheading,
    Table,
)


def render(report: Report) -> bytes:
    """Return ``report`` as UTF-8."""
    drawings = Drawings()
    numbered: tuple[Figure | Table, ...] = (*report.tables, *report.figures)
    labels = {each.key: each.label for each in numbered}
    style = style_sheet(report)
    scripts = [*([chart_library()] if report.figures else []), own("report.js")]
    return filled(
        "report.html",
        policy=content_security_policy(scripts, [style]),
        style=style,
        title=escaped(report.title),
        subtitle=escaped(report.subtitle),
        signed=signed_html(report),
        protection=escaped(report.policy),
        findings=findings_html(report),
        contents=contents_html(report),
        sections="\n".join(_section(each, drawings, labels) for each in report.sections),
        sources=items_html(report.sources),
        charts=script_json(drawings.held),
        scripts="\n".join(f"<script>{each}</script>" for each in scripts),
    )


def _section(section: Section, drawings: Drawings, labels: Mapping[str, str]) -> str:
    blocks = "\n".join(_block(each, drawings, labels) for each in section.blocks)
    return (
        f'<section id="{section.key}">\n<h2>{escaped(section.heading)}</h2>\n{blocks}\n'
        '<p class="back"><a href="#contents_list">Back to contents</a></p>\n</section>'
    )


def _block(block: Block, drawings: Drawings, labels: Mapping[str, str]) -> str:
    match block:
        case Paragraph():
            return paragraph_html(block, labels)
        case Subheading():
            return subheading_html(block)
        case Figure():
            return drawings.figure_html(block, labels)
        case Table():
            return table_block_html(block)
        case Notes():
            return notes_html(block)
