import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from recruitment.cli.main import run

LE19 = ["attrition", "--campaign", "LE19", "--output"]


@pytest.mark.parametrize("suffix", [".csv", ".json", ".parquet", ".xlsx", ".md", ".svg", ".png"])
def test_each_suffix_writes_a_file_for_its_owner_alone(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"le19{suffix}"
    assert run([*LE19, str(target)]) == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.stat().st_size > 0
    assert [each.name for each in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("suffix", [".csv", ".json", ".parquet", ".xlsx", ".md", ".svg", ".html"])
def test_the_same_request_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    contents = []
    for name in ("first", "second"):
        assert run([*LE19, str(tmp_path / f"{name}{suffix}")]) == 0
        contents.append((tmp_path / f"{name}{suffix}").read_bytes())
    assert contents[0] == contents[1]


def test_parquet_holds_the_table_asked_for(tmp_path: Path) -> None:
    assert run([*LE19, str(tmp_path / "le19.parquet"), "--table", "changes"]) == 0
    assert pl.read_parquet(tmp_path / "le19.parquet")["group"].to_list() == [
        "BAME",
        "Female",
        "LGBT+",
        "Disabled",
    ]


def test_csv_says_which_table_it_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*LE19, str(tmp_path / "le19.csv")]) == 0
    assert "this is the table stages; --table changes gives the rest" in capsys.readouterr().err


def test_an_existing_file_is_kept_unless_forced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "le19.json"
    target.write_text("mine")
    assert run([*LE19, str(target)]) == 2
    assert target.read_text() == "mine"
    assert "add --force to replace it" in capsys.readouterr().err
    assert run([*LE19, str(target), "--force"]) == 0
    assert target.read_text().startswith("{")


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("le19.docx", 2, "unknown suffix '.docx'; use one of .csv .json"),
        ("le19", 2, "unknown suffix ''"),
        (".", 2, "is a folder"),
        ("fifo.csv", 2, "is no regular file"),
        ("missing/le19.csv", 5, "there is no folder"),
    ],
)
def test_a_place_that_cannot_take_the_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, code: int, message: str
) -> None:
    os.mkfifo(tmp_path / "fifo.csv")
    assert run([*LE19, str(tmp_path / name)]) == code
    assert message in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write anywhere, so the answer of the system is stood in for.
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert run([*LE19, str(tmp_path / "le19.csv")]) == 5
    assert "cannot be written; choose another" in capsys.readouterr().err


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "le19.json").write_text("mine")
    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    assert run([*LE19, str(tmp_path / "le19.json"), "--force"]) == 5
    assert "No space left on device" in capsys.readouterr().err
    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {"le19.json": "mine"}


def test_there_is_no_picture_of_the_campaigns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["campaigns", "--output", str(tmp_path / "campaigns.svg")]) == 2
    assert "unknown suffix '.svg'" in capsys.readouterr().err


def test_without_a_chart_a_page_has_the_tables_and_no_script(tmp_path: Path) -> None:
    assert run(["campaigns", "--output", str(tmp_path / "campaigns.html")]) == 0
    page = (tmp_path / "campaigns.html").read_text(encoding="utf-8")
    assert "<th scope=row>LE19</th>" in page
    assert "script-src 'none'" in page
    assert "<script" not in page


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_output_onto_a_full_disk_is_a_storage_error() -> None:
    program = [sys.executable, "-m", "recruitment", "attrition", "--campaign", "LE19"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (5, 1)
    assert "No space left on device" in done.stderr


def test_a_link_stays_a_link_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "target.json").write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "target.json")
    assert run([*LE19, str(link)]) == 2
    assert run([*LE19, str(link), "--force"]) == 0
    assert link.is_symlink()
    assert (tmp_path / "target.json").read_text().startswith("{")


def test_an_interruption_while_writing_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    assert run([*LE19, str(tmp_path / "le19.json")]) == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_file_is_written_whichever_stream_is_closed(tmp_path: Path, closed: str) -> None:
    command = f"'{sys.executable}' -m recruitment {' '.join(LE19)} le19.json {closed}"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, check=False)  # noqa: S607 - any sh
    assert done.returncode == 0
    assert (tmp_path / "le19.json").exists()
