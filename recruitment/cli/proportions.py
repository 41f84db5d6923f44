"""``recruit proportions``."""

from typing import TYPE_CHECKING, Annotated

import typer

from recruitment.cli import options

if TYPE_CHECKING:
    import altair as alt

    from reports.findings import Findings

MOST_DIGITS = 9


def proportions(
    campaign: options.Campaigns = None,
    workforce: Annotated[
        bool,
        typer.Option("--workforce", help="The workforce by role; shown if no campaign is named."),
    ] = False,
    unit: Annotated[
        list[str] | None,
        typer.Option("--unit", metavar="NAME", help="A unit of the workforce; repeatable."),
    ] = None,
    role: Annotated[
        list[str] | None,
        typer.Option(
            "--role", metavar="NAME", help="A role, such as 'Police officer'; repeatable."
        ),
    ] = None,
    headcount: Annotated[
        list[str] | None,
        typer.Option(
            "--headcount",
            metavar="ROLE=N",
            help="How many hold a role whose shares are printed without counts; repeatable.",
        ),
    ] = None,
    characteristic: options.Characteristics = None,
    area: Annotated[
        str | None,
        typer.Option("--area", metavar="NAME", help="Whose community to compare with."),
    ] = None,
    weights: Annotated[
        list[str] | None,
        typer.Option(
            "--weights",
            metavar="AREA=SHARE,...",
            help="Compare with areas mixed, such as city=.32,county=.64,rutland=.04.",
        ),
    ] = None,
    blank: Annotated[
        options.Blank,
        typer.Option("--blank", help="Count Not stated in the total, or leave it out."),
    ] = options.Blank.include,
    confidence_level: options.ConfidenceLevel = 0.95,
    corrected: options.Corrected = False,
    db: options.Db = None,
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
    from recruitment.cli.values import assigned, proportion
    from recruitment.studies.proportions import proportions as study
    from recruitment.warehouse import open_warehouse

    mix = {
        name: proportion(text, f"--weights {name}".strip())
        for name, text in assigned(weights or (), "--weights").items()
    }
    destination = Destination(
        output,
        output_format,
        ("rows", "sensitivity") if mix else ("rows",),
        table,
        _chart,
        force=force,
        no_color=no_color,
    )
    headcounts = {
        role: _people(role, text) for role, text in assigned(headcount or (), "--headcount").items()
    }
    with open_warehouse(db, subjects=("campaigns", "workforce")) as con:
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


def _people(role: str, text: str) -> int:
    from recruitment.errors import UsageError

    # More digits than any workforce has would not fit where counts are kept.
    if not text.isdecimal() or len(text) > MOST_DIGITS:
        raise UsageError(f"--headcount {role}={text}: a headcount is a whole number above 0")
    return int(text)


def _chart(findings: "Findings") -> "alt.TopLevelMixin":
    from reports.charts.benchmark_dumbbell import benchmark_dumbbell_chart

    return benchmark_dumbbell_chart(findings)
