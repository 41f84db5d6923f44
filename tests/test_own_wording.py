"""What we print and write ourselves trips none of the rules by which others are audited."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.audit.wording.report import audited_sentences
from analytics.audit.wording.sentences import Sentence

ROOT = Path(__file__).parents[1]
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.*"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
OUTPUTS = re.findall(r"^```console\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)
# Rows of figures and rules of tables are no sentences; neither is what a report says, quoted.
NO_PROSE = re.compile(r"─|^\s*\||  +[\d+\-<.\[]|^\$ |: wording$")


def prose(text: str) -> Iterator[str]:
    """Yield the paragraphs, list items and table cells of a text, each on one line."""
    fences = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:- |\d+\. |Note: |Source: ))", fences.sub("", text)):
        if block.startswith("|"):
            yield from (cell for line in block.splitlines() for cell in line.split("|"))
        else:
            lines = [line.strip() for line in block.splitlines() if not NO_PROSE.search(line)]
            yield re.sub(r"^(?:- |\d+\. |#+ )", "", " ".join(lines))


def tripped(text: str) -> list[tuple[str, str, str]]:
    said = [Sentence("own", str(place), each) for place, each in enumerate(prose(text))]
    return [(each.rule, each.words, each.sentence.text) for each in audited_sentences(said)]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_our_own_reports_trip_no_rule(path: Path) -> None:
    assert tripped(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md"])
def test_our_own_prose_trips_no_rule(name: str) -> None:
    assert tripped((ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "output",
    [each for each in OUTPUTS if not each.startswith("$ recruit audit")],
    ids=lambda output: output.partition("\n")[0],
)
def test_what_the_commands_print_trips_no_rule(output: str) -> None:
    assert tripped(output) == []


def test_the_same_would_find_a_report_that_does() -> None:
    found = tripped("Note: There is a -3.43%\n  percentage change.\nNote: 32% of staff are women.")
    assert [each[:2] for each in found] == [
        ("percentage points", "a -3.43% percentage change"),
        ("share without counts", "32%"),
    ]
