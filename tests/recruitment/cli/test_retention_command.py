import json
from pathlib import Path
from typing import Any

import pytest

from recruitment.cli.main import run
from recruitment.warehouse import create

ONE = ("--role", "police officer", "--period", "2019-20", "--characteristic", "ethnicity")


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["retention", *arguments, "--format", "json"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_the_ten_years_are_as_the_issue_has_them(capsys: pytest.CaptureFixture[str]) -> None:
    row = _json(capsys)["rows"][0]
    kept = ["group", "period_start", "period_end", "joiners", "leavers", "net_change"]
    assert [row[name] for name in kept] == ["BAME", "2010-04-01", "2020-03-31", 75, 77, -2]
    odds = [round(row[name], 2) for name in ("odds_ratio", "odds_ratio_low", "odds_ratio_high")]
    assert odds == [0.70, 0.50, 0.98]


def test_empty_tables_keep_their_place_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    document = _json(capsys, *ONE)
    assert (document["periods"], document["rates"], document["reasons"]) == ([], [], [])


def test_not_stated_may_be_left_out_of_shares(capsys: pytest.CaptureFixture[str]) -> None:
    included, excluded = (
        _json(capsys, *ONE, "--blank", blank)["rows"][0] for blank in ("include", "exclude")
    )
    assert included["joiner_share_pct"] == pytest.approx(100 * 23 / 241)
    assert excluded["joiner_share_pct"] == pytest.approx(100 * 23 / 217)


def test_headcounts_are_read_in_any_case(capsys: pytest.CaptureFixture[str]) -> None:
    given = _json(capsys, *ONE, "--headcount", "bame=180,White=1950")["rates"]
    assert [(row["group"], row["mean_headcount"]) for row in given] == [("BAME", 180.0)]


def test_csv_holds_one_table_and_says_which_others_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["retention", "--format", "csv", "--table", "reasons"]) == 0
    assert capsys.readouterr().out.splitlines()[1].endswith("dismissed,all,All,0,122")


def test_no_line_is_over_eighty_columns_and_empty_tables_are_not_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["retention"]) == 0
    everything = capsys.readouterr().out
    assert max(map(len, everything.splitlines())) <= 80
    assert "Leaving rate: Leicestershire Police, Police officer, 2019-20" in everything
    assert run(["retention", *ONE]) == 0
    assert "Leaving rate:" not in capsys.readouterr().out


@pytest.mark.parametrize("suffix", ["html", "svg", "png"])
def test_a_chart_is_written(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"chart.{suffix}"
    assert run(["retention", "--output", str(file)]) == 0
    assert file.stat().st_size > 10_000


def test_an_empty_warehouse_of_ones_own_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    create(tmp_path / "own.duckdb")
    assert run(["retention", "--db", str(tmp_path / "own.duckdb")]) == 3
    assert "there are no joiners and leavers in the warehouse" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--period", "2020-19"], "--period 2020-19 runs backwards"),
        (["--period", "2015-16"], "there are 2010-19, 2010-20, 2019-20 and 2023-24"),
        (["--role", "PC"], "there is no role 'PC'"),
        (["--unit", "Leics"], "there is no unit 'Leics'; known are"),
        ([*ONE, "--headcount", "BAME"], "a mean headcount is a number above 0"),
        (
            [*ONE, "--headcount", "BAME=0"],
            "--headcount BAME=0: a mean headcount is a number above 0",
        ),
        ([*ONE, "--headcount", "BAME=inf"], "--headcount BAME=inf: a mean headcount is a number"),
        ([*ONE, "--headcount", "BAME="], "--headcount BAME=: write NAME=VALUE"),
        ([*ONE, "--headcount", "BAME=1", "--headcount", "bame=2"], "gives bame twice"),
    ],
)
def test_a_wrong_request_is_one_line_and_the_right_code(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run(["retention", *arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert message in captured.err
