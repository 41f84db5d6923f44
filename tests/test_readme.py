"""Every command in the README is run, and prints what the README shows."""

import re
import shlex
from pathlib import Path

import pytest

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
    assert (printed.out + printed.err).strip() == shown


def test_the_readme_has_examples_and_both_installing_commands() -> None:
    assert len(EXAMPLES) > 3
    for marker in ("<!-- first command -->", "<!-- test command -->"):
        assert README.count(marker) == 1


@pytest.mark.parametrize(
    "block", re.findall(r"^```python\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)
)
def test_the_python_in_the_readme_runs(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own documentation
    assert "Female" in capsys.readouterr().out
