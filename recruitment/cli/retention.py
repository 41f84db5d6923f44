"""``recruit retention``."""

from typing import TYPE_CHECKING, Annotated

import typer

from recruitment.cli import options

if TYPE_CHECKING:
    import altair as alt

    from reports.findings import Findings

TABLES = ("rows", "periods", "rates", "reasons")


def retention(
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="NAME", help="Of this unit alone.")
    ] = None,
    role: Annotated[
        str | None, typer.Option("--role", metavar="NAME", help="Of this role alone.")
    ] = None,
    period: Annotated[
        list[str] | None,
        typer.Option(
            "--period",
            metavar="PERIOD",
            help="2019-20, 2010-20, or days 2019-04-01..2020-03-31; repeatable.",
        ),
    ] = None,
    characteristic: options.Characteristics = None,
    headcount: Annotated[
        list[str] | None,
        typer.Option(
            "--headcount",
            metavar="GROUP=NUMBER",
            help="Mean headcount in the one period and role; a bare number is everybody's.",
        ),
    ] = None,
    blank: Annotated[
        options.Blank,
        typer.Option("--blank", help="Count Not stated in the denominators of shares, or not."),
    ] = options.Blank.include,
    confidence_level: options.ConfidenceLevel = 0.95,
    db: options.Db = None,
    output_format: options.OutputFormat = options.Format.table,
    table: options.Table = None,
    output: options.Output = None,
    force: options.Force = False,
    no_color: options.NoColor = False,
) -> None:
    """Show who joined and who left: numbers, make-up and leaving rates.

    Counts by period, compared after taking periods inside longer ones out of them. A leaving rate
    takes headcount; without it nothing is said about retention.
    """
    from recruitment.cli.emit import Destination, emit
    from recruitment.cli.values import assigned
    from recruitment.studies.retention import retention as study
    from recruitment.warehouse import open_warehouse

    destination = Destination(
        output, output_format, TABLES, table, _chart, force=force, no_color=no_color
    )
    given = {
        name: _people(number) for name, number in assigned(headcount or (), "--headcount").items()
    }
    with open_warehouse(db, ("campaigns", "workforce")) as con:
        findings = study(
            con,
            unit=unit,
            role=role,
            periods=period or (),
            characteristics=characteristic or (),
            headcount=given,
            blank=blank.value,
            confidence_level=confidence_level,
        )
    emit(findings, destination, own_data=db is not None)


def _people(number: str) -> float:
    """Return a mean headcount, which need not be whole."""
    from math import isfinite, nan

    from recruitment.errors import UsageError

    try:
        people = float(number)
    except ValueError:
        people = nan
    if not (isfinite(people) and people > 0):
        raise UsageError(f"--headcount {number}: a mean headcount is a number above 0, such as 180")
    return people


def _chart(findings: "Findings") -> "alt.TopLevelMixin":
    from reports.charts.joiners_leavers import joiners_leavers_chart

    return joiners_leavers_chart(findings)
