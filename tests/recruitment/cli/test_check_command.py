import json
from pathlib import Path

import duckdb
import pytest

from recruitment import warehouse
from recruitment.cli.main import run
from tests.recruitment.imported import imported

OWN = "Sift: of 40 women 10 failed, which leaves 30, but 29 entered Offer"


def test_the_published_contradictions_leave_with_exit_code_4(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["check", "--campaign", "LE19a"]) == 4
    shown = capsys.readouterr()
    assert "of 137 women 35 failed, which leaves 102, but 105 entered" in " ".join(
        shown.out.replace("contradiction", "").split()
    )
    assert shown.err == "recruit: 4 contradictions (--fail-on never leaves with 0)\n"


@pytest.mark.parametrize(
    ("campaign", "fail_on", "code"),
    [
        ("LE19", "contradiction", 4),
        ("LE19", "never", 0),
        ("PCDA", "contradiction", 0),
        ("PCDA", "any", 4),
        ("DHEP2", "any", 0),
    ],
)
def test_the_exit_code_is_what_was_asked_for(campaign: str, fail_on: str, code: int) -> None:
    assert run(["check", "--campaign", campaign, "--fail-on", fail_on]) == code


def test_what_was_accepted_at_import_does_not_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = ["check", "--db", str(imported(tmp_path)), "--format", "json"]
    assert run(own) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(row["check"], row["standing"], row["finding"]) for row in found] == [
        ("outcomes", "accepted", OWN),
        ("rows", "accepted", "le25.csv, row 8: 2 candidates have two outcomes at Sift"),
        (
            "percentages",
            "advice",
            "Sift, women: 41% is printed, but 40 of 100 is 40.00% (material)",
        ),
    ]


def test_the_same_fails_where_nothing_was_accepted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = imported(tmp_path, accepted=False)
    assert run(["check", "--db", str(path), "--fail-on", "any"]) == 4
    shown = capsys.readouterr()
    assert shown.err == (
        "recruit: 1 contradiction and 1 piece of advice (--fail-on never leaves with 0)\n"
    )
    assert "internal use only" in " ".join(shown.out.split())


def test_an_empty_warehouse_has_nothing_to_compare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warehouse.create(tmp_path / "own.duckdb")
    assert run(["check", "--db", str(tmp_path / "own.duckdb")]) == 0
    shown = capsys.readouterr().out
    assert "There is nothing to compare yet" in shown
    assert "Source:" not in shown


def test_no_finding_is_an_empty_table_and_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--campaign", "DHEP2", "--format", "csv"]) == 0
    assert capsys.readouterr().out.count("\n") == 1


@pytest.mark.parametrize("suffix", ["html", "xlsx", "md", "json", "csv", "parquet"])
def test_findings_are_written_and_the_code_is_still_4(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"findings.{suffix}"
    assert run(["check", "--campaign", "LE19a", "--output", str(target)]) == 4
    assert target.stat().st_size > 500


def test_a_warehouse_that_was_touched_is_checked_once_it_is_adopted(tmp_path: Path) -> None:
    path = imported(tmp_path)
    with duckdb.connect(str(path)) as con:
        con.execute("UPDATE campaigns SET title = 'LE25, mended by hand'")
    assert run(["check", "--db", str(path)]) == 5
    assert run(["check", "--db", str(path), "--adopt"]) == 0
    assert run(["check", "--db", str(path)]) == 0


def test_the_published_figures_cannot_be_adopted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--adopt"]) == 2
    assert capsys.readouterr().err == (
        "recruit: --adopt is for a warehouse of your own; name it with --db FILE\n"
    )
