import json
from pathlib import Path

import pytest

from recruitment.cli.main import run

LE19A = ("audit", "--campaign", "LE19a")


def test_material_findings_leave_with_exit_code_4(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*LE19A, "--format", "json"]) == 4
    printed = capsys.readouterr()
    assert json.loads(printed.out)["findings"]
    assert printed.err == (
        "recruit: 14 findings of severity material (--fail-on never leaves with 0)\n"
    )


def test_fail_on_never_leaves_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*LE19A, "--fail-on", "never", "--format", "json"]) == 0
    assert capsys.readouterr().err == ""


def test_fail_on_truncated_counts_what_is_less_serious_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run([*LE19A, "--fail-on", "truncated"]) == 4
    assert "truncated or last digit or material" in capsys.readouterr().err


def test_the_terminal_shows_only_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    run([*LE19A])
    shown = capsys.readouterr().out
    assert "it is 6/286, over the total of “Face to face interview”" in shown.replace("\n  ", " ")
    assert "Applications, Female" not in shown


@pytest.mark.parametrize("suffix", ["html", "xlsx", "md", "json", "csv"])
def test_findings_are_written_and_the_code_is_still_4(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"findings.{suffix}"
    assert run([*LE19A, "--output", str(target)]) == 4
    assert target.stat().st_size > 1000


def test_csv_holds_the_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*LE19A, "--format", "csv"]) == 4
    printed = capsys.readouterr()
    assert printed.out.startswith("document,location,kind,")
    assert "this is the table findings; --table summary or --table unchecked" in printed.err
