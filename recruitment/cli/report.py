"""``recruit report``."""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from recruitment.cli import options


def report(
    campaign: options.Campaigns = None,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            metavar="KEY",
            help="A section, such as le19, retention or data-quality; repeatable.",
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="The title of the report.")
    ] = None,
    author: Annotated[
        str, typer.Option("--author", metavar="NAME", help="Who signs the report.")
    ] = "",
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DATE",
            help="The date of the report, such as 2020-06-15; without it, the latest in the data.",
        ),
    ] = None,
    db: options.Db = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", readable=False, metavar="FILE", help="Write a file; its suffix says which."
        ),
    ] = None,
    force: options.Force = False,
) -> None:
    """Write the panel report: every campaign, the workforce, joiners and leavers, in words.

    Findings first, then what each rests on. Without --output it is printed as Markdown.
    """
    from recruitment import published
    from recruitment.cli.emit import UNPROTECTED
    from recruitment.cli.files import write_whole
    from recruitment.cli.messages import tell
    from recruitment.studies.report import OPEN
    from recruitment.studies.report import report as study
    from recruitment.warehouse import open_warehouse
    from reports.renderers import renderer
    from reports.report.assembly import TITLE

    if output is not None:
        _check(output, force=force)
    dated = _date(date)
    with open_warehouse(db, subjects=published.ALL) as con:
        found = study(
            con,
            campaigns=campaign or (),
            sections=section or (),
            title=TITLE if title is None else title,
            author=author,
            date=dated,
            policy=OPEN if db is None else UNPROTECTED,
        )
    if output is None:
        sys.stdout.buffer.write(renderer(".md")(found))
        return
    write_whole(output, renderer(output.suffix.lower())(found))
    tell(f"wrote {output}")


def _check(output: Path, *, force: bool) -> None:
    """Refuse what cannot be written, or not with what is installed, before any work is done."""
    from recruitment.cli.files import check_target
    from recruitment.errors import UsageError
    from reports.renderers import MODULES, missing_extra

    check_target(output, tuple(MODULES), force=force)
    suffix = output.suffix.lower()
    if extra := missing_extra(suffix):
        raise UsageError(
            f"{output}: {suffix} needs the extra {extra!r}, which is not installed; "
            f"pip install '.[{extra}]' in the copy it came from, or choose another format"
        )


def _date(text: str | None) -> dt.date | None:
    from recruitment.errors import UsageError

    try:
        return None if text is None else dt.date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"--date {text!r} is no date; write it like 2020-06-15") from None
