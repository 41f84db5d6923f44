import signal
import subprocess
import sys

import pytest

from tests.recruitment.watched import all_signals_heard

# A command that says when it is at work, and that it could clear away.
AT_WORK = """
import sys, time
from recruitment.cli import main
def app(**_):
    try:
        print("at work", flush=True)
        time.sleep(60)
    finally:
        print("cleared away", flush=True)
main.app = app
main.main(["campaigns"])
"""
IGNORING = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n{AT_WORK}"


def _sent(program: str, *sent: signal.Signals) -> tuple[int, str, str]:
    command = [sys.executable, "-c", program]
    with all_signals_heard():
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        for each in sent:
            process.send_signal(each)
        out, err = process.communicate()
    return process.returncode, out, err


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_terminated_program_clears_away_and_says_so(sent: signal.Signals, code: int) -> None:
    assert _sent(AT_WORK, sent) == (code, "cleared away\n", "recruit: terminated\n")


def test_a_signal_that_is_ignored_stays_so() -> None:
    assert _sent(IGNORING, signal.SIGHUP, signal.SIGTERM)[0] == 143
