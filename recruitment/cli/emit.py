"""Where findings go: the terminal, standard output, or a file whose suffix says what it holds."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment.cli.files import check_target, write_whole
from recruitment.cli.messages import tell
from recruitment.cli.options import Format
from recruitment.cli.signals import interruption
from recruitment.errors import DataError, StorageError, UsageError, UserError, nearest
from reports.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Callable

    import altair as alt
    import polars as pl

    Chart = Callable[[Findings], alt.TopLevelMixin]

TABLE_SUFFIXES = (".csv", ".json", ".parquet", ".xlsx", ".md", ".html")
PICTURE_SUFFIXES = (".svg", ".png")
PRINTED = {Format.csv: ".csv", Format.json: ".json", Format.markdown: ".md"}
ONE_TABLE = (".csv", ".parquet")
# Counts of a warehouse of one's own may single people out; the published ones are public already.
UNPROTECTED = "Small numbers are shown as they are: internal use only, not for publication."


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the user wants the findings; refused before any work is done where it cannot be.

    Attributes:
        output: The file to write; None prints.
        format: How to print.
        tables: The tables that the command has, the main one first.
        table: The one to put where only one fits.
        chart: Draws the findings; None where there is no chart of them, and HTML has the tables.
        force: Replace ``output`` if it exists.
        no_color: Print without colour.
        may_be_empty: A table without rows is an answer, not a fault.

    Raises:
        UsageError: ``output`` is a folder, has an unknown suffix, or exists; ``table`` is unknown
            or not needed.
        StorageError: The folder of ``output`` is missing or cannot be written.
    """

    output: Path | None
    format: Format
    tables: tuple[str, ...]
    table: str | None = None
    chart: "Chart | None" = None
    force: bool = False
    no_color: bool = False
    may_be_empty: bool = False

    def __post_init__(self) -> None:
        if self.output is not None:
            suffixes = TABLE_SUFFIXES + (PICTURE_SUFFIXES if self.chart else ())
            check_target(self.output, suffixes, force=self.force)
        if self.table is None:
            return
        if self.table not in self.tables:
            known = nearest(self.table, list(self.tables))
            raise UsageError(f"there is no table {self.table!r}; {known}")
        if self.kind not in ONE_TABLE:
            raise UsageError("--table is for CSV and Parquet, which hold one; all others hold all")

    @property
    def kind(self) -> str | None:
        """The suffix of what is written or printed; None for people at a terminal."""
        return PRINTED.get(self.format) if self.output is None else self.output.suffix.lower()

    @property
    def only_table(self) -> str | None:
        """The one table that is needed, or None where all are."""
        return (self.table or self.tables[0]) if self.kind in ONE_TABLE else None


def emit(findings: Findings, to: Destination, *, own_data: bool = False) -> None:
    """Write ``findings`` where ``to`` says; data on stdout, messages on stderr.

    ``own_data`` are counts that are not public: a note says that nothing in them is protected.
    """
    if own_data:
        findings = replace(findings, notes=(*findings.notes, UNPROTECTED))
    if to.kind is None:
        from reports.terminal import write_terminal

        write_terminal(findings, sys.stdout, color=False if to.no_color else None)
    elif to.output is None:
        # Data is UTF-8 wherever it goes; only what is laid out for a terminal asks what that takes.
        sys.stdout.buffer.write(_content(findings, to, to.kind))
    else:
        write_whole(to.output, _content(findings, to, to.kind))
        tell(f"wrote {to.output}")
    if to.only_table:
        _tell_what_one_table_leaves_out(findings, to)


@contextmanager
def already_done(what: str) -> Iterator[None]:
    """Say with any failure to tell of it that the work itself was done and stays.

    Args:
        what: What was done, and where it can be seen, as the end of a sentence.

    Raises:
        StorageError: The output cannot be written.
        UserError: It was interrupted.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except StorageError as error:
        raise StorageError(f"{error}; {what}") from None
    except OSError as error:
        why = f"the output cannot be written: {error.strerror}"
        raise StorageError(f"{why}; {what}") from None
    except KeyboardInterrupt:
        word, code = interruption()
        late = UserError(f"{word}; {what}")
        late.exit_code = code
        raise late from None


def _tell_what_one_table_leaves_out(findings: Findings, to: Destination) -> None:
    for note in findings.notes:
        tell(f"note: {note}")
    if to.table is None and len(to.tables) > 1:
        others = " or ".join(f"--table {name}" for name in to.tables[1:])
        tell(f"this is the table {to.only_table}; {others} gives the rest")


def _content(findings: Findings, to: Destination, kind: str) -> bytes:
    return {
        ".csv": _tabular,
        ".json": _tabular,
        ".parquet": _tabular,
        ".md": _markdown,
        ".xlsx": _workbook,
        ".html": _page,
        ".svg": _picture,
        ".png": _picture,
    }[kind](findings, to)


def _tabular(findings: Findings, to: Destination) -> bytes:
    from reports import tabular

    if to.kind == ".json":
        return tabular.render_json(findings).encode()
    table = _one_table(findings, to)
    if to.kind == ".csv":
        return tabular.render_csv(table).encode()
    return tabular.render_parquet(table)


def _markdown(findings: Findings, _: Destination) -> bytes:
    from reports.markdown import render_markdown

    return render_markdown(findings).encode()


def _workbook(findings: Findings, _: Destination) -> bytes:
    from reports.spreadsheet import render_xlsx

    return render_xlsx(findings)


def _page(findings: Findings, to: Destination) -> bytes:
    from reports.html import html_page, tables_page

    return html_page(findings, to.chart(findings)) if to.chart else tables_page(findings)


def _picture(findings: Findings, to: Destination) -> bytes:
    from reports.charts.rendering import render_png, render_svg

    if to.chart is None:
        raise AssertionError("a suffix for which there is no chart was refused before")
    render = render_svg if to.kind == ".svg" else render_png
    return render(to.chart(findings))


def _one_table(findings: Findings, to: Destination) -> "pl.DataFrame":
    table = findings.tables[to.only_table or to.tables[0]]
    if table.is_empty() and not to.may_be_empty:
        raise DataError(f"the table {to.only_table} is empty: {' '.join(findings.notes)}")
    return table
