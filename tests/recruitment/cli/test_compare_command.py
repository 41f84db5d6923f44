import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from recruitment.cli.main import run

THREE = ("LE19", "LE19a", "PCDA")


def _out(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["compare", *arguments]) == 0
    return capsys.readouterr().out


def test_json_has_three_tables_and_no_nan(capsys: pytest.CaptureFixture[str]) -> None:
    document: dict[str, Any] = json.loads(_out(capsys, *THREE, "--format", "json"))
    assert list(document)[4:] == ["rows", "trend", "pools"]
    assert [len(document[name]) for name in ("rows", "trend", "pools")] == [24, 20, 8]
    assert document["rows"][0]["campaigns"] == "LE19, LE19a, PCDA"


def test_the_terminal_is_eighty_columns_wide(capsys: pytest.CaptureFixture[str]) -> None:
    lines = _out(capsys, *THREE, "DHEP", "--no-color").splitlines()
    assert max(map(len, lines)) <= 80
    assert "Sex: Female against Male" in lines
    assert "Applicants: DHEP against LE19, LE19a, PCDA" in lines


def test_markdown_shows_every_table(capsys: pytest.CaptureFixture[str]) -> None:
    text = _out(capsys, *THREE, "--characteristic", "sex", "--format", "markdown")
    assert "## Sex: Female against Male" in text
    assert "## Trend over LE19, LE19a, PCDA: pass rate, Application" in text
    assert "## Applicants: LE19a against LE19" in text


@pytest.mark.parametrize(("table", "height"), [("rows", 6), ("trend", 5), ("pools", 2)])
def test_csv_holds_the_table_asked_for(
    capsys: pytest.CaptureFixture[str], table: str, height: int
) -> None:
    options = ("--characteristic", "sex", "--format", "csv", "--table", table)
    assert len(_out(capsys, *THREE, *options).splitlines()) == 1 + height


def test_a_workbook_has_a_sheet_for_each_table(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _out(capsys, *THREE, "--output", str(tmp_path / "compared.xlsx"))
    options = {"header_row": 3}
    sheets = [
        pl.read_excel(tmp_path / "compared.xlsx", sheet_name=name, read_options=options)
        for name in ("rows", "trend", "pools")
    ]
    assert [sheet.height for sheet in sheets] == [24, 20, 8]


def test_blanks_are_where_the_user_wants_them(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--characteristic", "sex", "--blank", "include", "--format", "json")
    document = json.loads(_out(capsys, *THREE, *options))
    assert document["rows"][0]["reference"] == "Everyone else"
    assert document["notes"][0].startswith("Not stated counts among those compared with")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "compare takes two campaigns or more, such as LE19 LE19a; none is named"),
        (["LE19"], 2, "only LE19 is named"),
        (["LE19", "le19"], 2, "campaign LE19 is named twice"),
        (["LE19", "LE91"], 2, "there is no campaign 'LE91'; did you mean LE19?"),
        (["LE19", "DHEP2"], 3, "only LE19 has counts"),
        ([*THREE, "--reference", "Mail"], 2, "there is no category 'Mail'; did you mean Male?"),
        ([*THREE, "--reference", "BAME"], 2, "--reference BAME is the group itself"),
        ([*THREE, "--confidence-level", "95"], 2, "is between 0 and 1, not 95.0"),
        ([*THREE, "--characteristic", "gender"], 2, "there is no characteristic 'gender'"),
        (["LE19", "PCDA", "--format", "csv", "--table", "trend"], 3, "takes three campaigns"),
        ([*THREE, "--format", "csv", "--table", "pool"], 2, "did you mean pools?"),
        ([*THREE, "--output", "compared.docx"], 2, "unknown suffix '.docx'"),
    ],
)
def test_a_wrong_request_is_one_line_and_the_right_code(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    assert run(["compare", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err
    assert captured.err.count("\n") == 1
