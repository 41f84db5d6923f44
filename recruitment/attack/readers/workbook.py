"""A workbook: every sheet, shown or hidden, every cell, and all that is kept around them."""

import re
from collections.abc import Iterator

from recruitment.attack.numbers import masked
from recruitment.attack.readers.book_parts import (
    COMMENTS,
    WORKBOOK,
    strange_tables,
    texts_around,
)
from recruitment.attack.readers.packages import (
    local,
    parsed,
    property_texts,
    relation_texts,
    strange_packing,
)
from recruitment.attack.readers.sheet_cells import Sheet, cells_of, shared_strings
from recruitment.attack.reading import Grid, Reading, Text
from recruitment.errors import DataError
from recruitment.ingest.archives import Archive
from recruitment.ingest.originals import Original

RELATIONS = "xl/_rels/workbook.xml.rels"
PLAIN = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/workbook\.xml|xl/styles\.xml|xl/sharedStrings\.xml|"
    r"xl/theme/theme\d+\.xml|xl/worksheets/sheet\d+\.xml|xl/tables/table\d+\.xml|"
    r"(xl/|xl/worksheets/)_rels/[a-z0-9]+\.xml\.rels|docProps/(core|app|custom)\.xml"
)
OWN_SHEET = re.compile(r"Cover|Contents|Findings|Text|Notes|Table \d+")
# Our own tables of words, by what stands in their first cell.
NUMBERED_BY = "Paragraph"
NUMBERED = re.compile(r"(Table \d+): (.*)")


def read(file: Original) -> Reading:
    """Return everything that is in a workbook.

    Raises:
        DataError: It is damaged, or no workbook.
    """
    archive = Archive(file)
    if WORKBOOK not in archive:
        raise DataError(f"{file.name} is no workbook of a report: {WORKBOOK} is missing")
    strings = shared_strings(archive)
    texts = [*property_texts(archive), *relation_texts(archive), *texts_around(archive)]
    strange = [f"the part {masked(part)}" for part in archive if not _is_known(part)]
    strange += [*strange_packing(file), *strange_tables(archive)]
    grids: list[Grid] = []
    shown: set[str] = set()
    for number, (named, state, part) in enumerate(_sheets(archive), start=1):
        name = named if OWN_SHEET.fullmatch(named) else f"number {number}"
        sheet = cells_of(archive, part, strings)
        if state != "visible":
            strange.append(f"the hidden sheet {name}")
        strange += [f"{each} in sheet {name}" for each in sheet.strange]
        texts += [Text(f"sheet {name}", each) for each in sheet.around]
        shown |= {cell for row in sheet.rows for cell in row}
        own, found = _of_sheet(name, sheet)
        texts += own
        grids += found
    texts += [Text("a text that no cell shows", each) for each in strings if each not in shown]
    return Reading(file.name, tuple(texts), tuple(grids), (), tuple(strange))


def _is_known(part: str) -> bool:
    return bool(PLAIN.fullmatch(part) or COMMENTS.fullmatch(part))


def _sheets(archive: Archive) -> Iterator[tuple[str, str, str]]:
    targets = {
        each.get("Id"): f"xl/{each.get('Target')}".replace("xl//xl/", "xl/")
        for each in parsed(archive, RELATIONS).iter()
        if local(each) == "Relationship"
    }
    for each in parsed(archive, WORKBOOK).iter():
        if local(each) == "sheet":
            key = next(value for name, value in each.attrib.items() if local(name) == "id")
            yield each.get("name"), each.get("state", "visible"), targets.get(key, "")


def _of_sheet(name: str, sheet: Sheet) -> tuple[list[Text], list[Grid]]:
    """Return the lines of a sheet as texts, and its table as a table, if it has one."""
    rows = sheet.rows
    start = sheet.table_at
    lines = rows if start is None else rows[:start]
    title = next(iter(rows[0]), "") if rows else ""
    numbered = NUMBERED.fullmatch(title)
    around = numbered[2] if numbered else ""
    texts = [
        Text(f"sheet {name}, row {number}", cell, around)
        for number, row in enumerate(lines, start=1)
        for cell in row
        if cell
    ]
    if start is None:
        return texts, []
    if numbered is None:
        words = [
            Text(f"sheet {name}, row {number}", cell, " ".join(row))
            for number, row in enumerate(_counted_on(rows[start:]), start=start + 1)
            for cell in row
        ]
        return [*texts, *(each for each in words if each.text)], []
    caption = around
    return texts, [Grid(numbered[1], caption, tuple(rows[start:]), tuple(sheet.looks[start:]))]


def _counted_on(rows: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Leave out the numbers of paragraphs and points, as long as they only count on."""
    heads = rows[0] if rows else ()
    column = heads.index(NUMBERED_BY) if NUMBERED_BY in heads else None
    paragraph = point = 0
    for row in rows:
        if column is None or column >= len(row):
            yield row
            continue
        shown = row[column]
        if shown == f"{paragraph + 1}":
            paragraph, point, shown = paragraph + 1, 0, ""
        elif shown == f"{paragraph}, point {point + 1}":
            point, shown = point + 1, ""
        yield (*row[:column], shown, *row[column + 1 :])
