"""A document from its first line to its last: what was read so far, and what is expected next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from analytics.audit.printed import Cell, PrintedGrowth, PrintedRow, PrintedSeries, PrintedTable
from recruitment.ingest.blocks import Grid, Paragraph
from recruitment.ingest.recognition.campaigns import Campaigns, is_heading
from recruitment.ingest.recognition.changes import change_in
from recruitment.ingest.recognition.columns import Columns, columns_of
from recruitment.ingest.recognition.figures import is_figure
from recruitment.ingest.recognition.fractions_of_one import percentages
from recruitment.ingest.recognition.growths import grown, year_columns
from recruitment.ingest.recognition.lists import (
    group_in_heading,
    group_named,
    headed,
    is_wide_list,
    list_column,
    listed,
)
from recruitment.ingest.recognition.places import Remark, sheet, span
from recruitment.ingest.recognition.sentences import prose
from recruitment.ingest.recognition.stages import named, staged
from recruitment.ingest.recognition.tables import Counted, counted, follows
from recruitment.ingest.recognition.tidy import tidy_columns, tidy_rows

# How many paragraphs may stand between a group's name and its list, or a list and its change.
NEAR = 3
NUMBERED = re.compile(r"table \d+")


@dataclass(slots=True)
class Table:
    """A table that others may continue."""

    counted: Counted
    campaign: str | None
    base: str | None
    rows: list[PrintedRow]


@dataclass(slots=True)
class Reading:
    """What was read of one document.

    Attributes:
        document: Its name.
        campaigns: The campaigns that it names.
        paragraphs: Its text, and the campaign whose section each is in.
        series: Lists of shares by stage.
        growths: Growths printed in tables.
        understood: What each table was taken for.
        not_understood: What was not read, and why.
    """

    document: str
    campaigns: Campaigns
    paragraphs: list[tuple[Paragraph, str | None]] = field(default_factory=list)
    series: list[PrintedSeries] = field(default_factory=list)
    growths: list[PrintedGrowth] = field(default_factory=list)
    understood: list[Remark] = field(default_factory=list)
    not_understood: list[Remark] = field(default_factory=list)
    _tables: list[Table] = field(default_factory=list)
    _taken: set[str | None] = field(default_factory=set)
    # The campaign that the last heading names, the words that did, and what lists belong to.
    _campaign: str | None = None
    _by: str = ""
    _current: str | None = None
    _group: tuple[Cell, int] | None = None
    _open: list[int] = field(default_factory=list)
    _since_list: int = 0
    _since_table: int = 0
    _grids: int = 0

    def paragraph(self, paragraph: Paragraph) -> None:
        """Read one paragraph: a campaign's heading, a group's name, a change, or other text."""
        text = paragraph.text
        self._since_list += 1
        self._since_table += 1
        if campaign := self.campaigns.of_heading(text):
            self._campaign = self._current = campaign
            self._by = f"“{text}” ({paragraph.place})"
        group = group_named(text) if is_heading(text) else None
        if group:
            self._group = (group, len(self.paragraphs))
        elif stated := change_in(text):
            self._close(stated.printed, stated.label, paragraph.place)
        self.paragraphs.append((paragraph, self._current))

    def table(self, grid: Grid) -> None:
        """Read one table as the first thing that it can be, or say why it is none."""
        self._grids += 1
        for text in prose(grid):
            self.paragraphs.append((text, self._current))
        if not any(any(map(is_figure, row)) for row in grid.rows):
            self._leave(grid, "it has no figures")
        elif tidy := tidy_columns(grid.rows[0]):
            self._tidy(grid, tidy)
        elif year_columns(grid):
            self._years(grid)
        elif (at := list_column(grid)) is not None:
            self._list(grid, at)
        elif (columns := columns_of(grid.rows)) is None:
            self._leave(grid, "no headings of groups, or no labels, are recognised")
        elif is_wide_list(grid, columns):
            self._wide_list(grid, columns)
        else:
            self._counts(grid, columns)
        self._since_table = 0

    def _leave(self, grid: Grid, why: str) -> None:
        self.not_understood.append(Remark(span(grid), f"the table is not read: {why}"))

    def _name(self, grid: Grid) -> str:
        numbered = NUMBERED.match(grid.places[0])
        return numbered[0] if numbered else f"table {self._grids}"

    def _close(self, printed: str, label: str, place: str) -> None:
        near = self._since_list <= NEAR
        if len(self._open) != 1 or not near:
            why = f"a change of {printed} is not checked: no one list of shares stands before it"
            self.not_understood.append(Remark(place, why))
            return
        at = self._open.pop()
        self.series[at] = replace(
            self.series[at], change=printed, change_label=label, change_place=place
        )

    def _list(self, grid: Grid, at: int) -> None:
        group = group_in_heading(grid, at) if headed(grid, at) else None
        near = self._group and len(self.paragraphs) - self._group[1] <= NEAR
        cell = group or (self._group[0] if self._group and near else None)
        if cell is None:
            self._leave(grid, "a list of percentages without a group's name over it")
            return
        self._group = None
        self._add_series(grid, {at: cell}, headed(grid, at))

    def _wide_list(self, grid: Grid, columns: Columns) -> None:
        self._add_series(grid, {**columns.cells, **columns.shares}, columns.rows)

    def _add_series(self, grid: Grid, groups: dict[int, Cell], start: int) -> None:
        series, remarks = listed(
            grid, groups, self.document, self._current or sheet(grid), start=start
        )
        self._open = [
            place
            for place, each in enumerate(series, start=len(self.series))
            if each.change is None
        ]
        self._since_list = 0
        self.series += series
        self.not_understood += remarks
        names = ", ".join(category for _, category in groups.values())
        about = self._current or "no campaign"
        self.understood.append(Remark(span(grid), f"read as shares by stage of {names}, {about}"))

    def _years(self, grid: Grid) -> None:
        growths, remarks = grown(grid, self.document)
        if not growths:
            self._leave(grid, "figures of several years without changes printed between them")
            return
        self.growths += growths
        self.not_understood += remarks
        self.understood.append(Remark(span(grid), f"read as growth: {len(growths)} changes"))

    def _tidy(self, grid: Grid, columns: dict[str, int]) -> None:
        found, remarks = tidy_rows(grid, columns)
        self.not_understood += remarks
        for campaign, printed in found.items():
            rows, fractions = percentages(printed)
            cells = frozenset(cell for row in rows for cell in row.counts)
            own = Counted(tuple(rows), cells, False, (), fractions, span(grid))
            base = campaign or self._campaign or sheet(grid)
            name = base or self._name(grid)
            self._current = name
            self._started(Table(own, name, base, list(rows)))
            self.understood.append(
                Remark(own.place, f"read as counts by stage and group of {name}: {own.figures}")
            )

    def _counts(self, grid: Grid, columns: Columns) -> None:
        found = counted(grid, columns)
        if isinstance(found, str):
            self._leave(grid, found)
            return
        self.not_understood += found.remarks
        monitoring = any(named(row.label).stages for row in found.rows)
        table = self._continued(found, monitoring=monitoring)
        if table is not None:
            table.rows += found.rows
            how = "read on from the table before it"
        else:
            table = self._begun(grid, found, monitoring=monitoring)
            how = "read as counts"
        by = f", named in {self._by}" if self._campaign and table.base == self._campaign else ""
        of = f" of {table.campaign}{by}" if table.campaign else ""
        self.understood.append(Remark(found.place, f"{how}{of}: {found.figures}"))

    def _continued(self, found: Counted, *, monitoring: bool) -> Table | None:
        last = self._tables[-1] if self._tables else None
        if last is None or (last.counted.whole, last.counted.cells) != (found.whole, found.cells):
            return None
        if not monitoring:
            return last if self._since_table == 0 and found.whole else None
        same = last.base == self._campaign and last.campaign == self._current
        return last if same and follows(last.rows, found.rows) else None

    def _begun(self, grid: Grid, found: Counted, *, monitoring: bool) -> Table:
        base = (self._campaign or sheet(grid)) if monitoring else None
        name = base or (self._name(grid) if monitoring else None)
        if base and base in self._taken:
            name = f"{base}, {self._name(grid)}"
        if monitoring:
            self._current = name
        return self._started(Table(found, name, base, list(found.rows)))

    def _started(self, table: Table) -> Table:
        self._tables.append(table)
        self._taken.add(table.campaign)
        return table

    def tables(self) -> tuple[PrintedTable, ...]:
        """Return the tables, each row with its stage."""
        return tuple(
            PrintedTable(
                self.document, each.campaign, tuple(self._staged(each)), each.counted.whole
            )
            for each in self._tables
        )

    def _staged(self, table: Table) -> list[PrintedRow]:
        return table.rows if table.counted.whole else staged(table.rows)

    def labels_understood(self) -> list[Remark]:
        """Return the labels that needed the rows around them, and what they were read as."""
        return [remark for table in self.tables() for remark in _on_labels(table)]

    def labels_not_understood(self) -> list[Remark]:
        """Return the labels of monitoring tables that name no stage, or several."""
        return [
            Remark(
                row.place, f"“{row.label}” names no stage that is known; its percentages are read"
            )
            for table in self.tables()
            for row in table.rows
            if table.campaign and row.stage is None
        ]


def _on_labels(table: PrintedTable) -> Iterator[Remark]:
    for row in table.rows:
        if row.stage and named(row.label).stages[:1] != (row.stage,):
            yield Remark(row.place, f"“{row.label}” is read as {row.outcome}, {row.stage}")
