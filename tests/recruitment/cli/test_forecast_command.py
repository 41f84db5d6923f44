import json
from pathlib import Path
from typing import Any

import pytest

from recruitment.cli.main import run

FEW = ("--futures", "200")
BAME = ("--characteristic", "ethnicity", *FEW)
REQUIRED = {
    *("role", "characteristic", "group", "target_pct", "reached", "years_median", "years_low"),
    *("years_high", "steady_state_pct", "joiner_share_needed_pct", "reading"),
}


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["forecast", *arguments, "--format", "json"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_json_has_the_columns_that_users_rely_on(capsys: pytest.CaptureFixture[str]) -> None:
    document = _json(capsys, *FEW)
    assert [row["group"] for row in document["rows"]] == ["BAME", "Female"]
    assert all(set(row) >= REQUIRED for row in document["rows"])
    assert document["as_at"] == "2020-05-31"
    assert "as_recorded" not in document


def test_never_is_null_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    row = _json(capsys, *BAME)["rows"][0]
    assert (row["reached"], row["years_median"], row["years_high"]) == (False, None, None)
    assert row["reading"].startswith("never at these rates, though such counts")


def test_every_option_reaches_the_study(capsys: pytest.CaptureFixture[str]) -> None:
    options = [
        *("--role", "Police officer", "--unit", "Leicestershire Police", "--period", "2010-20"),
        *("--headcount", "2219", "--blank", "exclude", "--by", "2035"),
        *("--target", "BAME=15%", "--benchmark-growth", "0.1", "--joiner-share", "20%"),
        *("--leaving-rate", "BAME=3%,White=.05", "--intake", "150", "--years", "20"),
        *("--seed", "1", "--confidence-level", "0.9"),
    ]
    row = _json(capsys, *BAME, *options)["rows"][0]
    chosen = {
        "out_of": 2219,
        "joiners": 834,
        "by_year": 2035,
        "target_pct": 15,
        "target_final_pct": 17,
        "joiner_share_pct": 20,
        "leaving_rate": 0.03,
        "others_leaving_rate": 0.05,
        "intake": 150,
        "years": 20,
        "confidence_level": 0.9,
    }
    assert {name: row[name] for name in chosen} == chosen


def test_as_many_joiners_as_leavers(capsys: pytest.CaptureFixture[str]) -> None:
    document = _json(capsys, *BAME, "--intake", "Leavers")
    assert document["rows"][0]["intake"] is None
    assert document["as_recorded"][0]["intake"] == 241


def test_weights_mix_the_target(capsys: pytest.CaptureFixture[str]) -> None:
    row = _json(capsys, *BAME, "--weights", "city=.5,county=.5")["rows"][0]
    assert (row["target_pct"], row["area"]) == (33, "Leicester 50%, Leicestershire 50%")


def test_csv_is_the_rows_and_says_what_else_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forecast", *BAME, "--format", "csv"]) == 0
    captured = capsys.readouterr()
    assert captured.out.count("\n") == 2
    assert "this is the table rows; --table paths gives the rest" in captured.err


def test_the_paths_are_a_table_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forecast", *BAME, "--format", "csv", "--table", "paths"]) == 0
    assert capsys.readouterr().out.count("\n") == 52


def test_a_chart_is_written(tmp_path: Path) -> None:
    assert run(["forecast", *FEW, "--output", str(tmp_path / "fan.svg")]) == 0
    assert "BAME people do not come to 25%" in (tmp_path / "fan.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("what_if", [(), ("--joiner-share", "BAME=25%", "--intake", "0")])
def test_no_line_is_over_eighty_columns(
    capsys: pytest.CaptureFixture[str], what_if: tuple[str, ...]
) -> None:
    assert run(["forecast", *FEW, *what_if]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--headcount", "0"], 2, "--headcount 0: a headcount is a whole number above 0"),
        (["--headcount", "PCSO=1.5"], 2, "--headcount PCSO=1.5: a headcount is a whole number"),
        (["--headcount", "9" * 5000], 2, "a headcount is a whole number above 0"),
        (["--joiner-share", "BAME=25"], 2, "for 25 per cent write 25%"),
        (["--target", "BAME=101%"], 2, "a share is between 0 and 1"),
        (["--leaving-rate", "BAME=-1%"], 2, "a share is between 0 and 1"),
        (["--benchmark-growth", "BAME=x"], 2, "growth is in percentage points a year, such as 0.3"),
        (["--benchmark-growth", "BAME=nan"], 2, "growth is in percentage points a year"),
        (["--intake", "many"], 2, "--intake many: write a number of people a year, or leavers"),
        (["--intake", "-5"], 2, "--intake -5: write a number of people a year, or leavers"),
        (["--years", "1000"], 2, "--years is between 1 and 100, not 1,000"),
        (["--by", "2019"], 2, "--by 2019 is not after 2020"),
        (["--weights", "city=.5"], 2, "--weights add up to 0.5, not 1"),
        (["--role", "PCSO"], 3, "nothing can be forecast: PCSO"),
        (["--period", "2020-2010"], 2, "--period 2020-2010 runs backwards"),
        (["--table", "as_recorded", "--format", "csv"], 2, "there is no table 'as_recorded'"),
    ],
)
def test_a_wrong_request_is_one_line_and_the_right_code(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    assert run(["forecast", *arguments]) == code
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert message in captured.err
