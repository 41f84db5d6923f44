"""``recruit report`` in every format: titles made to break it, places that refuse the file."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from recruitment.cli.main import run
from reports.renderers import MODULES
from reports.visible import visible
from tests.reports.samples import HOSTILE

SHORT = ["report", "--section", "purpose"]
# The last is how Python reads a byte of the command line that is no UTF-8.
ALL_AT_ONCE = " ".join([*HOSTILE, "bytes\udcff"])
every_format = pytest.mark.parametrize("suffix", MODULES)


@every_format
def test_a_hostile_title_and_author_are_written(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"panel{suffix}"
    options = ["--title", ALL_AT_ONCE, "--author", ALL_AT_ONCE, "--output", str(path)]
    assert run([*SHORT, *options]) == 0
    assert path.stat().st_size > 1000


def test_a_hostile_title_is_printed_on_one_line_without_what_cannot_be_seen(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run([*SHORT, "--title", ALL_AT_ONCE]) == 0
    title, _, rest = capsysbinary.readouterr().out.decode().partition("\n")
    assert title.startswith("# ")
    assert visible(title) == title
    assert "[U+DCFF]" in title.replace("\\", "")
    assert rest.startswith("\nRecruitment campaigns")


@pytest.mark.parametrize("title", ["", " \t\n"])
def test_a_blank_title_is_that_of_every_report(
    capsysbinary: pytest.CaptureFixture[bytes], title: str
) -> None:
    assert run([*SHORT, "--title", title]) == 0
    assert capsysbinary.readouterr().out.startswith(b"# Recruitment and retention\n")


@every_format
def test_an_existing_file_is_kept_unless_forced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    path = tmp_path / f"panel{suffix}"
    path.write_text("mine")
    assert run([*SHORT, "--output", str(path)]) == 2
    assert "add --force to replace it" in capsys.readouterr().err
    assert path.read_text() == "mine"
    assert run([*SHORT, "--output", str(path), "--force"]) == 0
    assert path.read_bytes() != b"mine"


@every_format
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / f"panel{suffix}"
    path.write_text("mine")
    monkeypatch.setattr(os, "fsync", fail)
    assert run([*SHORT, "--output", str(path), "--force"]) == 5
    # Work of more than a second, on a busy machine, says what it does first.
    said = capsys.readouterr().err.splitlines()
    assert said[-1] == f"recruit: {path} cannot be written: No space left on device"
    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {path.name: "mine"}


@every_format
def test_a_folder_that_cannot_be_written_is_refused(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    # Root may write anywhere, so the answer of the system is stood in for.
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert run([*SHORT, "--output", str(tmp_path / f"panel{suffix}")]) == 5
    assert "cannot be written; choose another" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("-", 2, "-: unknown suffix ''; use one of .md .html .docx .pdf .xlsx"),
        ("panel", 2, "panel: unknown suffix ''; use one of"),
        ("panel.csv", 2, "panel.csv: unknown suffix '.csv'; use one of"),
        (".", 2, ". is a folder; name a file in it"),
        ("missing/panel.md", 5, "there is no folder missing; make it first"),
    ],
)
def test_a_place_that_cannot_take_the_file_is_refused(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([*SHORT, "--output", name]) == code
    error = capsys.readouterr().err
    assert error.startswith(f"recruit: {message}")
    assert error.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_printing_onto_a_full_disk_is_a_storage_error() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "recruitment", *SHORT],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    # Work of more than a second, on a busy machine, says what it does.
    said = [line for line in done.stderr.splitlines() if not line.endswith("…")]
    assert (done.returncode, len(said)) == (5, 1)
    assert "No space left on device" in said[0]
