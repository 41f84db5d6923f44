"""``recruit compare``."""

from typing import Annotated

import typer

from recruitment.cli import options

TABLES = ("rows", "trend", "pools")


def compare(
    campaigns: Annotated[
        list[str] | None,
        typer.Argument(metavar="CODE...", help="Two campaigns or more, such as LE19 LE19a PCDA."),
    ] = None,
    characteristic: options.Characteristics = None,
    reference: Annotated[
        str | None,
        typer.Option(
            "--reference",
            metavar="CATEGORY",
            help="Compare pass rates with this category, not with all who stated another answer.",
        ),
    ] = None,
    blank: Annotated[
        options.Blank | None,
        typer.Option(
            "--blank",
            help="Count Not stated among all others, or leave it out; by default it is in no pass "
            "rate, and among the applicants.",
        ),
    ] = None,
    confidence_level: options.ConfidenceLevel = 0.95,
    corrected: options.Corrected = False,
    db: options.Db = None,
    with_published: options.WithPublished = False,
    output_format: options.OutputFormat = options.Format.table,
    table: options.Table = None,
    output: options.TableOutput = None,
    force: options.Force = False,
    no_color: options.NoColor = False,
) -> None:
    """Show what several campaigns say together.

    Gaps in pass rates are pooled over the campaigns that have outcomes at a stage (Mantel and
    Haenszel). Beside them: whether the campaigns agree, trends in the order in which they opened,
    and who applied to each against those before.
    """
    from recruitment.cli.emit import Destination, emit
    from recruitment.cli.opening import opened
    from recruitment.studies.compare import compare as study

    destination = Destination(output, output_format, TABLES, table, force=force, no_color=no_color)
    with opened(db, with_published=with_published) as con:
        findings = study(
            con,
            campaigns=campaigns or (),
            characteristics=characteristic or (),
            reference=reference,
            blank=blank.value if blank else None,
            confidence_level=confidence_level,
            corrected=corrected,
            table=destination.only_table,
        )
    emit(findings, destination, own_data=db is not None)
