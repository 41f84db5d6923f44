"""The errors that ``benchmarks/audit.py`` plants, in a few of its reports."""

from pathlib import Path

import pytest

from tests.analytics.audit.planted.page import page
from tests.analytics.audit.planted.runs import FIRST, PLANTERS, Runs, runs

PAGE = Path(__file__).parents[3] / "docs" / "audit.md"
SEARCHED = ("a list shifted by a stage", "over the sum of the parts", "a total nowhere printed")


@pytest.fixture(scope="module")
def found() -> Runs:
    return runs(150)


def test_everything_planted_is_found_and_nothing_else(found: Runs) -> None:
    assert (found.recall, found.precision) == (1.0, 1.0)
    assert not found.false_alarms


def test_errors_of_every_kind_are_planted(found: Runs) -> None:
    assert len(found.kinds) == len(PLANTERS)
    assert set(FIRST) == {name for name, each in found.kinds.items() if each.explicable}


@pytest.mark.parametrize("kind", SEARCHED)
def test_what_several_figures_share_is_named_first(found: Runs, kind: str) -> None:
    scored = found.kinds[kind]
    assert scored.first >= (FIRST[kind] - 0.05) * scored.explicable


def test_the_first_explanation_is_nearly_as_often_right_as_any(found: Runs) -> None:
    first = sum(each.first for each in found.kinds.values())
    any_of_three = sum(each.any_of_three for each in found.kinds.values())
    assert first <= any_of_three <= 1.05 * first


def test_less_than_promised_is_a_breach(found: Runs) -> None:
    found.kinds["a digit changed"].found -= 1
    breaches = found.breaches()
    found.kinds["a digit changed"].found += 1
    assert any(each.startswith("a digit changed: 1 of") for each in breaches)


def test_the_page_is_made_of_the_same_parts(found: Runs) -> None:
    """The figures are those of the full run; the headings and kinds are those of any."""
    sample = page(found, tables=8)
    headings = [line for line in sample.splitlines() if line.startswith("## ")]
    documented = PAGE.read_text(encoding="utf-8")
    assert [line for line in documented.splitlines() if line.startswith("## ")] == headings
    assert all(f"| {kind} |" in documented for kind in found.kinds)
