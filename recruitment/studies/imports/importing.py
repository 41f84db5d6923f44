"""One import from beginning to end: read, check, then refuse or keep."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment.errors import CheckError, StorageError, UsageError
from recruitment.ingest.asked import Asked
from recruitment.ingest.reading import mapping_at, read_import
from recruitment.studies.imports.clusters import cluster_of
from recruitment.studies.imports.naming import wanted_code
from recruitment.studies.imports.planning import check_request, plans_of
from recruitment.studies.imports.results import Done
from recruitment.warehouse import adding, records

if TYPE_CHECKING:
    import duckdb

    from recruitment.ingest.mapping.mapping import Mapping
    from recruitment.ingest.reading import Read
    from recruitment.studies.imports.plans import Plan, Plans
    from recruitment.studies.imports.request import Request

Progress = Callable[[str], None]


def import_source(request: "Request", db: Path, doing: Progress) -> "tuple[Read, list[Done]]":
    """Import the source of ``request`` into the warehouse at ``db``.

    Args:
        request: What is to be imported.
        db: A warehouse.
        doing: Told what is being done, in a few words.

    Returns:
        What was read, and what became of each campaign or table in it; `imported` tells of both.

    Raises:
        UsageError: A file is not there, a name is missing, or what is there already would change.
        DataError: The source cannot be understood; every fault is in the details.
        CheckError: Its counts contradict each other.
        StorageError: The source cannot be read, or the warehouse cannot be changed, or has been
            meanwhile.
    """
    from recruitment import warehouse

    check_request(request)
    if request.campaign is not None:
        request = replace(request, campaign=wanted_code(request.campaign))
    with warehouse.open_warehouse(db) as con:
        known = _campaigns(con)
    mapping = mapping_at(request.mapping)
    asked = _asked(request)
    read = read_import(request.path, mapping, asked, doing)
    doing("checking the counts")
    plans = plans_of(read, request, known)
    if not request.accept:
        _refuse_contradictions(read.file, plans.each)
    doing("writing the warehouse")
    with warehouse.change(db, doing) as con:
        _check_unchanged(db, plans.each, known, _campaigns(con))
        done = _keep(con, plans, read, request, mapping)
    return read, done


def _asked(request: "Request") -> Asked:
    return Asked(
        request.layout,
        request.sheet,
        request.crosses,
        request.memory_limit,
        request.campaign,
        cluster_of(request),
    )


def _campaigns(con: "duckdb.DuckDBPyConnection") -> dict[str, records.Campaign]:
    names = [each.name for each in fields(records.Campaign)]
    rows = con.table("campaigns").select(*names).fetchall()
    return {row[0]: records.Campaign(*row) for row in rows}


def _check_unchanged(
    db: Path,
    plans: "Sequence[Plan]",
    before: dict[str, records.Campaign],
    now: dict[str, records.Campaign],
) -> None:
    """Refuse to write over what another import has brought in since the source was read."""
    codes = {plan.campaign.casefold() for plan in plans if plan.campaign}
    ours, theirs = (
        {code: row for code, row in each.items() if code.casefold() in codes}
        for each in (before, now)
    )
    if ours != theirs:
        raise StorageError(f"{db} was changed by another import meanwhile; try again")


def _refuse_contradictions(file: str, plans: "Sequence[Plan]") -> None:
    found = [each for plan in plans for each in plan.findings if each.contradiction]
    if found:
        error = CheckError(
            f"{file}: {len(found):,} contradiction{'s' * (len(found) != 1)} in the counts; nothing "
            "was imported: mend the source, or add --accept-contradictions to keep them as they are"
        )
        error.details = tuple(f"{each.place}: {each.finding}" for each in found)
        raise error


def _entry(
    plan: "Plan", action: records.Action, read: "Read", request: "Request", mapping: "Mapping"
) -> records.Import:
    return records.Import(
        imported_at=records.now(),
        version=version("recruit"),
        action=action,
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
    con: "duckdb.DuckDBPyConnection",
    plans: "Plans",
    read: "Read",
    request: "Request",
    mapping: "Mapping",
) -> list[Done]:
    changes = plans.changes(con)
    if not request.replace:
        _refuse_changes(plan for plan in plans.each if changes.get(plan.name))
    actions: dict[str, records.Action] = {
        plan.name: "replaced" if plan.name in changes else "imported"
        for plan in plans.each
        if request.replace or plan.name not in changes
    }
    notes: dict[str, str] = {}
    if actions:
        kept = plans.only(actions)
        kept.store(con)
        notes = kept.beside(con, read.sha256)
        entries = (
            (_entry(plan, actions[plan.name], read, request, mapping), plan.findings)
            for plan in kept.each
        )
        adding.add_imports(con, list(entries))
    return [
        Done(plan, actions.get(plan.name, "unchanged"), notes.get(plan.name)) for plan in plans.each
    ]


def _refuse_changes(changed: "Iterable[Plan]") -> None:
    for plan in changed:
        other = ", or give another --campaign" if plan.campaign else ""
        raise UsageError(
            f"{plan.name} is in the warehouse already, and would change; add --replace to replace "
            f"what is there{other}"
        )
