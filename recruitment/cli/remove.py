"""``recruit remove``."""

from enum import StrEnum
from typing import Annotated

import typer

from recruitment.cli import options


class Subject(StrEnum):
    """What a warehouse holds beside campaigns."""

    workforce = "workforce"
    movements = "movements"
    populations = "populations"


def remove(
    db: options.OwnDb,
    campaign: options.Campaigns = None,
    subject: Annotated[
        list[Subject] | None,
        typer.Option("--subject", help="All rows of a kind; repeatable."),
    ] = None,
) -> None:
    """Remove campaigns, or the workforce, movements or populations, without a trace.

    Nothing of them is left in the file: not their rows, not the names of their sources. The log
    says only that something was removed. Copies made with recruit backup are not touched.
    """
    from recruitment.cli.messages import tell
    from recruitment.studies.removals import remove as study

    for removed in study(
        db,
        campaigns=campaign or (),
        subjects=[each.value for each in subject or ()],
        tell=tell,
    ):
        tell(f"removed {removed}")
