"""All faults of a source while it is read, so that one run names every one of them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from recruitment.errors import nearest
from recruitment.ingest.faults import Fault, Place, SourceRefused
from recruitment.ingest.layouts.unreadable import judged
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.sheet_layout import column_letters
from recruitment.ingest.sources.labels import look_alike
from recruitment.ingest.sources.source import Sheet, Source
from recruitment.ingest.sources.understood import NotUnderstood, quoted, told
from recruitment.ingest.sources.values import Serials, a_date, label_text, whole_count


@dataclass(slots=True)
class Collected:
    """What is wrong with a source, and what was assumed, so far.

    Attributes:
        source: The source.
        faults: Every fault, in the order found.
        notes: What a reader must know, one sentence each.
        commas: Counts that were read with commas, as sentences.
        words: The headings and labels that were read.
        certain: Whether it certainly counts people, and is no list of them; else no text is told.
    """

    source: Source
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    commas: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    certain: bool = False

    def __post_init__(self) -> None:
        """Begin with what the reading of the file itself found."""
        self.faults += self.source.faults

    def fault(self, place: Place, what: str) -> None:
        """Note one fault."""
        self.faults.append(Fault(place, what))

    def count(self, text: str, place: Place, *, certain: bool = True) -> int | None:
        """Return the count of people that ``text`` is, or note why it is none.

        The text is repeated only where it is ``certain`` that it is of a table of counts.
        """
        found = whole_count(text)
        if isinstance(found, NotUnderstood):
            self.fault(place, self.reason(found, certain=certain))
            return None
        if found.note:
            self.commas.append(found.note)
        return found.value

    def label(self, text: str, place: Place) -> str | None:
        """Return the label that ``text`` is, or note why it is none."""
        found = label_text(text)
        if isinstance(found, NotUnderstood):
            self.fault(place, self.reason(found))
            return None
        return found.value

    def date(self, text: str, place: Place, mapping: Mapping) -> dt.date | None:
        """Return the date that ``text`` is, or note why it is none."""
        found = a_date(text, mapping.date_order, serials=self._serials())
        if isinstance(found, NotUnderstood):
            self.fault(place, self.reason(found))
            return None
        return found.value

    def told(self, text: str) -> str:
        """Return ``text`` as a message may repeat it."""
        return told(text, certain=self.certain)

    def hint(self, text: str, known: list[str]) -> str:
        """Return which of ``known`` is meant by ``text``, or all of them."""
        return nearest(text if self.certain else "", known)

    def reason(self, found: NotUnderstood, *, certain: bool = True) -> str:
        """Return why a text is no value, as a message may say it."""
        return found.reason if certain and self.certain else found.masked_reason

    def all_notes(self) -> tuple[str, ...]:
        """Return the notes, each once."""
        more = f", and {len(self.commas) - 1:,} more" if len(self.commas) > 1 else ""
        commas = [f"{self.commas[0]}{more}."] if self.commas else []
        return tuple(dict.fromkeys([*self.notes, *commas, *self._look_alikes()]))

    def _look_alikes(self) -> Iterator[str]:
        # Where another letter would be a fault, the label was refused before.
        words = dict.fromkeys(self.words)
        found = [(text, letter) for text in words if (letter := look_alike(text))]
        if found:
            text, letter = found[0]
            more = f", and so were {len(found) - 1:,} more texts" if len(found) > 1 else ""
            yield f"{quoted(text)} has {letter}, and was read as if it were Latin{more}."

    def settle(self) -> None:
        """Refuse the source if anything is wrong with it.

        Raises:
            SourceRefused: There are faults; all are in it.
        """
        sheets = {sheet.name: place for place, sheet in enumerate(self.source.sheets)}
        faults = sorted(
            dict.fromkeys([*self.source.faults, *judged(self.faults, self.source)]),
            key=lambda each: (sheets.get(each.place.sheet, 0), each.place.row or 0),
        )
        if faults:
            raise SourceRefused(self.source.name, faults)

    def _serials(self) -> Serials | None:
        if all(sheet.name is None for sheet in self.source.sheets):
            return None
        return "1904" if self.source.date_1904 else "1900"


def lettered(sheet: Sheet, at: int) -> str:
    """Return the letters of the column at ``at`` (from 0, in the rows) as workbooks show them.

    >>> lettered(Sheet("a.xlsx", "Data", (), (), left=1), 2)
    'D'
    """
    return column_letters(sheet.left + at)


def cell(row: tuple[str, ...], at: int) -> str:
    """Return the text at ``at``, empty where the row is shorter."""
    return row[at] if at < len(row) else ""
