"""Which layout a source has: told by its headings, or as the user says."""

from collections.abc import Sequence

from recruitment.errors import UsageError, nearest
from recruitment.ingest.faults import Fault, Place, SourceRefused
from recruitment.ingest.layouts import monitoring_tables
from recruitment.ingest.layouts.tidy import TABLES, fits, headings_of
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.mapping.roles import CANDIDATE, FURTHEST, OUTCOME, STAGE, candidate_columns
from recruitment.ingest.sources.source import Source

MONITORING, CANDIDATES = "monitoring table", "candidates"
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
    else:
        what = _nothing_fits(source, mapping)
    raise SourceRefused(source.name, [Fault(place, what)])


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
    if layout == CANDIDATES:
        return any(are_candidates(sheet.rows[0], mapping) for sheet in source.sheets if sheet.rows)
    if layout == MONITORING:
        return any(monitoring_tables.has_table(sheet, mapping) for sheet in source.sheets)
    return any(fits(sheet, mapping, TABLES[layout]) for sheet in source.sheets)


def _nothing_fits(source: Source, mapping: Mapping) -> str:
    # What the first row says is not repeated: without headings it would be about a person.
    how = "name the columns in a mapping, or the layout with --layout"
    closest, missing = _closest(source, mapping)
    if closest:
        return f"no layout fits; it is nearest to {closest}, and lacks {missing}; {how}"
    return f"no layout fits its headings; known are {', '.join(LAYOUTS)}; {how}"


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
