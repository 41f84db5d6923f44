"""One import from beginning to end: read, check, then refuse or keep."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment.errors import CheckError, UsageError
from recruitment.ingest.reading import Asked, mapping_at, read_import
from recruitment.studies.imports.planning import checked_request, plans_of
from recruitment.studies.imports.results import Done, imported
from recruitment.warehouse import adding, records

if TYPE_CHECKING:
    import duckdb

    from recruitment.ingest.mapping.mapping import Mapping
    from recruitment.ingest.reading import Read
    from recruitment.studies.imports.plans import Plan
    from recruitment.studies.imports.request import Request
    from reports.findings import Findings

Progress = Callable[[str], None]


def import_source(request: "Request", db: Path, doing: Progress) -> "Findings":
    """Import the source of ``request`` into the warehouse at ``db``.

    Args:
        request: What is to be imported.
        db: A warehouse.
        doing: Told what is being done, in a few words.

    Returns:
        ``imported`` (a row for each campaign or table), ``stages`` (people by stage and outcome)
        and ``findings`` (what the checks found and was kept with the data).

    Raises:
        UsageError: A file is not there, a name is missing, or what is there already would change.
        DataError: The source cannot be understood; every fault is in the details.
        CheckError: Its counts contradict each other.
        StorageError: The source cannot be read, or the warehouse cannot be changed.
    """
    from recruitment import warehouse

    with warehouse.open_warehouse(db) as con:
        known = _codes(con)
    checked_request(request)
    mapping = mapping_at(request.mapping)
    asked = Asked(request.layout, request.sheet, request.crosses, request.memory_limit)
    read = read_import(request.path, mapping, asked, doing)
    doing("checking the counts")
    plans = plans_of(read, request, known)
    if not request.accept:
        _refuse_contradictions(read.file, plans)
    doing("writing the warehouse")
    with warehouse.change(db, doing) as con:
        done = [_keep(con, plan, _entry(plan, read, request, mapping), request) for plan in plans]
    return imported(read, done)


def _codes(con: "duckdb.DuckDBPyConnection") -> list[str]:
    import queries

    return queries.campaigns(con)["campaign"].to_list()


def _refuse_contradictions(file: str, plans: "Sequence[Plan]") -> None:
    found = [each for plan in plans for each in plan.findings if each.contradiction]
    if found:
        error = CheckError(
            f"{file}: {len(found):,} contradiction{'s' * (len(found) != 1)} in the counts; nothing "
            "was imported: mend the source, or add --accept-contradictions to keep them as they are"
        )
        error.details = tuple(f"{each.place}: {each.finding}" for each in found)
        raise error


def _entry(plan: "Plan", read: "Read", request: "Request", mapping: "Mapping") -> records.Import:
    return records.Import(
        imported_at=records.now(),
        version=version("recruit"),
        action="imported",
        subject=plan.subject,
        campaign=plan.campaign,
        layout=read.layout,
        file=read.file,
        sha256=read.sha256,
        bytes=read.size,
        mapping=mapping.origin,
        mapping_sha256=mapping.sha256,
        options=request.options,
        rows_read=plan.rows_read,
        people=plan.people,
    )


def _keep(
    con: "duckdb.DuckDBPyConnection", plan: "Plan", entry: records.Import, request: "Request"
) -> Done:
    changes = plan.changes(con, entry)
    if changes is False:
        return Done(plan, "unchanged")
    if changes and not request.replace:
        raise UsageError(
            f"{plan.name} is in the warehouse already, with other counts; add --replace to replace "
            "it, or give another --campaign"
        )
    action: records.Action = "replaced" if changes else "imported"
    plan.store(con)
    adding.add_import(con, replace(entry, action=action), plan.findings)
    return Done(plan, action)
