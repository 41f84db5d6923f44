"""Findings for a person at a terminal, eighty columns wide unless the terminal says otherwise."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING, TextIO

from reports.display import TextTable, legend, text_tables
from reports.findings import Findings
from reports.visible import visible
from reports.widths import column_widths, wrapped

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

PIPE_WIDTH = 80
NARROWEST = 20
INDENT = "  "


def write_terminal(findings: Findings, out: TextIO, *, color: bool | None = None) -> None:
    """Print ``findings`` to ``out``.

    Args:
        findings: What to show.
        out: A text stream; where it is no terminal, lines are ``PIPE_WIDTH`` wide.
        color: False gives no escape codes; None leaves it to the terminal and NO_COLOR.
    """
    page = StringIO()
    _print(findings, _console(out, page, color=color), out.encoding or "ascii")
    out.writelines(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _print(findings: Findings, console: "Console", encoding: str) -> None:
    shown = partial(_shown, encoding=encoding)
    tables = text_tables(findings)
    console.print(shown(findings.title), style="bold")
    if findings.headline:
        _item(console, shown(findings.headline))
    for table in tables:
        console.print()
        _print_table(console, _mapped(table, shown), ascii_only=not _is_unicode(encoding))
    console.print()
    if explained := legend(tables):
        console.print(explained)
    for note in findings.notes:
        _item(console, shown(f"Note: {note}"))
    if findings.cited:
        _item(console, shown(findings.cited))


def _shown(text: str, encoding: str) -> str:
    """A terminal that cannot show a letter shows its code, not an error."""
    return visible(text).encode(encoding, "backslashreplace").decode(encoding)


def _mapped(table: TextTable, shown: Callable[[str], str]) -> TextTable:
    return replace(
        table,
        caption=shown(table.caption),
        headings=tuple(map(shown, table.headings)),
        rows=tuple(tuple(map(shown, row)) for row in table.rows),
        sentences=tuple(map(shown, table.sentences)),
    )


def _item(console: "Console", text: str) -> None:
    """Continuation lines are set in, so that one can see where the next sentence starts."""
    from rich.text import Text

    first, *rest = Text(text).wrap(console, console.width - len(INDENT))
    console.print(first)
    for line in rest:
        console.print(Text(INDENT) + line)


def _console(out: TextIO, page: TextIO, *, color: bool | None) -> "Console":
    from rich.console import Console

    terminal = Console(file=out, no_color=True if color is False else None)
    return Console(
        file=page,
        width=max(terminal.width, NARROWEST) if out.isatty() else PIPE_WIDTH,
        # Without colour Rich would still write bold.
        force_terminal=terminal.is_terminal and not terminal.no_color,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _is_unicode(encoding: str) -> bool:
    return encoding.lower().startswith("utf")


def _print_table(console: "Console", table: TextTable, *, ascii_only: bool) -> None:
    if table.caption:
        console.print(table.caption, style="bold")
    widths = column_widths(table, console.width)
    if widths is None:
        _records(console, table)
    else:
        console.print(_rich_table(table, widths, ascii_only=ascii_only))
    for sentence in table.sentences:
        _item(console, sentence)


def _rich_table(table: TextTable, widths: list[int], *, ascii_only: bool) -> "Table":
    from rich import box
    from rich.table import Table

    style = box.ASCII2 if ascii_only else box.SIMPLE_HEAD
    drawn = Table(box=style, padding=0, show_edge=False)
    for heading, numeric, width in zip(table.headings, table.numeric, widths, strict=True):
        drawn.add_column(heading, justify="right" if numeric else "left", width=width)
    for row in table.rows:
        drawn.add_row(*map(wrapped, row, widths))
    return drawn


def _records(console: "Console", table: TextTable) -> None:
    """Print a row as lines, because a terminal too narrow for the table must not cost a figure."""
    for row in table.rows:
        for heading, text in zip(table.headings, row, strict=True):
            _item(console, f"{heading}: {text}")
        console.print()
