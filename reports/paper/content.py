"""A report as the JSON that the typesetter fills its page from."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from reports.charts.labels import day
from reports.charts.narrow import without_captions
from reports.charts.rendering import svg_text
from reports.charts.specification import specification
from reports.charts.theme import FONT
from reports.charts.views import source_line
from reports.paper.fonts import FAMILY
from reports.paper.glyphs import BREAK
from reports.report.model import Block, Figure, Notes, Paragraph, Report, Section, Subheading, Table
from reports.visible import visible

LONGEST_WORD = 20


def content(report: Report) -> str:
    """Return everything in ``report`` as JSON, its charts drawn."""
    named: tuple[Table | Figure, ...] = (*report.tables, *report.figures)
    labels = {block.key: block.label for block in named}
    signed = {"Author": report.author, "Date": day(str(report.date)) if report.date else ""}
    parts = {
        "title": shown(report.title),
        "subtitle": shown(report.subtitle),
        "author": shown(report.author) or [],
        "dated": report.date is not None,
        "signed": [f"{name}: {shown(said)}" for name, said in signed.items() if said],
        "policy": shown(report.policy),
        "findings": [shown(each.text) for each in report.findings],
        "sections": [_section(each, labels) for each in report.sections],
        "sources": _shown(report.sources),
    }
    return json.dumps(parts, ensure_ascii=False)


def shown(text: str) -> str:
    """Return ``text`` made visible, with places to break words that fit into no line.

    >>> shown("a\u200bb"), len(shown("x" * 100))
    ('a[U+200B]b', 104)
    """
    return " ".join(map(_breakable, visible(text).split(" ")))


def _breakable(word: str) -> str:
    pieces = (word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD))
    return BREAK.join(pieces)


def _shown(texts: Iterable[str]) -> list[str]:
    return [shown(each) for each in texts]


def _section(section: Section, labels: dict[str, str]) -> dict[str, Any]:
    return {"heading": shown(section.heading), "blocks": list(_blocks(section.blocks, labels))}


def _blocks(blocks: Iterable[Block], labels: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Yield each block; paragraphs that follow each other are one list."""
    for numbered, together in groupby(blocks, lambda block: isinstance(block, Paragraph)):
        if numbered:
            yield _paragraphs([each for each in together if isinstance(each, Paragraph)], labels)
        else:
            yield from (_block(each) for each in together)


def _paragraphs(paragraphs: list[Paragraph], labels: dict[str, str]) -> dict[str, Any]:
    items = [{"runs": _runs(each, labels), "items": _shown(each.items)} for each in paragraphs]
    return {"kind": "paragraphs", "start": paragraphs[0].number, "items": items}


def _runs(paragraph: Paragraph, labels: dict[str, str]) -> list[dict[str, str | None]]:
    """Return the text in pieces, those that name a table or figure with where they lead."""
    runs: list[dict[str, str | None]] = []
    rest = shown(paragraph.text)
    for key in reversed([key for key in paragraph.see if key in labels]):
        before, named, after = rest.rpartition(labels[key])
        if named:
            runs[:0] = [{"text": named, "to": key}, {"text": after, "to": None}]
            rest = before
    return [{"text": rest, "to": None}, *runs]


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case Notes():
            return {"kind": "notes", "items": _shown(block.items)}
        case Subheading():
            return {"kind": "subheading", "text": shown(block.text)}
        case Paragraph():
            raise AssertionError("paragraphs are put together before")


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "key": table.key,
        "label": table.label,
        "caption": f"{table.label}: {shown(table.caption)}",
        "headings": _shown(table.headings),
        "numeric": table.numeric,
        "rows": [_shown(row) for row in table.rows],
        "lines": _shown(table.lines_under),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    """Return a figure with its picture; the words around it become text of the page."""
    spec = specification(figure.draw)
    title = spec["title"]
    return {
        "kind": "figure",
        "key": figure.key,
        "label": figure.label,
        "caption": f"{figure.label}: {shown(figure.caption)}",
        "alt": shown(figure.alt),
        "headline": shown(" ".join(title["text"])),
        "subtitle": shown(" ".join(title["subtitle"])),
        "source": shown(source_line(spec)),
        "svg": svg_text(without_captions(spec)).replace(_attribute(FONT), FAMILY),
    }


def _attribute(text: str) -> str:
    return text.replace('"', "&quot;")
