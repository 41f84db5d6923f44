"""``recruit trend``."""

from typing import TYPE_CHECKING, Annotated

import typer

from recruitment.cli import options

if TYPE_CHECKING:
    import altair as alt

    from reports.findings import Findings


def trend(
    of: Annotated[
        str,
        typer.Option(
            "--of",
            metavar="MEASURE",
            help="A share over campaigns (applicants, pass-rate), periods (joiners, leavers) or "
            "dates (workforce).",
        ),
    ] = "applicants",
    campaign: options.Campaigns = None,
    stage: Annotated[
        str | None,
        typer.Option(
            "--stage",
            metavar="STAGE",
            help="Of campaigns: this stage; without it the first, or for pass rates all together.",
        ),
    ] = None,
    unit: options.Units = None,
    role: options.Roles = None,
    characteristic: options.Characteristics = None,
    blank: Annotated[
        options.Blank | None,
        typer.Option(
            "--blank", help="Count Not stated in the denominator (the default), or leave it out."
        ),
    ] = None,
    corrected: options.Corrected = False,
    db: options.Db = None,
    with_published: options.WithPublished = False,
    output_format: options.OutputFormat = options.Format.table,
    table: options.Table = None,
    output: options.Output = None,
    force: options.Force = False,
    no_color: options.NoColor = False,
) -> None:
    """Show a share over campaigns or periods as a process chart.

    Each point stands beside the mean of all and limits of three standard deviations. Signals are
    found by rule and named: outside limits, step shift, sustained trend; else stable.
    """
    from recruitment.cli.emit import Destination, emit
    from recruitment.cli.opening import opened
    from recruitment.studies.trend import trend as study

    destination = Destination(
        output,
        output_format,
        ("rows", "readings"),
        table,
        _chart,
        force=force,
        no_color=no_color,
    )
    with opened(db, with_published=with_published, subjects=("campaigns", "workforce")) as con:
        findings = study(
            con,
            of=of,
            campaigns=campaign or (),
            characteristics=characteristic or (),
            stage=stage,
            units=unit or (),
            roles=role or (),
            blank=blank.value if blank else None,
            corrected=corrected,
        )
    emit(findings, destination, own_data=db is not None)


def _chart(findings: "Findings") -> "alt.TopLevelMixin":
    from reports.charts.process_chart import process_chart

    return process_chart(findings)
