"""Tables with one row to a count, in the column names of the schema."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recruitment.ingest.faults import Place
from recruitment.ingest.layouts.collecting import Collected, cell, lettered
from recruitment.ingest.layouts.unreadable import is_refused
from recruitment.ingest.mapping.lookup import word
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.mapping.roles import IGNORED
from recruitment.ingest.recognition.vocabulary import plain
from recruitment.ingest.sources.source import Sheet
from recruitment.ingest.sources.understood import quoted


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of one tidy layout.

    Attributes:
        needed: Those that must be there.
        either: Of these, one at least.
        optional: Those that may be there.
    """

    needed: tuple[str, ...]
    either: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.needed, *self.either, *self.optional)


TABLES = {
    "stage counts": Table(
        ("stage", "outcome", "characteristic", "category", "candidates"),
        optional=("campaign", "stage_order"),
    ),
    "workforce": Table(
        ("unit", "as_at", "role", "characteristic", "category"),
        ("headcount", "share_pct"),
        ("source",),
    ),
    "movements": Table(
        (
            *("unit", "role", "period_start", "period_end"),
            *("direction", "characteristic", "category", "people"),
        ),
        optional=("source",),
    ),
    "populations": Table(
        ("area", "as_at", "characteristic", "category"),
        ("share_pct", "people"),
        ("quality", "source"),
    ),
}


@dataclass(frozen=True, slots=True)
class Headings:
    """What the headings of a tidy table mean.

    Attributes:
        places: Where each column stands, from 0.
        twice: Headings that mean a column which stands there already.
        unknown: The places of headings that mean none.
    """

    places: dict[str, int]
    twice: tuple[int, ...]
    unknown: tuple[int, ...]

    def lacking(self, table: Table) -> list[str]:
        """Return the columns of ``table`` that are missing, as text."""
        missing = [name for name in table.needed if name not in self.places]
        either = bool(table.either) and not any(name in self.places for name in table.either)
        return [*missing, *([" or ".join(table.either)] if either else [])]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a tidy table.

    Attributes:
        sheet: The table.
        row: The place of the row in it, from 0.
        texts: What stands in each column; empty for a column that is not there.
        columns: The heading of each column as the file has it.
    """

    sheet: Sheet
    row: int
    texts: dict[str, str]
    columns: dict[str, str]

    def place(self, column: str | None = None) -> Place:
        """Return where the row, or the cell under ``column``, stands."""
        return self.sheet.place(self.row, self.columns.get(column or ""))


def headings_of(row: Sequence[str], mapping: Mapping, table: Table) -> Headings:
    """Return what the headings in ``row`` mean in ``table``.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> row = ["Stage", "Outcome", "Characteristic", "Category", "Candidates", "Remark"]
    >>> found = headings_of(row, default_mapping(), TABLES["stage counts"])
    >>> found.places["candidates"], found.unknown, found.lacking(TABLES["stage counts"])
    (4, (5,), [])
    """
    own = {plain(name): name for name in table.columns}
    places: dict[str, int] = {}
    twice: list[int] = []
    unknown: list[int] = []
    for at, text in enumerate(row):
        name = word(text) or ""
        role = mapping.columns.get(name)
        column = role if role in {*table.columns, IGNORED} else own.get(name)
        if column is None:
            unknown.append(at)
        elif column != IGNORED and places.setdefault(column, at) != at:
            twice.append(at)
    return Headings(places, tuple(twice), tuple(unknown))


def fits(sheet: Sheet, mapping: Mapping, table: Table) -> bool:
    """Return whether the first row of ``sheet`` heads the columns of ``table``."""
    return bool(sheet.rows) and not headings_of(sheet.rows[0], mapping, table).lacking(table)


def lines(layout: str, mapping: Mapping, collected: Collected) -> list[Line]:
    """Return the rows of a source in the tidy ``layout``, and note what is wrong with its columns.

    Sheets that have another layout are left, and said to be, where one has this.
    """
    table = TABLES[layout]
    sheets = collected.source.sheets
    own = [sheet for sheet in sheets if fits(sheet, mapping, table)]
    for sheet in sheets:
        if own and sheet not in own:
            collected.notes.append(f"The sheet {sheet.name} has no {layout} and was not read.")
    if not sheets:
        collected.fault(Place(collected.source.name), f"there are no rows; {layout} are expected")
    whole = (sheet for sheet in own or sheets if not is_refused(sheet))
    found = [line for sheet in whole for line in _lines(sheet, layout, mapping, collected)]
    collected.words += (text for line in found for text in line.columns.values())
    collected.words += (text for line in found for text in line.texts.values())
    return found


def _lines(sheet: Sheet, layout: str, mapping: Mapping, collected: Collected) -> Iterator[Line]:
    table = TABLES[layout]
    first = sheet.rows[0] if sheet.rows else ()
    found = headings_of(first, mapping, table)
    if missing := found.lacking(table):
        what = f"{layout} need the column{'s' * (len(missing) > 1)} {', '.join(missing)}"
        how = "head it so, or name it in the mapping under [columns]"
        collected.fault(sheet.place(0 if sheet.rows else None), f"{what}; {how}")
        return
    for at in found.twice:
        where = sheet.place(0, lettered(sheet, at))
        collected.fault(where, f"{quoted(first[at])} is a column that stands there already")
    _unread(sheet, found, collected)
    if len(sheet.rows) == 1:
        # Those of a Parquet file stand in no row of it.
        where = sheet.place(0 if sheet.numbers[0] else None)
        collected.fault(where, "there are headings and no rows under them")
    named = {column: first[at] for column, at in found.places.items()}
    # Of values that are missing or too many it is not known which column each is of.
    told = {fault.place.row for fault in sheet.faults if fault.place.column is None}
    if sheet.numbers[0] in told:
        return
    for row, texts in list(enumerate(sheet.rows))[1:]:
        if sheet.numbers[row] in told:
            continue
        if texts == first:
            collected.fault(sheet.place(row), "the headings stand here again; delete the row")
            continue
        if any(text for at, text in enumerate(texts) if at >= len(first)):
            what = f"a cell stands under no heading; the table has {len(first)} columns"
            collected.fault(sheet.place(row), what)
        own = {column: cell(texts, at) for column, at in found.places.items()}
        yield Line(sheet, row, {**dict.fromkeys(table.columns, ""), **own}, named)


def _unread(sheet: Sheet, found: Headings, collected: Collected) -> None:
    for at in found.unknown:
        text = sheet.rows[0][at]
        used = any(cell(row, at) for row in sheet.rows[1:])
        if text:
            collected.notes.append(f"The column {quoted(text)} was not read.")
        elif used:
            where = sheet.place(0, lettered(sheet, at))
            collected.fault(where, "the column has no heading")
