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


DRAFT = """LE20 campaign

\tTOTAL\tBAME
Applications\t546\t106\tBlank 36
% of total\t\t{share}\t6.59%

There is a -3.43% percentage change.
"""


def test_a_draft_is_audited_and_never_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT.format(share="22.10%"), encoding="utf-8")
    before = draft.read_bytes()
    assert run(["audit", str(draft), "--format", "json"]) == 4
    findings = json.loads(capsys.readouterr().out)["findings"]
    material = [
        (row["printed"], row["recomputed"]) for row in findings if row["severity"] == "material"
    ]
    assert material == [
        ("22.10%", "19.41%"),
        ("a -3.43% percentage change", "There is a change of -3.43 percentage points."),
    ]
    assert draft.read_bytes() == before


def test_a_draft_says_what_its_tables_were_taken_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT.format(share="19.41%"), encoding="utf-8")
    run(["audit", str(draft), "--format", "json"])
    notes = json.loads(capsys.readouterr().out)["notes"]
    assert any(note.startswith("Understood as: ") and "LE20" in note for note in notes)
    assert notes[-1].startswith("Small numbers are shown as they are")


def test_a_draft_without_figures_or_sentences_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "draft.txt"
    empty.write_text("", encoding="utf-8")
    assert run(["audit", str(empty)]) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_a_draft_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "nowhere.docx"]) == 2
    assert capsys.readouterr().err.startswith("recruit: ")


def test_a_draft_is_audited_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", str(tmp_path / "draft.txt"), "--campaign", "LE19"]) == 2
    assert capsys.readouterr().err == (
        "recruit: --campaign is for the packaged reports; a file is audited whole\n"
    )


@pytest.mark.parametrize("linked", [False, True])
def test_findings_never_replace_the_report_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, linked: bool
) -> None:
    draft, target = tmp_path / "draft.md", tmp_path / ("link.md" if linked else "draft.md")
    draft.write_text("32% of officers are women.", encoding="utf-8")
    if linked:
        target.symlink_to(draft)
    assert run(["audit", str(draft), "--output", str(target), "--force"]) == 2
    assert capsys.readouterr().err == (
        f"recruit: --output {target} is the report itself, which is never changed\n"
    )
    assert draft.read_text(encoding="utf-8") == "32% of officers are women."


def test_a_stage_that_is_not_known_breaks_no_flow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.md"
    rows = ["Applications | 1000", "Application unsuccessful | 300", "Online game | 700"]
    rows += ["Online game unsuccessful | 200", "Offer | 500"]
    table = "\n".join(["| | Total |", "|---|---|", *(f"| {row} |" for row in rows)])
    draft.write_text(f"LE20 campaign\n\n{table}\n", encoding="utf-8")
    run(["audit", str(draft), "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [row for row in findings if row["severity"] == "material"] == []
