"""``recruit attrition``."""

from typing import TYPE_CHECKING, Annotated

import typer

from recruitment.cli import options

if TYPE_CHECKING:
    import altair as alt

    from reports.findings import Findings

TABLES = ("stages", "changes")


def attrition(
    campaign: options.Campaigns = None,
    characteristic: options.Characteristics = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="STAGE", help="Compare with this stage, not the last settled one."
        ),
    ] = None,
    blank: options.NotStated = options.Blank.include,
    confidence_level: options.ConfidenceLevel = 0.95,
    corrected: options.Corrected = False,
    db: options.Db = None,
    with_published: options.WithPublished = False,
    output_format: options.OutputFormat = options.Format.table,
    table: options.Table = None,
    output: options.Output = None,
    force: options.Force = False,
    no_color: options.NoColor = False,
) -> None:
    """Show representation by stage and its change.

    Representation is a group's share of those who entered a stage. Changes are in percentage
    points. Without --campaign, every campaign that has counts is shown.
    """
    from recruitment.cli.emit import Destination, emit
    from recruitment.cli.opening import opened
    from recruitment.studies.attrition import attrition as study

    destination = Destination(
        output, output_format, TABLES, table, _chart, force=force, no_color=no_color
    )
    with opened(db, with_published=with_published) as con:
        findings = study(
            con,
            campaigns=campaign or (),
            characteristics=characteristic or (),
            to_stage=to,
            blank=blank.value,
            confidence_level=confidence_level,
            corrected=corrected,
            table=destination.only_table,
        )
    emit(findings, destination, own_data=db is not None)


def _chart(findings: "Findings") -> "alt.TopLevelMixin":
    from reports.charts.representation import representation_chart

    return representation_chart(findings)
