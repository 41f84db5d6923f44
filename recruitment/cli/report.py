"""``recruit report``."""

import datetime as dt
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recruitment.cli import options

if TYPE_CHECKING:
    from recruitment.studies.publishing import Asked, Ready


def report(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", readable=False, help="With --check: what to attack."),
    ] = None,
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
    preset: options.DisclosurePreset = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Attack files that exist already, and write nothing."),
    ] = False,
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

    Findings first, then what each rests on. Without --output it is printed as Markdown. What is
    not public already is rounded and small counts are hidden (--preset public); before anything is
    written, an attacker reads the finished file and must fail to recover them.
    """
    from recruitment.studies.publishing import OPEN, PUBLIC, Asked

    policy = preset.value if preset else OPEN if db is None else PUBLIC
    asked = Asked(
        db=db,
        preset=policy,
        campaigns=tuple(campaign or ()),
        sections=tuple(section or ()),
        title=title,
        author=author,
        date=_date(date),
    )
    if check or files:
        _attack(files or [], asked, output, check=check)
        return
    if output is not None:
        _check(output, force=force)
    _write(asked, output)


def _write(asked: "Asked", output: Path | None) -> None:
    """Write or print the report, and say under which policy."""
    from recruitment.cli.files import write_whole
    from recruitment.cli.messages import tell
    from recruitment.cli.progress import progress
    from recruitment.studies.publishing import publish

    suffix = ".md" if output is None else output.suffix.lower()
    with progress() as doing:
        ready = publish(asked, suffix, output.name if output else "", doing)
    for hint in ready.hints:
        tell(f"hint: {hint}")
    with _placed(asked, ready, output):
        if output is None:
            sys.stdout.buffer.write(ready.content)
            sys.stdout.flush()
        else:
            write_whole(output, ready.content)
    tell(ready.policy)
    if output is not None:
        tell(f"wrote {output}")


def _placed(asked: "Asked", ready: "Ready", output: Path | None) -> AbstractContextManager[None]:
    """Keep what is published; what is looked at on a terminal is not."""
    from recruitment.studies.publishing import kept

    return nullcontext() if output is None and sys.stdout.isatty() else kept(asked, ready)


def _attack(files: list[Path], asked: "Asked", output: Path | None, *, check: bool) -> None:
    """Say of each file that nothing can be learnt from it, or refuse."""
    from recruitment.cli.messages import tell
    from recruitment.cli.progress import progress
    from recruitment.errors import UsageError
    from recruitment.studies.checking import check_files

    if not check:
        raise UsageError(f"{files[0]}: name the file to write with --output, or add --check")
    if not files:
        raise UsageError("--check attacks files; name one")
    given = (
        ("--output", output),
        ("--title", asked.title),
        ("--author", asked.author),
        ("--section", asked.sections),
        ("--date", asked.date),
    )
    if without := [name for name, value in given if value]:
        raise UsageError(f"--check reads files and writes none; leave out {', '.join(without)}")
    with progress() as doing:
        lines = check_files(files, asked, doing)
    for line in lines:
        tell(line)


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
