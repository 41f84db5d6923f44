"""``recruit forecast``."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from recruitment.cli import options
from recruitment.errors import UsageError

if TYPE_CHECKING:
    import altair as alt

    from reports.findings import Findings

HUNDRED = 100
Named = list[str] | None


def forecast(
    unit: options.Units = None,
    role: options.Roles = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar="PERIOD",
            help="When people joined and left, such as 2019-20; without it, the last on record.",
        ),
    ] = None,
    characteristic: options.Characteristics = None,
    headcount: options.Headcounts = None,
    area: options.Area = None,
    weights: options.Weights = None,
    target: Annotated[
        Named,
        typer.Option("--target", metavar="GROUP=SHARE", help="Another target, such as BAME=15%."),
    ] = None,
    benchmark_growth: Annotated[
        Named,
        typer.Option(
            "--benchmark-growth",
            metavar="GROUP=POINTS",
            help="Points by which the target grows each year, such as BAME=0.3.",
        ),
    ] = None,
    by: Annotated[
        int | None,
        typer.Option(
            "--by",
            metavar="YEAR",
            help="Which joiner share arrives by this year; without it, in ten years.",
        ),
    ] = None,
    joiner_share: Annotated[
        Named,
        typer.Option(
            "--joiner-share", metavar="GROUP=SHARE", help="What if, such as BAME=25% of joiners."
        ),
    ] = None,
    leaving_rate: Annotated[
        Named,
        typer.Option(
            "--leaving-rate",
            metavar="GROUP=RATE",
            help="What if so many left a year, such as BAME=3% or White=5%.",
        ),
    ] = None,
    intake: Annotated[
        str | None,
        typer.Option(
            "--intake",
            metavar="N|leavers",
            help="What if N joined a year, or as many as leave.",
        ),
    ] = None,
    years: Annotated[
        int, typer.Option("--years", metavar="N", help="How far to look, 1 to 100.")
    ] = 50,
    futures: Annotated[
        int, typer.Option("--futures", metavar="N", help="How many to simulate, 100 to 50,000.")
    ] = 10_000,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", help="The same seed gives the same figures.")
    ] = 2020,
    blank: options.NotStated = options.Blank.include,
    confidence_level: options.ConfidenceLevel = 0.95,
    db: options.Db = None,
    output_format: options.OutputFormat = options.Format.table,
    table: options.Table = None,
    output: options.Output = None,
    force: options.Force = False,
    no_color: options.NoColor = False,
) -> None:
    """Show when the workforce matches the community.

    If joiners and leavers go on as recorded, or as assumed: years to the target with an interval,
    where the share would settle, and the share of joiners it takes. The answer may be never.
    """
    from recruitment.cli.emit import Destination, emit
    from recruitment.cli.values import headcount as people
    from recruitment.cli.values import proportion, values
    from recruitment.studies.forecast import forecast as study
    from recruitment.warehouse import open_warehouse

    what_if = bool(joiner_share or leaving_rate or intake)
    destination = Destination(
        output,
        output_format,
        ("rows", "paths", "as_recorded") if what_if else ("rows", "paths"),
        table,
        _chart,
        force=force,
        no_color=no_color,
    )
    given = {
        "targets": values(target, "--target", proportion),
        "benchmark_growth": values(benchmark_growth, "--benchmark-growth", _points),
        "joiner_shares": values(joiner_share, "--joiner-share", proportion),
        "leaving_rates": values(leaving_rate, "--leaving-rate", proportion),
    }
    headcounts = values(headcount, "--headcount", people)
    mix = values(weights, "--weights", proportion)
    with open_warehouse(db, subjects=("campaigns", "workforce")) as con:
        findings = study(
            con,
            characteristics=characteristic or (),
            units=unit or (),
            roles=role or (),
            period=period,
            blank=blank.value,
            headcounts=headcounts,
            area=area,
            weights=mix or None,
            by=by,
            intake=_intake(intake),
            years=years,
            futures=futures,
            seed=seed,
            confidence_level=confidence_level,
            **given,
        )
    emit(findings, destination, own_data=db is not None)


def _points(text: str, written: str) -> float:
    try:
        points = float(text)
    except ValueError:
        points = float("nan")
    if not abs(points) <= HUNDRED:
        raise UsageError(f"{written}: growth is in percentage points a year, such as 0.3")
    return points


def _intake(text: str | None) -> float | Literal["leavers"] | None:
    from recruitment.cli.values import is_whole

    if text is None:
        return None
    if text.strip().casefold() == "leavers":
        return "leavers"
    number = text.strip()
    if not is_whole(number):
        raise UsageError(f"--intake {text}: write a number of people a year, or leavers")
    return float(number)


def _chart(findings: "Findings") -> "alt.TopLevelMixin":
    from reports.charts.forecast_fan import forecast_fan_chart

    return forecast_fan_chart(findings)
