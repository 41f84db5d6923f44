"""Finished frames as tables of text: what the terminal, Markdown and HTML show alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reports.cells import cell
from reports.charts.labels import day
from reports.columns import columns_of
from reports.columns.column import SYMBOLS, WORDS, Column
from reports.findings import Findings
from reports.layouts import LAYOUTS
from reports.layouts.layout import Layout
from reports.wording import CHARACTERISTICS


@dataclass(frozen=True, slots=True)
class TextTable:
    """One table ready to draw: every cell is text, and ``numeric`` says which columns align right.

    ``sentences`` follow under the table; ``symbols`` are the shorthand used in it, explained.
    """

    caption: str
    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    sentences: tuple[str, ...]

    @property
    def symbols(self) -> tuple[str, ...]:
        """Return each shorthand symbol in the table with its meaning."""
        text = " ".join(cell for row in self.rows for cell in row)
        return tuple(f"{mark} {meaning}" for mark, meaning in SYMBOLS.items() if mark in text)


def text_tables(findings: Findings) -> tuple[TextTable, ...]:
    """Return the tables of ``findings`` as its layout shows them, empty ones left out."""
    columns = columns_of(findings.question)
    return tuple(
        _text_table(layout, rows, columns)
        for layout in LAYOUTS[findings.question]
        if layout.table in findings.tables and _is_readable(layout, findings)
        for rows in _split(layout, findings.tables[layout.table].to_dicts())
    )


def legend(tables: tuple[TextTable, ...]) -> str:
    """Return one line that explains the symbols used in ``tables``, or nothing."""
    used = dict.fromkeys(symbol for table in tables for symbol in table.symbols)
    return f"{'; '.join(used)}." if used else ""


def label(name: str, value: Any) -> str:
    """Return how the value of a key column is said: ``sex`` becomes ``Sex``, a date is spelt."""
    if name == "characteristic":
        return CHARACTERISTICS.get(value, str(value))
    return day(str(value)) if isinstance(value, date) else str(value)


def _split(layout: Layout, rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    pages: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in rows:
        if _belongs(row, layout):
            pages.setdefault(tuple(row[key] for key in layout.split_by), []).append(row)
    yield from pages.values()


def _is_readable(layout: Layout, findings: Findings) -> bool:
    return layout.most_rows is None or findings.tables[layout.table].height <= layout.most_rows


def _belongs(row: Mapping[str, Any], layout: Layout) -> bool:
    given = all(row[name] is not None for name in layout.given)
    return given and all(row[name] is None for name in layout.lacking)


def _text_table(
    layout: Layout, rows: list[dict[str, Any]], columns: Mapping[str, Column]
) -> TextTable:
    shown = {name: columns[name] for name in layout.columns}
    return TextTable(
        caption=_caption(layout, rows[0]),
        headings=tuple(_heading(column, layout, rows[0]) for column in shown.values()),
        numeric=tuple(column.kind not in WORDS for column in shown.values()),
        rows=tuple(tuple(_marked_cell(name, row, columns) for name in shown) for row in rows),
        sentences=tuple(f"{row[layout.subject]}: {row[layout.sentence]}" for row in rows)
        if layout.sentence
        else (),
    )


def _caption(layout: Layout, row: Mapping[str, Any]) -> str:
    return layout.caption.format_map({name: label(name, row[name]) for name in layout.split_by})


def _heading(column: Column, layout: Layout, row: Mapping[str, Any]) -> str:
    """A column of one group, or one reference, is headed by its name."""
    after = column.named_after
    return str(row[after]) if after in layout.split_by else column.heading


def _marked_cell(name: str, row: Mapping[str, Any], columns: Mapping[str, Column]) -> str:
    mark = " [p]" if name == "stage" and row.get("provisional") else ""
    return f"{cell(name, row, columns)}{mark}"
