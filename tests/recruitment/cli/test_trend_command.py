import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from recruitment.cli.main import run


def _out(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["trend", *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("measure", "rows", "series"),
    [
        ("applicants", 16, 4),
        ("pass-rate", 12, 4),
        ("joiners", 4, 2),
        ("leavers", 4, 2),
        ("workforce", 6, 3),
    ],
)
def test_json_has_the_points_and_readings_of_each_measure(
    capsys: pytest.CaptureFixture[str], measure: str, rows: int, series: int
) -> None:
    document: dict[str, Any] = json.loads(_out(capsys, "--of", measure, "--format", "json"))
    assert list(document)[4:] == ["rows", "readings"]
    assert [len(document[name]) for name in ("rows", "readings")] == [rows, series]


@pytest.mark.parametrize("measure", ["applicants", "pass-rate", "joiners", "leavers", "workforce"])
def test_the_terminal_is_eighty_columns_wide(
    capsys: pytest.CaptureFixture[str], measure: str
) -> None:
    lines = _out(capsys, "--of", measure, "--no-color").splitlines()
    assert max(map(len, lines)) <= 80


def test_a_person_reads_signals_first_and_then_the_points(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = _out(capsys, "--characteristic", "sex", "--no-color")
    assert text.index("Signals: share of applicants") < text.index("LE19a  152/517 29.40 36.38")
    assert "LE19a  152/517 29.40 36.38 30.04 to 42.73 -3.30 outside limits below" in text


@pytest.mark.parametrize(("table", "height"), [("rows", 4), ("readings", 1)])
def test_csv_holds_the_table_asked_for(
    capsys: pytest.CaptureFixture[str], table: str, height: int
) -> None:
    options = ("--characteristic", "sex", "--format", "csv", "--table", table)
    assert len(_out(capsys, *options).splitlines()) == 1 + height


def test_markdown_and_a_workbook_hold_both_tables(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert "## Sex: Female" in _out(capsys, "--format", "markdown")
    _out(capsys, "--output", str(tmp_path / "trend.xlsx"))
    options = {"header_row": 3}
    sheet = pl.read_excel(tmp_path / "trend.xlsx", sheet_name="readings", read_options=options)
    assert sheet.height == 4


@pytest.mark.parametrize("suffix", ["html", "svg", "png"])
def test_a_chart_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, suffix: str
) -> None:
    _out(capsys, "--characteristic", "sex", "--output", str(tmp_path / f"trend.{suffix}"))
    assert (tmp_path / f"trend.{suffix}").stat().st_size > 1000


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--of", "applicant"], 2, "there is no measure 'applicant'; did you mean applicants?"),
        (["--stage", "Offers"], 2, "there is no stage 'Offers'; did you mean Offer?"),
        (["--campaign", "LE19"], 3, "a process chart takes two points or more of one group"),
        (["--campaign", "DHEP2"], 3, "DHEP2: no counts yet"),
        (["--of", "joiners", "--campaign", "LE19"], 2, "--campaign says nothing about"),
        (["--of", "workforce", "--role", "PSCO"], 2, "there is no role 'PSCO'; did you mean PCSO?"),
        (["--blank", "maybe"], 2, "maybe"),
        (["--format", "csv", "--table", "points"], 2, "there is no table 'points'"),
        (["--output", "trend.docx"], 2, "unknown suffix '.docx'"),
    ],
)
def test_a_wrong_request_is_one_line_and_the_right_code(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    assert run(["trend", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err
    assert captured.err.count("\n") == 1
