"""``recruit import``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recruitment.cli import options

if TYPE_CHECKING:
    from datetime import date


TABLES = ("imported", "stages", "findings")
ALREADY = "the import itself is done, and recruit log shows it"


class Layout(StrEnum):
    """The layouts that a source can have."""

    monitoring_table = "monitoring-table"
    stage_counts = "stage-counts"
    per_stage = "candidates-per-stage"
    furthest_stage = "candidates-furthest-stage"
    dates = "candidates-dates"
    workforce = "workforce"
    movements = "movements"
    populations = "populations"


class Engine(StrEnum):
    """Who counts candidates."""

    duckdb = "duckdb"
    spark = "spark"


def import_source(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="A file to read: .csv .tsv .txt .xlsx .xlsm .xls .ods or .parquet; of candidates "
            "also a folder, a pattern of names, FILE.duckdb::TABLE or, with --engine spark, what "
            "the cluster reads: hdfs://… s3a://… ::SCHEMA.TABLE.",
        ),
    ],
    db: options.ImportDb = None,
    campaign: Annotated[
        str | None,
        typer.Option("--campaign", metavar="CODE", help="What the campaign is called, as LE25."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="Its title in reports.")
    ] = None,
    route: Annotated[
        str | None,
        typer.Option("--route", metavar="TEXT", help="Who may apply, as 'Police constable'."),
    ] = None,
    opened: Annotated[
        str | None, typer.Option("--opened", metavar="DATE", help="When it opened: 2025-04-01.")
    ] = None,
    closed: Annotated[
        str | None, typer.Option("--closed", metavar="DATE", help="When it closed.")
    ] = None,
    as_at: Annotated[
        str | None, typer.Option("--as-at", metavar="DATE", help="The date the counts describe.")
    ] = None,
    submitted: Annotated[
        int | None,
        typer.Option("--submitted", min=0, metavar="N", help="Applications, withdrawn or not."),
    ] = None,
    withdrawn: Annotated[
        int | None,
        typer.Option("--withdrawn", min=0, metavar="N", help="Those withdrawn before the process."),
    ] = None,
    cite: Annotated[
        str | None,
        typer.Option("--source", metavar="TEXT", help="Where the counts come from, for reports."),
    ] = None,
    layout: Annotated[
        Layout | None,
        typer.Option("--layout", help="What the source is, where that is not recognised."),
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="The one sheet to read.")
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping",
            readable=False,
            metavar="FILE",
            help="What its words mean (.toml); --explain prints one to begin with.",
        ),
    ] = None,
    cross: Annotated[
        list[str] | None,
        typer.Option(
            "--cross",
            metavar="A,B",
            help="Keep an intersection, such as ethnicity,sex; repeatable.",
        ),
    ] = None,
    memory_limit: Annotated[
        str | None,
        typer.Option(
            "--memory-limit",
            metavar="SIZE",
            help="What counting may take, such as 2GB; of Spark, its driver on this machine, "
            "beside which workers of a cluster take what the cluster gives them.",
        ),
    ] = None,
    engine: Annotated[
        Engine,
        typer.Option("--engine", help="Who counts candidates: DuckDB here, or Apache Spark."),
    ] = Engine.duckdb,
    master: Annotated[
        str | None,
        typer.Option(
            "--master",
            metavar="URL",
            help="Where Spark runs: local[4] (this machine), spark://HOST:7077, yarn, k8s://… or "
            "sc://HOST:15002 (Spark Connect).",
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print the mapping it would use; import nothing.")
    ] = False,
    accept: Annotated[
        bool,
        typer.Option(
            "--accept-contradictions", help="Import counts that contradict each other, as they are."
        ),
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace the counts that are there already.")
    ] = False,
    output_format: options.OutputFormat = options.Format.table,
    table: options.Table = None,
    output: options.TableOutput = None,
    force: options.Force = False,
    no_color: options.NoColor = False,
) -> None:
    """Import a campaign, the workforce, movements or populations.

    The layout is recognised: a monitoring table as reports print it, tidy counts, or candidates,
    who are counted; no row about a person is stored. Whatever cannot be understood is listed, and
    nothing is imported then.
    """
    from recruitment.cli.emit import Destination, already_done, emit
    from recruitment.cli.files import check_not_written_over
    from recruitment.cli.progress import progress
    from recruitment.cli.values import calendar_date
    from recruitment.errors import UsageError
    from recruitment.studies.imports import (
        Request,
        check_output,
        explained,
        import_source,
        imported,
    )

    def on(text: str | None, option: str) -> "date | None":
        return None if text is None else calendar_date(text, option)

    path = Path(source)
    kept = {"the source itself": path, "the mapping": mapping, "the warehouse": db}
    check_not_written_over(output, kept)
    check_output(output, path)
    destination = Destination(
        output,
        output_format,
        TABLES,
        table,
        force=force,
        no_color=no_color,
        may_be_empty=True,
    )
    request = Request(
        path=path,
        typed=source,
        campaign=campaign,
        title=title,
        route=route,
        opened=on(opened, "--opened"),
        closed=on(closed, "--closed"),
        as_at=on(as_at, "--as-at"),
        submitted=submitted,
        withdrawn=withdrawn,
        cite=cite,
        layout=None if layout is None else layout.value.replace("-", " "),
        sheet=sheet,
        mapping=mapping,
        crosses=tuple(tuple(part.strip() for part in each.split(",")) for each in cross or ()),
        memory_limit=memory_limit,
        engine=None if engine is Engine.duckdb else engine.value,
        master=master,
        accept=accept,
        replace=replace,
    )
    if explain:
        if output or table or output_format is not options.Format.table:
            raise UsageError("--explain prints a mapping file; leave --output and --format out")
        with progress() as doing:
            text = explained(request, doing)
        typer.echo(text, nl=False)
        return
    if db is None:
        raise UsageError("name your warehouse with --db; recruit init FILE makes one")
    with progress() as doing:
        read, done = import_source(request, db, doing)
    with already_done(ALREADY):
        emit(imported(read, done), destination, own_data=True)
