"""``recruit check``."""

from enum import StrEnum
from typing import Annotated

import typer

from recruitment.cli import options

TABLES = ("findings", "summary")


class FailOn(StrEnum):
    """What leaves with exit code 4."""

    contradiction = "contradiction"
    any = "any"
    never = "never"


def check(
    campaign: options.Campaigns = None,
    fail_on: Annotated[
        FailOn,
        typer.Option(
            "--fail-on",
            help="Leave with exit code 4 for contradictions that were not accepted at import, for "
            "advice as well, or never.",
        ),
    ] = FailOn.contradiction,
    adopt: Annotated[
        bool,
        typer.Option(
            "--adopt", help="Trust a warehouse that something else has changed, if it is sound."
        ),
    ] = False,
    corrected: options.Corrected = False,
    db: options.Db = None,
    output_format: options.OutputFormat = options.Format.table,
    table: options.Table = None,
    output: options.TableOutput = None,
    force: options.Force = False,
    no_color: options.NoColor = False,
) -> None:
    """Check that counts fit each other, and that what is printed fits the counts.

    Categories add up, nobody appears at a later stage who was not at the one before, and those who
    failed, wait or withdrew are missing from the next. The exit code is 4 where counts contradict
    each other that were not accepted at import.
    """
    from recruitment import published
    from recruitment.cli.emit import Destination, emit
    from recruitment.errors import CheckError, UsageError
    from recruitment.studies.check import check as study
    from recruitment.studies.check import failing
    from recruitment.warehouse import open_warehouse

    destination = Destination(
        output,
        output_format,
        TABLES,
        table,
        force=force,
        no_color=no_color,
        may_be_empty=True,
    )
    if adopt:
        if db is None:
            raise UsageError("--adopt is for a warehouse of your own; name it with --db FILE")
        from recruitment.cli.messages import tell
        from recruitment.warehouse import adopt as adopted

        adopted(db, tell)
        tell(f"{db} is trusted again: its rows keep the rules, and its people are all there")
    with open_warehouse(db, subjects=published.ALL) as con:
        findings = study(con, campaigns=campaign or (), corrected=corrected)
    emit(findings, destination, own_data=db is not None)
    wrong = "" if fail_on is FailOn.never else failing(findings, advice=fail_on is FailOn.any)
    if wrong:
        raise CheckError(f"{wrong} (--fail-on never leaves with 0)")
