"""``recruit retention``."""

from typing import TYPE_CHECKING, Annotated

import typer

from recruitment.cli import options

if TYPE_CHECKING:
    import altair as alt

    from reports.findings import Findings

TABLES = ("rows", "periods", "rates", "reasons")


def retention(
    unit: options.Units = None,
    role: options.Roles = None,
    period: Annotated[
        list[str] | None,
        typer.Option(
            "--period",
            metavar="PERIOD",
            help="Financial years, such as 2019-20, or days 2019-04-01..2020-03-31; repeatable.",
        ),
    ] = None,
    characteristic: options.Characteristics = None,
    headcount: Annotated[
        list[str] | None,
        typer.Option(
            "--headcount",
            metavar="GROUP=N",
            help="Mean headcount of a group in the one period and role; a bare N is everybody's.",
        ),
    ] = None,
    blank: options.NotStated = options.Blank.include,
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
    from recruitment.cli.values import mean_headcount, values
    from recruitment.studies.retention import retention as study
    from recruitment.warehouse import open_warehouse

    destination = Destination(
        output, output_format, TABLES, table, _chart, force=force, no_color=no_color
    )
    headcounts = values(headcount, "--headcount", mean_headcount)
    with open_warehouse(db, subjects=("campaigns", "workforce")) as con:
        findings = study(
            con,
            units=unit or (),
            roles=role or (),
            periods=period or (),
            characteristics=characteristic or (),
            headcounts=headcounts,
            blank=blank.value,
            confidence_level=confidence_level,
        )
    emit(findings, destination, own_data=db is not None)


def _chart(findings: "Findings") -> "alt.TopLevelMixin":
    from reports.charts.joiners_leavers import joiners_leavers_chart

    return joiners_leavers_chart(findings)
