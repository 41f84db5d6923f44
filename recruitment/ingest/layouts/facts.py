"""Workforces, joiners and leavers, and populations, in tidy rows."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from recruitment.errors import nearest
from recruitment.ingest.frames import DATES, WHOLE, frame
from recruitment.ingest.layouts.categories import Named, resolved
from recruitment.ingest.layouts.collecting import Collected
from recruitment.ingest.layouts.published import with_published
from recruitment.ingest.layouts.repeats import Repeats
from recruitment.ingest.layouts.tidy import TABLES, Line, lines
from recruitment.ingest.mapping.lookup import word
from recruitment.ingest.mapping.mapping import Characteristic, Mapping
from recruitment.ingest.recognition.vocabulary import names
from recruitment.ingest.sources.source import Source
from recruitment.ingest.sources.understood import NotUnderstood, quoted
from recruitment.ingest.sources.values import printed_percentage

if TYPE_CHECKING:
    from collections.abc import Callable

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
    repeats = Repeats(collected)
    read = lines(layout, mapping, collected)
    named = [(line.texts["characteristic"], line.texts["category"]) for line in read]
    cells = resolved(named, mapping)
    rows = []
    for line in read:
        row = _row(layout, line, cells, mapping, collected)
        key = tuple(row.get(name) for name in KEYS[layout].split())
        if None not in key:
            repeats.take(key, line.place())
        rows.append(row)
    collected.settle()
    keys = [name for name in KEYS[layout].split() if name not in {"characteristic", "category"}]
    whole, summed = with_published(rows, keys, COUNTED[layout], mapping)
    codes = {row["characteristic"] for row in whole}
    known = tuple(each for each in mapping.characteristics.values() if each.name in codes)
    notes = (*collected.all_notes(), *summed)
    return Facts(layout, frame(COLUMNS[layout], map(_stored, whole)), known, len(rows), notes)


def _stored(row: dict[str, Any]) -> dict[str, Any]:
    share = row.get("share_pct")
    return {**row, "share_pct": float(share)} if isinstance(share, Decimal) else row


def _row(
    layout: str,
    line: Line,
    cells: dict[Named, Named | str],
    mapping: Mapping,
    collected: Collected,
) -> dict[str, Any]:
    found = cells[line.texts["characteristic"], line.texts["category"]]
    row: dict[str, Any] = {"characteristic": None, "category": None}
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
        collected.fault(line.place("share_pct"), found.reason)
        return None
    return found.value


def _direction(text: str, line: Line, collected: Collected) -> str | None:
    name = word(text) or ""
    found = name if name in DIRECTIONS else names("movements").get(name)
    if found is None:
        what = f"{quoted(text)} is no direction; {nearest(text, list(DIRECTIONS))}"
        collected.fault(line.place("direction"), what)
    return found


def _judge(layout: str, row: dict[str, Any], line: Line, collected: Collected) -> None:
    start, end = row.get("period_start"), row.get("period_end")
    if start is not None and end is not None and start >= end:
        what = f"the period ends on {end}, which is not after its start on {start}"
        collected.fault(line.place("period_end"), what)
    either = TABLES[layout].either
    if either and not any(line.texts[name] for name in either):
        collected.fault(line.place(), f"neither {' nor '.join(either)} is given")
