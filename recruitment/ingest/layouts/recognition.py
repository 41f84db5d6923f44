"""Which layout a source has: told by its headings, or as the user says."""

from collections.abc import Iterator, Sequence

from recruitment.errors import UsageError, nearest
from recruitment.ingest.faults import Fault, Place, SourceRefused
from recruitment.ingest.layouts import monitoring_tables
from recruitment.ingest.layouts.tidy import TABLES, fits, headings_of
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.mapping.roles import CANDIDATE, FURTHEST, OUTCOME, STAGE, candidate_columns
from recruitment.ingest.recognition.figures import is_figure
from recruitment.ingest.sources.csv_source import ONE_COLUMN
from recruitment.ingest.sources.source import Sheet, Source

MONITORING, CANDIDATES = "monitoring table", "candidates"
OF_CANDIDATES = (
    "the key that they are counted by, such as “Candidate ID”",
    "a stage, such as “Stage” or “Furthest stage”",
    "answers, such as “Ethnicity” or “Sex”",
)
# As far down as headings are looked for, to say where they are.
MOST_ABOVE = 20
LAYOUTS = (MONITORING, "stage counts", CANDIDATES, "workforce", "movements", "populations")


def recognised(source: Source, mapping: Mapping, layout: str | None = None) -> str:
    """Return the layout of ``source``, one of `LAYOUTS`: the one asked for, else the one that fits.

    Raises:
        UsageError: There is no such layout.
        SourceRefused: None fits, or several do.
    """
    if layout is not None:
        return asked_for(layout)
    found = [name for name in LAYOUTS if _has(source, name, mapping)]
    if len(found) == 1:
        return found[0]
    place = source.sheets[0].place() if len(source.sheets) == 1 else Place(source.name)
    if found:
        what = f"its headings fit several layouts, {' and '.join(found)}; say which with --layout"
        raise SourceRefused(source.name, [Fault(place, what)])
    broken = list(_in_headings(source))
    raise SourceRefused(source.name, broken or [Fault(place, _nothing_fits(source, mapping))])


def asked_for(layout: str) -> str:
    """Return the layout called ``layout``, in any case; those of candidates are one here.

    >>> asked_for("Stage counts"), asked_for("candidates, one row per stage")
    ('stage counts', 'candidates')

    Raises:
        UsageError: There is no such layout.
    """
    name = " ".join(layout.casefold().split())
    if name in LAYOUTS:
        return name
    if name.startswith(CANDIDATES):
        return CANDIDATES
    raise UsageError(f"there is no layout “{layout}”; {nearest(name, list(LAYOUTS))}")


def are_candidates(headings: Sequence[str], mapping: Mapping) -> bool:
    """Return whether ``headings`` are those of candidates: a key, and how far each one came.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> are_candidates(["Applicant ID", "Name", "Current stage", "Sex"], default_mapping())
    True
    """
    found = candidate_columns(headings, mapping)
    told = found.dates or {STAGE, FURTHEST, OUTCOME} & found.roles.keys()
    return CANDIDATE in found.roles and bool(told)


def _has(source: Source, layout: str, mapping: Mapping) -> bool:
    return any(_is(sheet, layout, mapping) for sheet in source.sheets)


def _is(sheet: Sheet, layout: str, mapping: Mapping) -> bool:
    if layout == CANDIDATES:
        return _has_candidates(sheet, mapping)
    if layout == MONITORING:
        # What candidates answered may look like the headings of groups.
        table = monitoring_tables.has_table(sheet, mapping)
        return table and not _has_candidates(sheet, mapping)
    return fits(sheet, mapping, TABLES[layout])


def _has_candidates(sheet: Sheet, mapping: Mapping) -> bool:
    # Whatever stands above the headings of a workbook is passed over; in text, titles are.
    first = _below_titles(sheet)
    rows = [first] if sheet.name is None else sheet.rows[:MOST_ABOVE]
    return any(are_candidates(row, mapping) for row in rows)


def _below_titles(sheet: Sheet) -> tuple[str, ...]:
    # A title is one text alone in its row, however many cells it is merged over.
    rows = sheet.rows[:MOST_ABOVE]
    return next((row for row in rows if len({*row} - {""}) > 1), rows[0] if rows else ())


def _nothing_fits(source: Source, mapping: Mapping) -> str:
    # What the first row says is not repeated: without headings it would be about a person.
    if ONE_COLUMN in source.remarks:
        return f"{ONE_COLUMN[0].lower()}{ONE_COLUMN[1:]}".rstrip(".")
    if row := _headings_below(source, mapping):
        return f"its headings stand in row {row}; delete what is above them"
    how = "name the columns in a mapping, or the layout with --layout"
    closest, missing = _closest(source, mapping)
    if lacking := _lacking_of_candidates(source, mapping):
        closest, missing = CANDIDATES, lacking
    elif any(monitoring_tables.lacks_total(sheet, mapping) for sheet in source.sheets):
        closest, missing = MONITORING, "a column of totals, headed “Total”"
    if closest:
        return f"no layout fits; it is nearest to {closest}, and lacks {missing}; {how}"
    return f"no layout fits its headings; known are {', '.join(LAYOUTS)}; {how}"


def _in_headings(source: Source) -> Iterator[Fault]:
    for sheet in source.sheets:
        first = sheet.numbers[0] if sheet.numbers else MOST_ABOVE
        yield from (each for each in sheet.faults if each.place.row and each.place.row <= first)


def _headings_below(source: Source, mapping: Mapping) -> int | None:
    for sheet in source.sheets:
        for place, row in enumerate(sheet.rows[1:MOST_ABOVE], 1):
            lacking = (headings_of(row, mapping, each).lacking(each) for each in TABLES.values())
            if not all(lacking) or are_candidates(row, mapping):
                return sheet.numbers[place]
    return None


def _lacking_of_candidates(source: Source, mapping: Mapping) -> str:
    # Of the three things that candidates need, the one that is missing; nothing where more are.
    for sheet in source.sheets:
        first = _below_titles(sheet)
        if any(map(is_figure, first)):
            continue
        found = candidate_columns(first, mapping)
        there = (
            CANDIDATE in found.roles,
            bool(found.dates or {STAGE, FURTHEST, OUTCOME} & found.roles.keys()),
            bool(mapping.characteristics.keys() & found.roles.keys()),
        )
        if sum(there) == len(there) - 1:
            return OF_CANDIDATES[there.index(False)]
    return ""


def _closest(source: Source, mapping: Mapping) -> tuple[str, str]:
    # A tidy table of which at least half the columns are there.
    found: list[tuple[int, str, str]] = []
    for sheet in source.sheets:
        for layout, table in TABLES.items():
            headings = headings_of(sheet.rows[0] if sheet.rows else (), mapping, table)
            lacking = headings.lacking(table)
            if len(lacking) * 2 <= len(table.needed):
                found.append((len(lacking), layout, ", ".join(lacking)))
    return min(found)[1:] if found else ("", "")
