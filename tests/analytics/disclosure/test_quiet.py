import ctypes
import os
import subprocess
import sys

import pytest

from analytics.disclosure.quiet import quiet

PROGRAM = """
import ctypes
from analytics.disclosure.quiet import quiet
with quiet():
    ctypes.CDLL(None).puts(b"a remark of the solver")
ctypes.CDLL(None).fflush(None)
print("a figure")
"""


@pytest.mark.parametrize("at_once", ["", "1"])
def test_what_c_prints_goes_nowhere_whether_it_is_kept_back_or_not(at_once: str) -> None:
    environment = os.environ | {
        "PYTHONUNBUFFERED": at_once,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, env=environment, check=True
    )
    assert ran.stdout == b"a figure\n"


def test_what_was_printed_before_is_not_lost(capfd: pytest.CaptureFixture[str]) -> None:
    ctypes.CDLL(None).puts(b"before")
    with quiet():
        os.write(1, b"a remark of the solver")
    assert capfd.readouterr().out == "before\n"


def test_output_is_back_after_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError), quiet():
        raise ZeroDivisionError
    os.write(1, b"a figure")
    assert capfd.readouterr().out == "a figure"


def test_a_program_without_standard_output_can_still_solve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    with quiet():
        written = os.write(1, b"a remark")
    assert written == len(b"a remark")
