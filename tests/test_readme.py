"""Every command in the README is run, and prints what the README shows."""

import re
import shlex
from pathlib import Path

import pytest
import xlsxwriter

from recruitment.cli.main import run

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)
EXAMPLES = [
    (lines[0], "\n".join(lines[1:]).strip())
    for block in BLOCKS
    for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    for lines in [example.splitlines()]
]


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_a_command_prints_what_the_readme_shows(
    command: str,
    shown: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    program, *arguments = shlex.split(command, comments=True)
    assert (program, run(arguments)) == ("recruit", 0)
    printed = capsys.readouterr()
    # On a busy machine work is said to go on.
    said = [each for each in printed.err.splitlines() if not each.endswith(" …")]
    assert (printed.out + "\n".join(said)).strip() == shown


def test_the_readme_has_examples_and_both_installing_commands() -> None:
    assert len(EXAMPLES) > 3
    for marker in ("<!-- first command -->", "<!-- test command -->"):
        assert README.count(marker) == 1


def test_the_commands_on_own_campaigns_run_one_after_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    _write_monitoring_table(tmp_path / "le25.xlsx")
    (tmp_path / "applicants.csv").write_text(APPLICANTS, encoding="utf-8")
    _run_all("own campaigns")
    assert "Representation by stage: LE25" in capsys.readouterr().out
    _run_all("publishing")
    assert "le25.docx: nothing can be recovered (policy public)" in capsys.readouterr().err


def _run_all(block: str) -> None:
    commands = README.partition(f"<!-- {block} -->\n```sh\n")[2].partition("```")[0]
    assert commands
    for command in commands.splitlines():
        assert (command, run(shlex.split(command)[1:])) == (command, 0)


APPLICANTS = """\
Candidate ID,Stage,Status,Sex,Ethnic origin
1,Application,Passed,Female,Indian
1,Telephone interview,Failed,Female,Indian
2,Application,Failed,Male,White British
"""
ROWS = (
    ("", "TOTAL", "BAME", "", "FEMALE", ""),
    ("Applications", 100, 20, "Blank 5", 40, "Blank 2"),
    ("% of total", "", "20%", "5%", "40%", "2%"),
    ("Pre-sift unsuccessful", 30, 8, "Blank 1", 10, "Blank 1"),
    ("Telephone interview", 70, 12, "Blank 4", 30, "Blank 1"),
)


def _write_monitoring_table(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("LE25")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)


@pytest.mark.parametrize(
    "block", re.findall(r"^```python\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)
)
def test_the_python_in_the_readme_runs(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own documentation
    assert "Female" in capsys.readouterr().out
