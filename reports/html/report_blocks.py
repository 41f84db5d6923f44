"""The blocks of a report as HTML: paragraphs with their numbers, tables, notes and subheadings.

Tables, figures and paragraphs are anchors by their number, such as ``table_3``; the underscore
keeps them apart from the keys of sections, which have none.
"""

import re
from collections.abc import Iterable, Mapping

from reports.display import TextTable
from reports.html.text import escaped, table_html
from reports.report.model import Notes, Paragraph, Subheading, Table

# Rows that fit on a printed page with what stands around them; longer tables break between rows.
SHORT = 14


def anchor(label: str) -> str:
    """Return the anchor of a numbered block.

    >>> anchor("Table 3")
    'table_3'
    """
    return label.lower().replace(" ", "_")


def paragraph_html(paragraph: Paragraph, labels: Mapping[str, str]) -> str:
    """Return a paragraph after its number, with links to the tables and figures it rests on.

    Args:
        paragraph: The paragraph.
        labels: What the text calls each table and figure, by its key.
    """
    named = [labels[key] for key in paragraph.see if key in labels]
    number = paragraph.number
    return (
        f'<div class="paragraph" id="paragraph_{number}">\n'
        f'<p><span class="counter">{number}.</span> {_linked(paragraph.text, named)}</p>'
        f"{items_html(paragraph.items)}\n</div>"
    )


def subheading_html(subheading: Subheading) -> str:
    """Return a heading within a section."""
    return f"<h3>{escaped(subheading.text)}</h3>"


def table_block_html(table: Table) -> str:
    """Return a table with what stands under it, as one part that its anchor names."""
    caption = f"{table.label}: {table.caption}"
    shown = TextTable(caption, table.headings, table.numeric, table.rows, table.lines_under)
    identity = anchor(table.label)
    kind = "table short" if len(table.rows) <= SHORT else "table"
    drawn = table_html(shown, f"{identity}_caption")
    return f'<div class="{kind}" id="{identity}">\n{drawn}\n</div>'


def notes_html(notes: Notes) -> str:
    """Return what a reader must know, in small print."""
    return f'<div class="notes">\n<p>Notes</p>{items_html(notes.items)}\n</div>'


def items_html(items: Iterable[str]) -> str:
    """Return a list after a line break, or nothing."""
    shown = "".join(f"<li>{escaped(each)}</li>\n" for each in items)
    return f"\n<ul>\n{shown}</ul>" if shown else ""


def _linked(text: str, labels: list[str]) -> str:
    """Return ``text`` escaped, with links to what it refers to.

    >>> _linked("See Table 1 & Table 12.", ["Table 1"])
    'See <a href="#table_1">Table 1</a> &amp; Table 12.'
    """
    if not labels:
        return escaped(text)
    return re.sub(
        rf"\b(?:{'|'.join(labels)})\b",
        lambda found: f'<a href="#{anchor(found[0])}">{found[0]}</a>',
        escaped(text),
    )
