"""What was imported, for people to compare with their source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recruitment.studies.imports.plans import OUTCOMES
from reports.findings import Findings
from reports.layouts.imports import MOST_STAGES
from reports.wording import counted, listed

if TYPE_CHECKING:
    import polars as pl

    from recruitment.ingest.reading import Read
    from recruitment.studies.imports.plans import Plan

# More campaigns are told by the first and the last of them.
MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Done:
    """One thing, what became of it (``imported``, ``replaced``, ``unchanged``), and a note."""

    plan: "Plan"
    action: str
    note: str | None = None


def imported(read: "Read", done: Sequence[Done]) -> Findings:
    """Return what was imported, its stages, and what the checks found in it.

    Args:
        read: What was read.
        done: What became of it.

    Returns:
        ``imported`` (a row for each campaign or table), ``stages`` (people by stage and outcome)
        and ``findings`` (what the checks found and was kept with the data).
    """
    return Findings(
        question="import",
        title=f"Import: {read.file}",
        source=f"{read.file}, SHA-256 {read.sha256}",
        as_at=None,
        notes=tuple(dict.fromkeys(_notes(read, done))),
        tables={
            "imported": _imported(read, done),
            "stages": _stages(done),
            "findings": _findings(done),
        },
        headline=_headline(read, done),
    )


def _headline(read: "Read", done: Sequence[Done]) -> str:
    by_action: dict[str, list[str]] = {}
    for each in done:
        by_action.setdefault(each.action, []).append(each.plan.name)
    said = "; ".join(f"{action}: {_called(names)}" for action, names in by_action.items())
    return f"Read as {read.layout}. {said[0].upper()}{said[1:]}"


def _called(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED:
        return listed(names)
    return f"{len(names):,} campaigns, from {names[0]} to {names[-1]}"


def _notes(read: "Read", done: Sequence[Done]) -> Iterator[str]:
    yield from read.remarks
    by_note: dict[str, list[str]] = {}
    for each in done:
        for note in each.plan.notes:
            by_note.setdefault(note, []).append(each.plan.name)
    for note, names in by_note.items():
        yield note if len(names) == len(done) else f"{_called(names)}: {note}"
    yield from (each.note for each in done if each.note is not None)
    if sum(len(each.plan.stage_rows) for each in done) > MOST_STAGES:
        yield "People by stage of one of them: recruit attrition --db FILE --campaign CODE."
    kept = sum(finding.contradiction for each in done for finding in each.plan.findings)
    if kept:
        said = counted(kept, "contradiction")
        yield f"{said} kept with the data; recruit check shows them again."
    if all(each.action == "unchanged" for each in done):
        yield "The same source with the same options is in the warehouse already: nothing changed."


def _imported(read: "Read", done: Sequence[Done]) -> "pl.DataFrame":
    import polars as pl

    rows = [
        {
            "subject": each.plan.subject,
            "campaign": each.plan.campaign,
            "layout": read.layout,
            "action": each.action,
            "rows_read": each.plan.rows_read,
            "people": each.plan.people,
            "file": read.file,
            "sha256": read.sha256,
        }
        for each in done
    ]
    return pl.DataFrame(rows, schema_overrides={"campaign": pl.String, "people": pl.Int64})


def _stages(done: Sequence[Done]) -> "pl.DataFrame":
    import polars as pl

    schema = {"campaign": pl.String, "stage": pl.String, "stage_order": pl.Int64}
    schema |= dict.fromkeys(OUTCOMES, pl.Int64)
    rows = [row for each in done for row in each.plan.stage_rows]
    return pl.DataFrame(rows, schema=schema)


def _findings(done: Sequence[Done]) -> "pl.DataFrame":
    import polars as pl

    rows: list[dict[str, Any]] = [
        {
            "subject": each.plan.name,
            "check": finding.check_name,
            "place": finding.place,
            "finding": finding.finding,
            "standing": "accepted" if finding.contradiction else "advice",
        }
        for each in done
        for finding in each.plan.findings
    ]
    names = ("subject", "check", "place", "finding", "standing")
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String))
