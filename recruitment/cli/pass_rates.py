"""``recruit pass-rates``."""

from typing import TYPE_CHECKING, Annotated

import typer

from recruitment.cli import options

if TYPE_CHECKING:
    import altair as alt

    from reports.findings import Findings


def pass_rates(
    campaign: options.Campaigns = None,
    characteristic: options.Characteristics = None,
    reference: Annotated[
        str | None,
        typer.Option(
            "--reference",
            metavar="CATEGORY",
            help="Compare with this category, not with all who stated another answer.",
        ),
    ] = None,
    blank: Annotated[
        options.Blank,
        typer.Option(
            "--blank", help="Count Not stated among those compared with, or leave it out."
        ),
    ] = options.Blank.exclude,
    bounds: Annotated[
        bool, typer.Option("--bounds", help="Add what the people who did not state could change.")
    ] = False,
    screen: Annotated[
        bool,
        typer.Option("--screen", help="Adjust p for screening (Benjamini-Hochberg), not claims."),
    ] = False,
    confidence_level: options.ConfidenceLevel = 0.95,
    corrected: options.Corrected = False,
    chart: Annotated[
        options.PassRateChart, typer.Option("--chart", help="Which chart --output draws.")
    ] = options.PassRateChart.gaps,
    db: options.Db = None,
    with_published: options.WithPublished = False,
    output_format: options.OutputFormat = options.Format.table,
    table: options.Table = None,
    output: options.Output = None,
    force: options.Force = False,
    no_color: options.NoColor = False,
) -> None:
    """Show the gap in pass rates by stage and overall.

    Each group is compared with everyone who stated another answer. Gaps are in percentage points;
    a reading says what the evidence carries.
    """
    from recruitment.cli.emit import Destination, emit
    from recruitment.cli.opening import opened
    from recruitment.studies.pass_rates import pass_rates as study

    with_bounds = bounds or chart is options.PassRateChart.blanks
    destination = Destination(
        output,
        output_format,
        ("rows", "bounds") if with_bounds else ("rows",),
        table,
        lambda findings: _chart(findings, chart),
        force=force,
        no_color=no_color,
    )
    with opened(db, with_published=with_published) as con:
        findings = study(
            con,
            campaigns=campaign or (),
            characteristics=characteristic or (),
            reference=reference,
            blank=blank.value,
            bounds=with_bounds,
            screen=screen,
            confidence_level=confidence_level,
            corrected=corrected,
        )
    emit(findings, destination, own_data=db is not None)


def _chart(findings: "Findings", kind: options.PassRateChart) -> "alt.TopLevelMixin":
    match kind:
        case options.PassRateChart.gaps:
            from reports.charts.pass_rate_gaps import pass_rate_gaps_chart

            return pass_rate_gaps_chart(findings)
        case options.PassRateChart.funnel:
            from reports.charts.funnel import funnel_chart

            return funnel_chart(findings)
        case options.PassRateChart.blanks:
            from reports.charts.blank_sensitivity import blank_sensitivity_chart

            return blank_sensitivity_chart(findings)
