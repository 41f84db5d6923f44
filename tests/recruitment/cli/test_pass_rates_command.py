import json
from typing import Any

import duckdb
import pytest

from recruitment.cli.main import run
from recruitment.errors import DataError
from recruitment.studies.pass_rates import COLUMNS, pass_rates

WOMEN = ("--campaign", "LE19", "--characteristic", "sex")


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["pass-rates", *arguments, "--format", "json"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_le19_has_a_row_per_stage_and_one_overall(capsys: pytest.CaptureFixture[str]) -> None:
    rows = _json(capsys, *WOMEN)["rows"]
    assert [list(row) for row in rows] == [COLUMNS] * 6
    counts = ["stage", "passed", "failed", "reference_passed", "reference_failed", "pending"]
    assert [tuple(row[name] for name in counts) for row in rows] == [
        ("Application", 150, 33, 246, 100, 0),
        ("Telephone interview", 113, 37, 163, 83, 0),
        ("Face to face interview", 74, 39, 98, 65, 0),
        ("Assessment centre", 72, 1, 92, 4, 1),
        ("Pre-employment checks", 33, 2, 37, 3, 37),
        ("Overall", 72, 110, 92, 252, 1),
    ]


def test_the_pre_sift_is_read_as_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    row = _json(capsys, *WOMEN)["rows"][0]
    assert (row["group"], row["reference"]) == ("Female", "Male")
    assert row["reading"].startswith("evidence of a gap: 81.97% of women passed (150 of 183)")


def test_corrected_applies_the_correction(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--campaign", "LE19a", "--characteristic", "sex")
    printed = _json(capsys, *options)["rows"][1]
    corrected = _json(capsys, *options, "--corrected")["rows"][1]
    assert (printed["passed"], printed["reference_passed"]) == (105, 172)
    assert (corrected["passed"], corrected["reference_passed"]) == (102, 175)


def test_blanks_may_be_counted_or_compared_with(capsys: pytest.CaptureFixture[str]) -> None:
    included = _json(capsys, *WOMEN, "--blank", "include")["rows"][0]
    alone = _json(capsys, *WOMEN, "--reference", "not stated")["rows"][0]
    kept = ["reference", "reference_passed", "reference_failed"]
    assert [included[name] for name in kept] == ["Everyone else", 259, 104]
    assert [alone[name] for name in kept] == ["Not stated", 13, 4]


def test_bounds_come_as_a_table_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    document = _json(capsys, *WOMEN, "--bounds")
    first = document["bounds"][0]
    assert (first["blanks"], first["tipping_direction"]) == (17, None)
    assert first["lowest_gap_pp"] < first["gap_pp"] < first["highest_gap_pp"]
    assert "bounds" not in _json(capsys, *WOMEN)


def test_screening_is_named_and_adjusts_less(capsys: pytest.CaptureFixture[str]) -> None:
    document = _json(capsys, *WOMEN, "--screen")
    assert any("Benjamini-Hochberg, for screening" in note for note in document["notes"])
    assert document["rows"][0]["reading"].startswith("worth a closer look")


def test_the_notes_say_where_overall_ends_and_what_is_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    notes = _json(capsys, "--campaign", "PCDA", "--campaign", "DHEP")["notes"]
    assert "PCDA: Overall counts who entered Face to face interview, the last settled stage." in (
        notes
    )
    assert "DHEP is left out at Application: no failures are recorded there." in notes


def test_a_campaign_without_outcomes_gives_no_rows_and_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    document = _json(capsys, "--campaign", "DHEP")
    assert document["rows"] == []
    assert run(["pass-rates", "--campaign", "DHEP"]) == 0
    assert "no failures are recorded there" in " ".join(capsys.readouterr().out.split())


def test_a_characteristic_with_one_category_is_left_out_by_name_or_refused(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute("UPDATE categories SET kind = 'group' WHERE characteristic = 'home_area'")
    con.execute(
        "INSERT INTO stage_counts VALUES "
        "('LE19', 'Application', 'entered', 'home_area', 'Leicester', 546)"
    )
    con.execute("DELETE FROM workforce WHERE characteristic = 'home_area'")
    con.execute("DELETE FROM categories WHERE category IN ('Leicestershire', 'Rutland')")
    notes = pass_rates(con, campaigns=["LE19"]).notes
    assert "home_area is left out: one category alone." in notes
    with pytest.raises(DataError, match="home_area: one category alone, so there is nobody"):
        pass_rates(con, campaigns=["LE19"], characteristics=["home_area"])


def test_no_line_is_over_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pass-rates", "--bounds"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--campaign", "LE91"], 2, "did you mean LE19?"),
        (["--campaign", "LE19", "--campaign", "LE19"], 2, "campaign LE19 is named twice"),
        (["--campaign", "DHEP2"], 3, "DHEP2: no counts yet"),
        (["--reference", "Whyte"], 2, "there is no category 'Whyte'; did you mean White?"),
        (["--characteristic", "sex", "--reference", "female"], 2, "is the group itself"),
        (["--bounds", "--blank", "include"], 2, "--bounds needs the blanks apart"),
        (["--confidence-level", "1"], 2, "--confidence-level is between 0 and 1, not 1.0"),
        (["--chart", "pie"], 2, "Invalid value for '--chart'"),
    ],
)
def test_a_wrong_request_is_one_line_and_the_right_code(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    assert run(["pass-rates", *arguments]) == code
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert message in captured.err
