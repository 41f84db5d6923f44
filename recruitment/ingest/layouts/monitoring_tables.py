"""The tables in a source of monitoring data: each row of headings, and the rows under it."""

from collections.abc import Iterator, Sequence

from recruitment.ingest.faults import Place
from recruitment.ingest.layouts.collecting import Collected, lettered
from recruitment.ingest.layouts.monitoring_columns import Column, Role, columns_under, settled
from recruitment.ingest.layouts.monitoring_headings import (
    is_above,
    is_below,
    is_heading_row,
    mended,
    said,
)
from recruitment.ingest.layouts.monitoring_labels import is_known
from recruitment.ingest.layouts.monitoring_lines import Draft, Lines
from recruitment.ingest.layouts.unreadable import is_refused
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.recognition.figures import is_figure
from recruitment.ingest.recognition.stages import Terms
from recruitment.ingest.sources.source import Sheet, Source
from recruitment.ingest.sources.understood import told

Rows = list[tuple[str, ...]]
# Headings begin within so many rows.
MOST_ABOVE = 100
NEEDED = {
    Role.total: "totals; head it “Total”",
    Role.label: "labels of the rows; the first column says stage and outcome",
}
# Figures begin within so many rows under them.
MOST_BELOW = 10
NO_HEADINGS = (
    "no row has the headings of a monitoring table: a total and groups beside it, over figures"
)


def has_table(sheet: Sheet, mapping: Mapping) -> bool:
    """Return whether there is a row of a monitoring table's headings in ``sheet``.

    What one candidate answered, such as "Female" and "White", would be headings of groups. So there
    is a total among them or right above, and below them a figure of a group, unless they are all
    that there is.
    """
    rows = _separate(sheet, MOST_ABOVE)
    headings = (at for at, row in enumerate(rows) if is_heading_row(row, mapping))
    return any(_has_total(rows, at, mapping) and _has_figures(rows, at, mapping) for at in headings)


def lacks_total(sheet: Sheet, mapping: Mapping) -> bool:
    """Return whether ``sheet`` has headings of groups and figures below, and only no total."""
    rows = _separate(sheet, MOST_ABOVE)
    headings = (at for at, row in enumerate(rows[:-1]) if is_heading_row(row, mapping))
    return any(_has_figures(rows, at, mapping) for at in headings)


def drafts_of(source: Source, mapping: Mapping, terms: Terms, collected: Collected) -> list[Draft]:
    """Return the rows of counts of all tables in ``source``, and note what is wrong with them."""
    own = [sheet for sheet in source.sheets if has_table(sheet, mapping)]
    for sheet in source.sheets:
        if own and sheet not in own:
            collected.notes.append(f"The sheet {sheet.name} has no table and was not read.")
    if not own:
        what = NO_HEADINGS
        place = source.sheets[0].place() if source.sheets else Place(source.name)
        collected.fault(place, what)
    whole = (sheet for sheet in own if not is_refused(sheet))
    found = [draft for sheet in whole for draft in _drafts(sheet, mapping, terms, collected)]
    collected.words += (column.heading for draft in found for column in draft.columns)
    collected.words += (draft.label for draft in found)
    if own and not found and not collected.faults:
        collected.fault(own[0].place(), "there are headings and no rows under them")
    return found


def _drafts(sheet: Sheet, mapping: Mapping, terms: Terms, collected: Collected) -> Iterator[Draft]:
    rows = _separate(sheet)
    starts = [at for at, row in enumerate(rows) if is_heading_row(row, mapping)]
    tops = [_top(rows, at, mapping) for at in starts]
    for row in range(tops[0]):
        if sum(map(is_figure, rows[row])) > 1:
            collected.fault(sheet.place(row), "figures stand above the headings")
    for at, end in zip(starts, [*tops[1:], len(rows)], strict=True):
        first = _bottom(rows, at, mapping) + 1
        headings = _mended(rows[_top(rows, at, mapping) : first], mapping, collected)
        columns = settled(columns_under(headings, mapping), rows[first:end])
        drafts: list[Draft] = []
        if {Role.total, Role.label} <= {column.role for column in columns}:
            found = Lines(sheet, at, columns, terms, collected)
            for row in range(first, end):
                found.take(row, _texts(sheet, row, columns))
            found.end()
            drafts = found.drafts
        certain = _are_of_stages(drafts, terms)
        _judge(sheet, at, columns, collected, certain=certain)
        for draft in drafts:
            draft.certain = certain
            yield draft


