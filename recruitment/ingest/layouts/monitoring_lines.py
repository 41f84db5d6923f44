"""The lines of a monitoring table, put together to rows: labels and blanks may go on below."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from recruitment.ingest.faults import Place
from recruitment.ingest.layouts.collecting import Collected, lettered
from recruitment.ingest.layouts.monitoring_columns import Column, Role
from recruitment.ingest.layouts.monitoring_figures import PERCENT, blank_figure
from recruitment.ingest.recognition.figures import is_figure
from recruitment.ingest.recognition.stages import Terms, named
from recruitment.ingest.recognition.vocabulary import is_share_label, plain, without, words
from recruitment.ingest.sources.source import Sheet
from recruitment.ingest.sources.understood import quoted


@dataclass(slots=True)
class Draft:
    """A row of counts while the lines that make it up are read.

    Attributes:
        sheet: The table it stands in.
        heading: The row of its headings, as a place in the sheet from 0.
        row: Its first line, likewise.
        label: Its label, from all of them.
        columns: The columns over it.
        texts: The text of each column, from all lines.
        rows: The line that each column's figure stands in.
        shares: The texts of the line of percentages under it.
        share_row: That line, or None.
        goes_on: Whether a line went on from the one before.
        certain: Whether it is certain that the table counts people, and is no list of them.
    """

    sheet: Sheet
    heading: int
    row: int
    label: str
    columns: Sequence[Column]
    texts: dict[int, str]
    rows: dict[int, int] = field(default_factory=dict)
    shares: dict[int, str] = field(default_factory=dict)
    share_row: int | None = None
    goes_on: bool = False
    certain: bool = False

    def place(self, at: int | None = None, row: int | None = None) -> Place:
        """Return where the row stands, or its figure in the column at ``at``."""
        if at is None:
            return self.sheet.place(self.row)
        own = self.columns[at].heading if self.certain else ""
        once = own and sum(each.heading == own for each in self.columns) == 1
        where = self.rows.get(at, self.row) if row is None else row
        return self.sheet.place(where, own if once else lettered(self.sheet, at))

    @property
    def waiting(self) -> set[int]:
        """The columns that say "Blank" and no number yet."""
        return {at for at, text in self.texts.items() if text and not blank_figure(text)}


@dataclass(slots=True)
class Lines:
    """The lines under one row of headings.

    Attributes:
        sheet: The table.
        heading: The row of headings, as a place in the sheet from 0.
        columns: Its columns.
        terms: The words by which labels are understood.
        collected: Takes the faults.
        drafts: The rows so far.
    """

    sheet: Sheet
    heading: int
    columns: Sequence[Column]
    terms: Terms
    collected: Collected
    drafts: list[Draft] = field(default_factory=list)
    _section: tuple[int, str] | None = None
    _used: bool = True
    _nameless: bool = False

    def take(self, row: int, texts: Sequence[str]) -> None:
        """Take one line: percentages, the rest of a row, a new row, or a title."""
        label = self._label(texts)
        own = {
            at: text
            for at, text in enumerate(texts)
            if text and self.columns[at].role not in {Role.label, Role.ignored}
        }
        if self._is_of_shares(label, own):
            # Those under counts without a label belong to nothing, which is told already.
            if not self._nameless:
                self._take_shares(row, own)
        elif self._goes_on(label, own):
            self._go_on(row, label, own)
        elif any(map(is_figure, own.values())) or len(own) > 1 or (own and self._is_told(label)):
            self._begin(row, label, own)
        elif label and not own:
            self._title(row, label)

    def end(self) -> None:
        """Note a label of a stage or outcome that no counts followed."""
        if self._section and not self._used:
            row, label = self._section
            self.collected.fault(self.sheet.place(row), f"{quoted(label)} has no counts")
        self._section, self._used = None, True

    def _label(self, texts: Sequence[str]) -> str:
        places = (at for at, each in enumerate(self.columns) if each.role is Role.label)
        return " ".join(filter(None, (texts[at] for at in places)))

    def _is_of_shares(self, label: str, own: dict[int, str]) -> bool:
        if is_share_label(label):
            return True
        if not own or not self.drafts or self.drafts[-1].share_row is not None:
            return False
        counts = [text for at, text in own.items() if self.columns[at].role is not Role.share]
        printed = [text for text in counts if PERCENT.fullmatch(text)]
        others = {text for text in counts if text not in printed}
        same = without(plain(label), words("share")) in {"", plain(self.drafts[-1].label)}
        return same and bool(printed) and others <= {"0", "-", ""}

    def _take_shares(self, row: int, own: dict[int, str]) -> None:
        if not own:
            return
        if not self.drafts:
            where = self.sheet.place(row)
            self.collected.fault(where, "percentages stand under no row of counts")
        elif self.drafts[-1].share_row is not None:
            where = self.sheet.place(row)
            self.collected.fault(where, "a second row of percentages stands under one of counts")
        else:
            self.drafts[-1].shares, self.drafts[-1].share_row = own, row

    def _goes_on(self, label: str, own: dict[int, str]) -> bool:
        if not self.drafts or self.drafts[-1].share_row is not None or not self._used:
            return False
        draft = self.drafts[-1]
        if own:
            return own.keys() <= draft.waiting
        if not label or draft.goes_on or label[0].islower():
            return bool(label)
        above, own_stages = named(draft.label, self.terms).stages, named(label, self.terms).stages
        if draft.waiting:
            return not (above and own_stages)
        joined = named(f"{draft.label} {label}", self.terms).stages
        return bool(joined) and not above and not own_stages

    def _go_on(self, row: int, label: str, own: dict[int, str]) -> None:
        draft = self.drafts[-1]
        draft.goes_on = True
        draft.label = f"{draft.label} {label}".strip()
        for at, text in own.items():
            draft.texts[at] = f"{draft.texts[at]} {text}"
            draft.rows[at] = row

    def _begin(self, row: int, label: str, own: dict[int, str]) -> None:
        self._nameless = not label
        if not label:
            what = "counts stand beside no label"
            self.collected.fault(self.sheet.place(row, lettered(self.sheet, 0)), what)
            return
        if self._section:
            _, section = self._section
            part, whole = named(label, self.terms), named(f"{section} {label}", self.terms)
            wrapped = not named(section, self.terms).stages
            if whole.stages and not part.stages and not part.interview:
                label = f"{section} {label}" if part.outcomes or wrapped else label
                self._used = True
        if not self._used:
            self.end()
        rows = dict.fromkeys(own, row)
        self.drafts.append(Draft(self.sheet, self.heading, row, label, self.columns, own, rows))

    def _title(self, row: int, label: str) -> None:
        self.end()
        self._section, self._used = (row, label), not self._is_told(label)

    def _is_told(self, label: str) -> bool:
        if plain(label) in self.terms.explained:
            return True
        found = named(label, self.terms)
        return bool(found.stages or found.outcomes) and not found.more
