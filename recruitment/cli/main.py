"""The program ``recruit``: its commands, and what each kind of failure looks like outside.

An error is one line on stderr. Exit codes: 0 done, 1 a defect of ours, 2 usage, 3 data the command
cannot use, 4 a check found material problems, 5 storage, 130 interrupted, 143 terminated.
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from recruitment.cli.attrition import attrition
from recruitment.cli.audit import audit
from recruitment.cli.backup import backup
from recruitment.cli.campaigns import campaigns
from recruitment.cli.check import check
from recruitment.cli.compare import compare
from recruitment.cli.forecast import forecast
from recruitment.cli.import_source import import_source
from recruitment.cli.init import init
from recruitment.cli.log import log
from recruitment.cli.messages import open_closed_streams, tell
from recruitment.cli.pass_rates import pass_rates
from recruitment.cli.proportions import proportions
from recruitment.cli.remove import remove
from recruitment.cli.report import report
from recruitment.cli.retention import retention
from recruitment.cli.signals import INTERRUPTED, end_as_interrupted, interruption
from recruitment.cli.trend import trend
from recruitment.errors import StorageError, UserError

DEFECT = 1

app = typer.Typer(
    name="recruit",
    help="Who gets through a recruitment campaign, who does not, and is it more than chance?",
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(campaigns)
app.command()(attrition)
app.command()(pass_rates)
app.command()(compare)
app.command()(proportions)
app.command()(retention)
app.command()(trend)
app.command()(forecast)
app.command()(audit)
app.command()(init)
app.command("import")(import_source)
app.command()(check)
app.command()(log)
app.command()(remove)
app.command()(backup)
app.command()(report)


def _print_version(*, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"recruit {version('recruit')}")
        raise typer.Exit


@app.callback()
def recruit(
    show_version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Print the version."
        ),
    ] = False,
) -> None:
    """Who gets through a recruitment campaign, who does not, and is it more than chance?"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code; nothing but one line tells of a failure."""
    end_as_interrupted()
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    open_closed_streams()
    try:
        code = app(args=list(arguments) or ["--help"], prog_name="recruit", standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001 - no tracebacks
        respond = next(each for kinds, each in RESPONSES if isinstance(error, kinds))
        return respond(error)
    if code == INTERRUPTED:
        # Typer has caught Ctrl-C, and says nothing.
        return _interrupted(KeyboardInterrupt())
    return code if isinstance(code, int) else 0


def _fail(message: str, code: int) -> int:
    tell(f"recruit: {message}")
    return code


def _user_error(error: BaseException) -> int:
    for line in getattr(error, "details", ()):
        tell(line)
    return _fail(str(error), getattr(error, "exit_code", UserError.exit_code))


def _usage_error(error: BaseException) -> int:
    text = getattr(error, "format_message", lambda: str(error))()
    return _fail(f"{text} Try 'recruit --help'.", getattr(error, "exit_code", UserError.exit_code))


def _interrupted(_: BaseException) -> int:
    return _fail(*interruption())


def _reader_gone(_: BaseException) -> int:
    """Leave without a word: whatever is still buffered has nowhere to go."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _storage_error(error: BaseException) -> int:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return _fail(f"the output cannot be written: {reason}", StorageError.exit_code)


def _runtime_error(error: BaseException) -> int:
    """DuckDB turns Ctrl-C into an error of its own."""
    return _interrupted(error) if "interrupted" in str(error) else _defect(error)


def _defect(error: BaseException) -> int:
    """Say what kind of failure and where, but no value: it could be about a person."""
    if "RECRUIT_DEBUG" in os.environ:
        raise error
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_globals.get('__name__')}:{frame.tb_lineno}" if frame else "?"
    return _fail(
        f"a defect of ours: {type(error).__name__} in {where}; please report it "
        "(RECRUIT_DEBUG=1 shows the details)",
        DEFECT,
    )


# The first kind that fits decides. Typer leaves by SystemExit when the reader of the pipe has
# gone, and only then.
RESPONSES: tuple[tuple[tuple[type[BaseException], ...], Callable[[BaseException], int]], ...] = (
    ((UserError,), _user_error),
    ((TyperException,), _usage_error),
    ((typer.Abort, KeyboardInterrupt), _interrupted),
    ((BrokenPipeError, SystemExit), _reader_gone),
    ((OSError,), _storage_error),
    ((RuntimeError,), _runtime_error),
    ((BaseException,), _defect),
)
