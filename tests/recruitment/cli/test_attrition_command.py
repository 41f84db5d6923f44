import json
from typing import Any

import pytest

from recruitment.cli.main import run


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["attrition", *arguments, "--format", "json"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_le19_is_as_the_counts_say(capsys: pytest.CaptureFixture[str]) -> None:
    changes = _json(capsys, "--campaign", "LE19")["changes"]
    found = [(row["group"], row["to_stage"], round(row["change_pp"], 2)) for row in changes]
    assert found == [
        ("BAME", "Pre-employment checks", -3.44),
        ("Female", "Pre-employment checks", 9.09),
        ("LGBT+", "Pre-employment checks", 1.89),
        ("Disabled", "Pre-employment checks", -1.44),
    ]


def test_a_campaign_may_be_named_in_any_case(capsys: pytest.CaptureFixture[str]) -> None:
    stages = _json(capsys, "--campaign", "le19A", "--characteristic", "sex")["stages"]
    assert {row["campaign"] for row in stages} == {"LE19a"}


def test_without_a_campaign_every_one_with_counts_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    document = _json(capsys)
    assert list(dict.fromkeys(row["campaign"] for row in document["stages"])) == [
        "LE19",
        "LE19a",
        "PCDA",
        "DHEP",
    ]
    assert "DHEP2 is left out: opened 2020-05-18; no counts yet." in document["notes"]


def test_dhep_reports_its_applications_alone(capsys: pytest.CaptureFixture[str]) -> None:
    document = _json(capsys, "--campaign", "DHEP")
    assert {row["stage"] for row in document["stages"]} == {"Application"}
    assert document["changes"] == []
    assert (
        "DHEP has counts at Application alone, so there is no change to report."
        in (document["notes"])
    )


def test_a_stage_may_be_asked_for_in_any_case(capsys: pytest.CaptureFixture[str]) -> None:
    changes = _json(capsys, "--campaign", "LE19", "--to", "offer")["changes"]
    assert {row["to_stage"] for row in changes} == {"Offer"}


def test_leaving_out_blanks_changes_the_denominator(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--campaign", "LE19", "--characteristic", "ethnicity", "--blank", "exclude")
    first = _json(capsys, *options)["stages"][0]
    assert first["representation_pct"] == 100 * 106 / (546 - 36)


def test_the_correction_of_le19a_is_applied_when_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    options = ("--campaign", "LE19a", "--characteristic", "sex", "--corrected")
    document = _json(capsys, *options)
    assert [row["group_entered"] for row in document["stages"]] == [152, 137, 102, 75]
    assert not any("contradict" in note for note in document["notes"])


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--campaign", "LE91"], 2, "there is no campaign 'LE91'; did you mean LE19?"),
        (["--campaign", "LE19", "--campaign", "le19"], 2, "campaign LE19 is named twice"),
        (["--characteristic", "gender"], 2, "there is no characteristic 'gender'; known are"),
        (["--to", "Ofer"], 2, "there is no stage 'Ofer'; did you mean Offer?"),
        (["--to", "Application"], 2, "--to Application is the first stage"),
        (["--campaign", "DHEP2"], 3, "DHEP2: no counts yet"),
        (["--confidence-level", "95"], 2, "--confidence-level is between 0 and 1, not 95.0"),
        (["--format", "xml"], 2, "Invalid value for '--format'"),
        (["--format", "csv", "--table", "change"], 2, "did you mean changes?"),
        (["--format", "csv", "--table", "changes", "--campaign", "DHEP"], 3, "changes is empty"),
        (["--format", "json", "--table", "changes"], 2, "--table is for CSV and Parquet"),
        (["--colour"], 2, "No such option: --colour"),
    ],
)
def test_a_wrong_request_is_one_line_and_the_right_code(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    assert run(["attrition", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err
    assert captured.err.count("\n") == 1
