import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from recruitment.cli.main import run

MIX = ("--weights", "city=.32,county=64%", "--weights", "rutland=.04")


def _out(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["proportions", *arguments]) == 0
    return capsys.readouterr().out


def test_json_has_the_columns_of_the_interface(capsys: pytest.CaptureFixture[str]) -> None:
    document: dict[str, Any] = json.loads(_out(capsys, "--campaign", "LE19", "--format", "json"))
    assert list(document) == ["title", "source", "as_at", "notes", "rows"]
    assert list(document["rows"][0])[:16] == [
        "population",
        "role",
        "characteristic",
        "group",
        "people",
        "out_of",
        "representation_pct",
        "low_pct",
        "high_pct",
        "area",
        "benchmark_pct",
        "gap_pp",
        "representation_index",
        "p_value",
        "people_short",
        "reading",
    ]


def test_json_of_the_workforce_has_null_where_no_count_is_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = json.loads(_out(capsys, "--workforce", "--format", "json"))["rows"]
    assert [row["people"] for row in rows].count(None) == 20
    assert [row["p_value"] is None for row in rows].count(True) == 20


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--campaign", "LE19", "--campaign", "PCDA", "--workforce", *MIX),
        ("--headcount", "Police officer=2271", "--headcount", "PCSO=188"),
    ],
)
def test_the_terminal_is_eighty_columns_wide(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    text = _out(capsys, *arguments, "--no-color")
    assert max(map(len, text.splitlines())) <= 80
    assert "nan" not in text.lower().replace("finance", "")


def test_shares_with_and_without_a_count_have_tables_of_their_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = _out(capsys, "--headcount", "PCSO=188", "--characteristic", "sex", "--no-color")
    tested = text.index("Leicestershire Police, 31 May 2020: Female against 50.5%")
    untested = text.index("Leicestershire Police, 31 May 2020, not tested: Female against 50.5%")
    assert text.index("Police officer", untested) < tested < text.index("PCSO: no evidence", tested)


def test_weights_add_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--campaign", "DHEP", *MIX, "--format", "csv", "--table", "sensitivity")
    lines = _out(capsys, *options).splitlines()
    assert len(lines) == 1 + 13
    assert lines[1].startswith("DHEP: Application,,ethnicity,BAME,Leicester -10 points,")


def test_without_weights_there_is_no_such_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["proportions", "--format", "csv", "--table", "sensitivity"]) == 2
    assert "there is no table 'sensitivity'" in capsys.readouterr().err


def test_markdown_shows_the_benchmark_in_the_caption(capsys: pytest.CaptureFixture[str]) -> None:
    text = _out(capsys, "--campaign", "LE19", "--format", "markdown")
    assert "## LE19: BAME against latest estimate 25% (Leicester, Leicestershire" in text


def test_a_workbook_has_a_sheet_for_each_table(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "proportions.xlsx"
    _out(capsys, "--campaign", "DHEP", *MIX, "--output", str(file))
    options = {"header_row": 3}
    sheets = [
        pl.read_excel(file, sheet_name=name, read_options=options)
        for name in ("rows", "sensitivity")
    ]
    assert [sheet.height for sheet in sheets] == [4, 13]


@pytest.mark.parametrize("suffix", ["html", "svg", "png"])
def test_a_chart_is_drawn(capsys: pytest.CaptureFixture[str], tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"proportions.{suffix}"
    _out(capsys, "--campaign", "DHEP", "--output", str(file))
    assert file.stat().st_size > 5000


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--headcount", "PCSO=many"], 2, "--headcount PCSO=many: a headcount is a whole number"),
        (["--headcount", "PCSO=2.5"], 2, "--headcount PCSO=2.5: a headcount is a whole number"),
        (["--headcount", "PCSO=-3"], 2, "--headcount PCSO=-3: a headcount is a whole number"),
        (["--headcount", "PCSO=0"], 2, "--headcount PCSO=0: a headcount is a whole number"),
        (["--headcount", f"PCSO={9**20}"], 2, ": a headcount is a whole number above 0"),
        (["--headcount", "PCSO=3,pcso=4"], 2, "--headcount gives pcso twice; once is enough"),
        (["--headcount", "PCSO=3"], 3, "PCSO, Disabled: 7% of 3 is no whole number of people"),
        (["--weights", "city=.5,county=.6"], 2, "--weights add up to 1.1, not 1"),
        (["--weights", "city=-1"], 2, "--weights city=-1: a share is between 0 and 1"),
        (["--weights", "city=32"], 2, "for 32 per cent write 32%"),
        (["--weights", "city=.5,city=.5"], 2, "--weights gives city twice; once is enough"),
        (["--weights", ""], 2, "--weights (empty): write NAME=VALUE"),
        (["--area", "Nottingham"], 2, "there is no area 'Nottingham'"),
        (["--campaign", "LE91"], 2, "there is no campaign 'LE91'; did you mean LE19?"),
        (["--campaign", "DHEP2"], 3, "DHEP2: no counts yet"),
        (["--output", "proportions.docx"], 2, "unknown suffix '.docx'"),
    ],
)
def test_a_wrong_request_is_one_line_and_the_right_code(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    assert run(["proportions", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err
    assert captured.err.count("\n") == 1
