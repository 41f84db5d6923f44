"""``recruit proportions``."""

from typing import TYPE_CHECKING, Annotated

import typer

from recruitment.cli import options

if TYPE_CHECKING:
    import altair as alt

    from reports.findings import Findings


def proportions(
    campaign: options.Campaigns = None,
    workforce: Annotated[
        bool,
        typer.Option("--workforce", help="The workforce by role; shown if no campaign is named."),
    ] = False,
    unit: options.Units = None,
    role: options.Roles = None,
    characteristic: options.Characteristics = None,
    headcount: options.Headcounts = None,
    area: options.Area = None,
    weights: options.Weights = None,
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
    """Show shares beside those of the community.

    Each stage of the campaigns named, or the workforce by role, is compared with the community
    served. Gaps are in percentage points; a share without a count is shown and not tested.
    """
    from recruitment.cli.emit import Destination, emit
    from recruitment.cli.opening import opened
    from recruitment.cli.values import headcount as people
    from recruitment.cli.values import proportion, values
    from recruitment.studies.proportions import proportions as study

    mix = values(weights, "--weights", proportion)
    destination = Destination(
        output,
        output_format,
        ("rows", "sensitivity") if mix else ("rows",),
        table,
        _chart,
        force=force,
        no_color=no_color,
    )
    headcounts = values(headcount, "--headcount", people)
    with opened(db, with_published=with_published, subjects=("campaigns", "workforce")) as con:
        findings = study(
            con,
            campaigns=campaign or (),
            workforce=workforce,
            characteristics=characteristic or (),
            units=unit or (),
            roles=role or (),
            headcounts=headcounts,
            area=area,
            weights=mix or None,
            blank=blank.value,
            confidence_level=confidence_level,
            corrected=corrected,
        )
    emit(findings, destination, own_data=db is not None)


def _chart(findings: "Findings") -> "alt.TopLevelMixin":
    from reports.charts.benchmark_dumbbell import benchmark_dumbbell_chart

    return benchmark_dumbbell_chart(findings)
