"""The lines of a table of counts, put together to rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from recruitment.ingest.recognition.columns import Columns
from recruitment.ingest.recognition.figures import Figure, State, figure
from recruitment.ingest.recognition.places import Remark
from recruitment.ingest.recognition.stages import named
from recruitment.ingest.recognition.vocabulary import is_share_label, plain, without, words

ABSENT = {State.absent, State.blank_word}


@dataclass(slots=True)
class Draft:
    """A row of counts while the lines that make it up are read.

    Attributes:
        place: Where its first line stands.
        label: Its label, from all of them.
        texts: Its cells, from all of them.
        shares: The cells of the line of percentages under it.
        goes_on: Whether its last line was one that went on from the one before.
    """

    place: str
    label: str
    texts: list[str]
    shares: Sequence[str] = ()
    goes_on: bool = False


@dataclass(slots=True)
class Lines:
    """The lines of a table, put together to rows.

    Attributes:
        drafts: The rows so far.
        remarks: What was not understood.
    """

    columns: Columns
    drafts: list[Draft] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _section: str = ""
    _shares_follow: bool = False

    def take(self, row: Sequence[str], place: str) -> None:
        """Take one line: headings again, percentages, the rest of a row, a new one, or a title."""
        if tuple(row[1:]) in self.columns.headings:
            self._shares_follow = "%" in row[self.columns.label]
        elif self._is_of_shares(row):
            self._take_shares(row, place)
        elif self._goes_on(row):
            self._go_on(row)
        elif self._has_figures(row):
            self._begin(row, place)
        elif label := row[self.columns.label]:
            self._section = label
            self._check_texts(row, place)
        elif any(row):
            self.remarks.append(Remark(place, f"“{' '.join(filter(None, row))}” has no label"))

    def _is_of_shares(self, row: Sequence[str]) -> bool:
        label, figures = row[self.columns.label], self._figures(row)
        if is_share_label(label):
            return True
        printed = [each for each in figures if each.state is State.read and each.count != 0]
        only = bool(printed) and all(each.share and each.count is None for each in printed)
        if self._shares_follow and any(each.state is State.read for each in figures):
            return True
        return only and bool(self.drafts) and self._same(label)

    def _same(self, label: str) -> bool:
        # No label, that of the row above, or that with a word for a share.
        name = plain(label)
        above = plain(self.drafts[-1].label)
        return name == above or without(name, words("share")) in {"", above}

    def _figures(self, row: Sequence[str]) -> list[Figure]:
        return [
            figure(text) for place, text in enumerate(row) if place != self.columns.label and text
        ]

    def _take_shares(self, row: Sequence[str], place: str) -> None:
        if not any(text for at, text in enumerate(row) if at != self.columns.label):
            return
        if not self.drafts or self.drafts[-1].shares:
            self.remarks.append(Remark(place, "percentages without a row of counts above them"))
        else:
            self.drafts[-1].shares = row

    def _goes_on(self, row: Sequence[str]) -> bool:
        if not self.drafts or self.drafts[-1].shares:
            return False
        draft, label = self.drafts[-1], row[self.columns.label]
        own = {at: text for at, text in enumerate(row) if text and at != self.columns.label}
        if not own:
            return bool(label) and (draft.goes_on or label[:1].islower() or self._completes(label))
        return self.columns.total not in own and all(
            figure(draft.texts[at]).state in ABSENT for at in own
        )

    def _completes(self, label: str) -> bool:
        above = self.drafts[-1].label
        return (
            not named(above).stages
            and not named(label).stages
            and bool(named(f"{above} {label}").stages)
        )

    def _go_on(self, row: Sequence[str]) -> None:
        draft = self.drafts[-1]
        draft.goes_on = True
        draft.label = f"{draft.label} {row[self.columns.label]}".strip()
        for at, text in enumerate(row):
            if text and at != self.columns.label:
                draft.texts[at] = f"{draft.texts[at]} {text}".strip()

    def _has_figures(self, row: Sequence[str]) -> bool:
        if any(each.state in {State.read, State.suppressed} for each in self._figures(row)):
            return True
        total = self.columns.total
        return total is not None and figure(row[total]).state is State.unreadable

    def _begin(self, row: Sequence[str], place: str) -> None:
        label = row[self.columns.label]
        if figure(label).share:
            why = f"“{label}” stands where a label is expected, and is not read"
            self.remarks.append(Remark(place, why))
        together = f"{self._section} {label}".strip()
        own, whole = named(label), named(together)
        if self._section and whole.stages and not own.stages and not own.interview:
            wrapped = not named(self._section).stages
            label = together if own.outcomes or wrapped else label
        self.drafts.append(Draft(place, label, list(row)))

    def _check_texts(self, row: Sequence[str], place: str) -> None:
        texts = [text for at, text in enumerate(row) if text and at != self.columns.label]
        if any(figure(text).state is State.unreadable for text in texts):
            self.remarks.append(
                Remark(place, f"“{row[self.columns.label]}” has no figure that can be read")
            )
