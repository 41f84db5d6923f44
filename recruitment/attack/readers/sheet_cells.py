"""The cells of one worksheet, as text, with all that stands around them."""

import re
from dataclasses import dataclass
from typing import Any

from recruitment.attack.numbers import masked
from recruitment.attack.readers.packages import local, parsed
from recruitment.ingest.archives import Archive

REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
ROW = re.compile(r"[1-9]\d{0,5}")
# Elements of a sheet that lay it out, and that have no words in them.
LAYOUT = {
    "worksheet",
    "sheetPr",
    "pageSetUpPr",
    "dimension",
    "sheetViews",
    "sheetView",
    "selection",
    "sheetFormatPr",
    "cols",
    "col",
    "sheetData",
    "row",
    "c",
    "v",
    "is",
    "t",
    "r",
    "rPr",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "oddFooter",
    "oddHeader",
    "ignoredErrors",
    "ignoredError",
    "tableParts",
    "tablePart",
    "hyperlinks",
    "hyperlink",
    "legacyDrawing",
}
FOOTER = "&L&A&RPage &P of &N"
TO_A_SHEET = re.compile(r"'[\w ]+'!A1")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet.

    Attributes:
        rows: Its cells as text, row by row.
        looks: The style of each cell.
        table_at: The row, from 0, in which its marked-up table begins; None without one.
        around: Text beside the cells: headers, tool tips, where links lead.
        strange: What in it nobody knows how to read.
    """

    rows: list[tuple[str, ...]]
    looks: list[tuple[str, ...]]
    table_at: int | None
    around: list[str]
    strange: list[str]


def shared_strings(archive: Archive) -> list[str]:
    """Return the texts that cells share."""
    part = "xl/sharedStrings.xml"
    if part not in archive:
        return []
    items = [each for each in parsed(archive, part).iter() if local(each) == "si"]
    return ["".join(t.text or "" for t in each.iter() if local(t) == "t") for each in items]


def cells_of(archive: Archive, part: str, strings: list[str]) -> Sheet:
    """Return what is in the worksheet that is kept as ``part``."""
    rows: list[tuple[str, ...]] = []
    looks: list[tuple[str, ...]] = []
    around: list[str] = []
    strange: list[str] = []
    root = parsed(archive, part)
    for element in root.iter():
        name = local(element)
        if name == "row":
            place = element.get("r", f"{len(rows) + 1}")
            if ROW.fullmatch(place):
                _fill_up(rows, looks, int(place) - 1)
            else:
                strange.append("a row that is nowhere")
            cells = _placed(element)
            rows.append(tuple(_text(cell, strings) for cell in cells))
            looks.append(tuple("" if cell is None else cell.get("s", "") for cell in cells))
        elif name in {"oddHeader", "oddFooter"}:
            around += [element.text or ""] if element.text != FOOTER else []
        elif name == "hyperlink":
            around += [
                value
                for key, value in element.attrib.items()
                if local(key) in {"display", "tooltip", "location"}
                and not TO_A_SHEET.fullmatch(value)
            ]
        elif name not in LAYOUT:
            strange.append(f"an element {masked(name) or 'comment'}")
        if name in {"row", "col"} and element.get("hidden") in {"1", "true"}:
            strange.append(f"a hidden {name}")
    return Sheet(rows, looks, _table_at(archive, part), around, strange)


def _fill_up(rows: list[tuple[str, ...]], looks: list[tuple[str, ...]], until: int) -> None:
    while len(rows) < until:
        rows.append(())
        looks.append(())


def _placed(row: Any) -> list[Any]:
    """Return the cells of a row, each in its column; None where there is none."""
    placed: list[Any] = []
    for cell in row:
        if local(cell) != "c":
            continue
        found = REFERENCE.fullmatch(cell.get("r", ""))
        column = _column(found[1]) if found else len(placed)
        placed += [None] * (column - len(placed))
        placed.append(cell)
    return placed


def _column(letters: str) -> int:
    """Return the place of a column from 0.

    >>> _column("A"), _column("AB")
    (0, 27)
    """
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _text(cell: Any, strings: list[str]) -> str:
    if cell is None:
        return ""
    value = "".join(each.text or "" for each in cell.iter() if local(each) in {"v", "t"})
    if cell.get("t") == "s" and value.isdecimal() and int(value) < len(strings):
        return strings[int(value)]
    return _number(value) if cell.get("t", "n") == "n" else value


def _number(value: str) -> str:
    """Return a number as a report writes it, all of its decimals included.

    >>> _number("1095"), _number("50.5"), _number("-2")
    ('1,095', '50.5', '-2')
    """
    if re.fullmatch(r"-?\d{1,15}(\.0+)?", value):
        return f"{int(float(value)):,}"
    return value


def _table_at(archive: Archive, part: str) -> int | None:
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive:
        return None
    for each in parsed(archive, relations).iter():
        if "Target" in each.attrib and "/tables/" in each.get("Target", ""):
            table = f"xl/tables/{each.get('Target').rpartition('/')[2]}"
            if table in archive:
                found = REFERENCE.match(parsed(archive, table).get("ref", ""))
                return int(found[2]) - 1 if found else None
    return None
