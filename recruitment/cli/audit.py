"""``recruit audit``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recruitment.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reports.findings import Findings

TABLES = ("findings", "summary", "unchecked")


class FailOn(StrEnum):
    """From which severity on the exit code is 4."""

    truncated = "truncated"
    material = "material"
    never = "never"


def audit(
    report: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            readable=False,
            help="A report of your own: .docx .xlsx .xls .ods .html .md .txt or .csv; without it, "
            "the packaged reports.",
        ),
    ] = None,
    campaign: options.Campaigns = None,
    fail_on: Annotated[
        FailOn,
        typer.Option("--fail-on", help="Leave with exit code 4 when anything so wrong is found."),
    ] = FailOn.material,
    db: options.Db = None,
    output_format: options.OutputFormat = options.Format.table,
    table: options.Table = None,
    output: options.TableOutput = None,
    force: options.Force = False,
    no_color: options.NoColor = False,
) -> None:
    """Recompute what a report prints, from its own counts.

    Every percentage, flow, total, change and list is looked at, and every sentence that makes a
    claim; what is wrong is shown with how it may have come about. The exit code is 4 when anything
    material is found. A report of your own is read and never changed.
    """
    from recruitment.cli.emit import Destination, emit
    from recruitment.cli.files import check_not_written_over
    from recruitment.errors import CheckError
    from recruitment.studies.audit import worst

    check_not_written_over(output, {"the report itself": report})
    destination = Destination(output, output_format, TABLES, table, force=force, no_color=no_color)
    findings = _audited(report, campaign or (), db)
    emit(findings, destination, own_data=db is not None or report is not None)
    if fail_on is not FailOn.never and (wrong := worst(findings, at_least=fail_on.value)):
        raise CheckError(f"{wrong} (--fail-on never leaves with 0)")


def _audited(report: Path | None, campaigns: "Sequence[str]", db: Path | None) -> "Findings":
    from recruitment import published
    from recruitment.errors import UsageError
    from recruitment.studies.audit import audit as study
    from recruitment.studies.audit import audit_document
    from recruitment.warehouse import open_warehouse

    if report is None:
        with open_warehouse(db, subjects=published.ALL) as con:
            return study(con, campaigns=campaigns)
    if campaigns:
        raise UsageError("--campaign is for the packaged reports; a file is audited whole")
    return audit_document(report)
