"""The program as a person runs it: pipes, narrow and plain terminals, interruption."""

import os
import pty
import subprocess
import sys

import pytest

PROGRAM = [sys.executable, "-m", "recruitment"]
LE19 = [*PROGRAM, "attrition", "--campaign", "LE19", "--characteristic", "sex"]
FIGURES = ["183", "33.52", "+9.09", "0.0032", "+3.18 to +15.22"]


def _run(command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def _on_terminal(command: list[str], columns: int, **environment: str) -> str:
    """Return what the command shows on a terminal of its own."""
    pid, terminal = pty.fork()
    if pid == 0:
        here = {**os.environ, "COLUMNS": str(columns), **environment}
        os.execvpe(command[0], command, here)  # noqa: S606 - the program under test
    shown = b""
    try:
        while part := os.read(terminal, 65536):
            shown += part
    except OSError:
        pass  # the other end has closed
    os.waitpid(pid, 0)
    os.close(terminal)
    return shown.decode()


def test_nothing_but_data_is_on_stdout_and_nothing_at_all_on_stderr() -> None:
    done = _run([*LE19, "--format", "json"])
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith("{")


def test_a_pipe_gets_eighty_columns_without_colour() -> None:
    done = _run(LE19, COLUMNS="200")
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_no_figure_is_lost_on_a_terminal_of_any_width(columns: int) -> None:
    shown = _on_terminal(LE19, columns, TERM="xterm")
    flat = " ".join(shown.split())
    assert [figure for figure in FIGURES if figure not in flat] == []


def test_a_terminal_is_coloured_unless_told_otherwise() -> None:
    assert "\x1b[1m" in _on_terminal(LE19, 80, TERM="xterm")
    for shown in (
        _on_terminal(LE19, 80, TERM="xterm", NO_COLOR="1"),
        _on_terminal([*LE19, "--no-color"], 80, TERM="xterm"),
    ):
        assert "\x1b" not in shown


def test_an_ascii_terminal_gets_ascii() -> None:
    done = _run(LE19, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert [figure for figure in FIGURES if figure not in done.stdout] == []


def test_a_reader_that_goes_away_is_met_with_silence() -> None:
    program = subprocess.Popen(
        [*PROGRAM, "attrition"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    assert program.stderr.read() == ""
    program.stderr.close()
    assert program.wait() == 0


def test_without_a_command_the_help_is_shown() -> None:
    done = _run(PROGRAM)
    assert done.returncode == 0
    assert "Usage: recruit" in done.stdout
    assert done.stdout == _run([*PROGRAM, "-h"]).stdout


def test_a_mistyped_command_is_one_line() -> None:
    done = _run([*PROGRAM, "atrition"])
    assert done.returncode == 2
    assert done.stderr == (
        "recruit: No such command 'atrition'. Did you mean 'attrition'? Try 'recruit --help'.\n"
    )


def test_the_environment_may_name_a_warehouse() -> None:
    done = _run([*PROGRAM, "campaigns"], RECRUIT_DB="missing.duckdb")
    assert done.returncode == 2
    assert done.stderr == (
        "recruit: there is no warehouse at missing.duckdb; check --db or RECRUIT_DB\n"
    )
