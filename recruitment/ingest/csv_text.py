"""Separated values: one table, its delimiter found by which one makes the most even rows."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO

from recruitment.errors import DataError
from recruitment.ingest.blocks import Document
from recruitment.ingest.decoding import decoded
from recruitment.ingest.grids import check_cells, level_grid
from recruitment.ingest.originals import Original

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
# What Excel writes and reads on top of a file to name its delimiter.
NAMED = re.compile(r'"?sep=(.)"?\r?\n?')

Row = tuple[int, list[str]]


def read_csv(document: Original) -> Document:
    """Return a file of separated values as one table; every value stays text.

    Raises:
        DataError: It is no text, or a quotation mark in it is never closed.
    """
    text, remarks = decoded(document)
    named = NAMED.match(text)
    delimiter = named[1] if named else found_delimiter(text)
    rows = list(_rows(document.name, text, delimiter))[1 if named else 0 :]
    check_cells(document.name, len(rows) * max((len(row) for _, row in rows), default=0))
    grid = level_grid((row for _, row in rows), (f"line {line}" for line, _ in rows))
    said = (*remarks, *on_delimiter(delimiter), *_on_widths(rows))
    return Document(document.name, (grid,), said)


def _rows(name: str, text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise DataError(f"{name}, line {line}: {_reason(error)}") from None
        yield line, row
        line = reader.line_num + 1


def _reason(error: csv.Error) -> str:
    if "field limit" in str(error):
        return "a value is longer than 131,072 characters; is a quotation mark never closed?"
    return "a quotation mark is never closed, or text follows a closed one; mend it and try again"


def found_delimiter(text: str) -> str:
    r"""Return the delimiter that makes the most rows of one width of ``text``.

    >>> found_delimiter("Stage;Share\nOffer;13,89%\nApplication;19,41%\n")
    ';'
    """
    return max(DELIMITERS, key=lambda each: _evenness(text, each))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    # How many rows have the commonest width, of those that are wider than one; then that width.
    # What is wrong with quotation marks is said later, by line: here it only ends the count.
    widths: Counter[int] = Counter()
    with suppress(csv.Error):
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            widths[len(row)] += len(row) > 1
    return max(((rows, width) for width, rows in widths.items() if rows), default=(0, 0))


def on_delimiter(delimiter: str) -> Iterator[str]:
    """Yield what a reader must know of a delimiter that is no comma."""
    if delimiter != ",":
        yield f"Its values were read as separated by {DELIMITERS.get(delimiter, repr(delimiter))}."


def _on_widths(rows: list[Row]) -> Iterator[str]:
    widths = Counter(len(row) for _, row in rows if row)
    if len(widths) > 1:
        usual = max(widths, key=lambda width: (widths[width], width))
        line = next(line for line, row in rows if row and len(row) != usual)
        uneven = sum(widths.values()) - widths[usual]
        others = f" and {uneven - 1:,} more have" if uneven > 1 else " has"
        yield f"Line {line}{others} other than the usual {usual} values."