def _are_of_stages(drafts: Sequence[Draft], terms: Terms) -> bool:
    # A list of people may have a column called Total; but their names are no stages.
    known = sum(is_known(draft.label, terms) for draft in drafts)
    return 2 * known > len(drafts)


def _has_total(rows: Rows, at: int, mapping: Mapping) -> bool:
    texts = [text for row in rows[_top(rows, at, mapping) : at + 1] for text in row]
    return any(said(text, mapping).total for text in texts if text)


def _has_figures(rows: Rows, at: int, mapping: Mapping) -> bool:
    heads = mended(rows[at], mapping)
    groups = [place for place, text in enumerate(heads) if text and said(text, mapping).cell]
    below = rows[at + 1 : at + MOST_BELOW]
    return not below or any(is_figure(row[place]) for row in below for place in groups)


def _mended(rows: Rows, mapping: Mapping, collected: Collected) -> Rows:
    found = [mended(row, mapping) for row in rows]
    if found != rows:
        collected.notes.append("Headings that fell into two cells were read as one.")
    return found


def _separate(sheet: Sheet, most: int | None = None) -> Rows:
    # As wide as each other, without what merged cells repeat.
    width = max(map(len, sheet.rows), default=0)
    return [
        tuple(
            "" if at >= len(row) or (place, at) in sheet.merged else row[at] for at in range(width)
        )
        for place, row in enumerate(sheet.rows[:most])
    ]


def _top(rows: Rows, at: int, mapping: Mapping) -> int:
    return at - 1 if at and is_above(rows[at - 1], mapping) else at


def _bottom(rows: Rows, at: int, mapping: Mapping) -> int:
    return at + 1 if at + 1 < len(rows) and is_below(rows[at + 1], rows[at], mapping) else at


def _judge(
    sheet: Sheet, at: int, columns: Sequence[Column], collected: Collected, *, certain: bool
) -> None:
    first: dict[tuple[Role, object], int] = {}
    for place, column in enumerate(columns):
        where = sheet.place(at, lettered(sheet, place))
        if column.role is Role.unknown:
            _unknown(column, where, collected, certain=certain)
        elif column.role in {Role.total, Role.people, Role.share}:
            other = first.setdefault((column.role, column.cell), place)
            if other != place:
                heading = told(column.heading, certain=certain)
                what = f"{heading} is counted in column {lettered(sheet, other)} too"
                collected.fault(where, what)
    roles = {column.role for column in columns}
    for role, name in NEEDED.items():
        if role not in roles:
            collected.fault(sheet.place(at), f"no column has the {name}")


def _unknown(column: Column, where: Place, collected: Collected, *, certain: bool) -> None:
    if not column.heading:
        collected.fault(where, "the column has no heading")
        return
    how = "explain it in the mapping under [headings], or list it in [columns] as ignored"
    heading = told(column.heading, certain=certain)
    collected.fault(where, f"the heading {heading} is not known; {how}")


def _texts(sheet: Sheet, row: int, columns: Sequence[Column]) -> list[str]:
    # A label merged over several rows is that of each; what else is repeated counts once.
    texts = sheet.rows[row]
    found: list[str] = []
    for at, column in enumerate(columns):
        text = texts[at] if at < len(texts) else ""
        across = at > 0 and at <= len(texts) and texts[at - 1] == text
        kept = (row, at) not in sheet.merged or (column.role is Role.label and not across)
        found.append(text if kept else "")
    return found
