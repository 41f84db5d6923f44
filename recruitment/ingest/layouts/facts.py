"""Workforces, joiners and leavers, and populations, in tidy rows."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from recruitment.ingest.frames import DATES, WHOLE, frame
from recruitment.ingest.layouts.categories import Named, resolved
from recruitment.ingest.layouts.collecting import Collected
from recruitment.ingest.layouts.published import rolled_up_rows
from recruitment.ingest.layouts.repeats import Repeats
from recruitment.ingest.layouts.rests import Row, told_of_blanks, with_rests
from recruitment.ingest.layouts.spellings import Spellings
from recruitment.ingest.layouts.tidy import TABLES, Line, lines
from recruitment.ingest.layouts.wholes import EVERYBODY, Totals, as_everybody
from recruitment.ingest.mapping.lookup import characteristic_of, word
from recruitment.ingest.mapping.mapping import Characteristic, Mapping
from recruitment.ingest.recognition.vocabulary import names
from recruitment.ingest.sources.source import Source
from recruitment.ingest.sources.understood import NotUnderstood
from recruitment.ingest.sources.values import printed_percentage

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    import polars as pl

TidySubject = Literal["workforce", "movements", "populations"]
COLUMNS = {
    "workforce": "unit as_at role characteristic category headcount share_pct source",
    "movements": (
        "unit role period_start period_end direction characteristic category people source"
    ),
    "populations": "area as_at characteristic category share_pct people quality source",
}
KEYS = {
    "workforce": "unit as_at role characteristic category",
    "movements": "unit role period_start period_end direction characteristic category",
    "populations": "area as_at characteristic category",
}
# What names a whole, of which a category is a part.
WHOLES = {layout: keys.split()[:-2] for layout, keys in KEYS.items()}
FIGURES = ("headcount", "share_pct", "people")
COUNTED = {"workforce": "headcount", "movements": "people", "populations": "people"}
DIRECTIONS = ("joined", "left", "dismissed", "resigned in proceedings", "barred")


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows of one table of the schema, as they were read.

    Attributes:
        subject: The table: ``workforce``, ``movements`` or ``populations``.
        rows: With the columns of the table of that name.
        characteristics: Those counted, with all their categories.
        rows_read: How many rows of the source were read.
        notes: What a reader must know, one sentence each.
    """

    subject: TidySubject
    rows: "pl.DataFrame"
    characteristics: tuple[Characteristic, ...]
    rows_read: int
    notes: tuple[str, ...] = ()


def read_workforce(source: Source, mapping: Mapping) -> Facts:
    """Return headcounts and shares per unit, date, role and category.

    Raises:
        SourceRefused: There are faults; all are named.
    """
    return _read("workforce", source, mapping)


def read_movements(source: Source, mapping: Mapping) -> Facts:
    """Return the people who joined or left per unit, role, period and category.

    Raises:
        SourceRefused: There are faults; all are named.
    """
    return _read("movements", source, mapping)


def read_populations(source: Source, mapping: Mapping) -> Facts:
    """Return the share or number of the people of an area, per date and category.

    Raises:
        SourceRefused: There are faults; all are named.
    """
    return _read("populations", source, mapping)


def _read(layout: TidySubject, source: Source, mapping: Mapping) -> Facts:
    collected = Collected(source)
    repeats, spellings, totals = Repeats(collected), Spellings(collected), Totals()
    read = lines(layout, mapping, collected)
    cells = resolved([_named(line, mapping) for line in read], mapping, certain=collected.certain)
    rows: list[tuple[Line, Row]] = []
    for line in read:
        row = _row(layout, line, cells, mapping, collected)
        spellings.settle(row)
        key = tuple(row.get(name) for name in KEYS[layout].split())
        if None not in key:
            if row["characteristic"] == EVERYBODY and _is_seen(key, row, line, totals, mapping):
                continue
            repeats.take(key, line.place())
        rows.append((line, row))
    if not collected.faults and layout == "movements":
        told_of_blanks(rows, WHOLES[layout], mapping, collected)
    collected.settle()
    whole, notes = rolled_up_rows(
        [row for _, row in rows], WHOLES[layout], COUNTED[layout], mapping
    )
    if layout == "movements":
        # Joiners are compared with those who stated another answer.
        whole, rest = with_rests(whole, WHOLES[layout], COUNTED[layout], mapping)
        notes += rest
    codes = {row["characteristic"] for row in whole}
    known = tuple(each for each in mapping.characteristics.values() if each.name in codes)
    told = (*collected.all_notes(), *notes)
    return Facts(layout, frame(COLUMNS[layout], map(_stored, whole)), known, len(read), told)


def _is_seen(key: "Hashable", row: Row, line: Line, totals: Totals, mapping: Mapping) -> bool:
    """Return whether a total was written before, beside another characteristic."""
    own = characteristic_of(mapping, line.texts["characteristic"])
    beside = own is not None and own.name != EVERYBODY
    return totals.has(key, tuple(row.get(name) for name in FIGURES), beside=beside)


def _named(line: Line, mapping: Mapping) -> Named:
    return as_everybody(line.texts["characteristic"], line.texts["category"], mapping)


def _stored(row: Row) -> Row:
    share = row.get("share_pct")
    return {**row, "share_pct": float(share)} if isinstance(share, Decimal) else row


def _row(
    layout: str,
    line: Line,
    cells: dict[Named, Named | str],
    mapping: Mapping,
    collected: Collected,
) -> Row:
    found = cells[_named(line, mapping)]
    row: Row = {"characteristic": None, "category": None}
    if isinstance(found, str):
        at = "category" if "is no category" in found else "characteristic"
        collected.fault(line.place(at), found)
    else:
        row["characteristic"], row["category"] = found
    for name in COLUMNS[layout].split():
        if name not in row:
            row[name] = _value(name, layout, line, mapping, collected)
    _judge(layout, row, line, collected)
    return row


def _value(name: str, layout: str, line: Line, mapping: Mapping, collected: Collected) -> object:
    text, place = line.texts[name], line.place(name)
    table = TABLES[layout]
    if not text and name in {*table.either, *table.optional}:
        return collected.source.name if name == "source" else None
    if name in WHOLE:
        return collected.count(text, place)
    if name in DATES:
        return collected.date(text, place, mapping)
    own: dict[str, Callable[[str, Line, Collected], object]] = {
        "share_pct": _share,
        "direction": _direction,
    }
    return own[name](text, line, collected) if name in own else collected.label(text, place)


def _share(text: str, line: Line, collected: Collected) -> Decimal | None:
    found = printed_percentage(text)
    if isinstance(found, NotUnderstood):
        collected.fault(line.place("share_pct"), collected.reason(found))
        return None
    return found.value


def _direction(text: str, line: Line, collected: Collected) -> str | None:
    name = word(text) or ""
    found = name if name in DIRECTIONS else names("movements").get(name)
    if found is None:
        what = f"{collected.told(text)} is no direction; {collected.hint(text, list(DIRECTIONS))}"
        collected.fault(line.place("direction"), what)
    return found


def _judge(layout: str, row: Row, line: Line, collected: Collected) -> None:
    start, end = row.get("period_start"), row.get("period_end")
    if start is not None and end is not None and start >= end:
        what = f"the period ends on {end}, which is not after its start on {start}"
        collected.fault(line.place("period_end"), what)
    either = TABLES[layout].either
    if either and not any(line.texts[name] for name in either):
        collected.fault(line.place(), f"neither {' nor '.join(either)} is given")
