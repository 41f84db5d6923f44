"""What only looks wrong is read for what it is, and what looks like an order is only text."""

import json
import unicodedata

import pytest

from tests.recruitment.imports.malformed import labels
from tests.recruitment.imports.malformed.case import Case
from tests.recruitment.imports.malformed.tables import COUNTS, csv_of
from tests.recruitment.imports.run import Importer

CASES = {case.name: case for case in labels.CASES}
SPELT = (
    "mixed case",
    "trailing and leading spaces",
    "invisible spaces",
    "other words for the same",
    "full-width letters",
)


def stages(importer: Importer, case: Case) -> list[dict[str, object]]:
    found = json.loads(importer.outcome(case).out)["stages"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("name", SPELT)
def test_another_spelling_counts_the_same(importer: Importer, name: str) -> None:
    plain = stages(importer, Case("plain", "plain.csv", csv_of(COUNTS), ("--campaign", "PLAIN")))
    other = stages(importer, CASES[name])
    assert [{**each, "campaign": "LE25"} for each in plain] == other


def test_a_stage_that_looks_like_an_order_is_kept_as_text(importer: Importer) -> None:
    case = CASES["SQL, HTML, Markdown and formulas in stages of one's own"]
    kept = [each["stage"] for each in stages(importer, case)]
    assert kept == [unicodedata.normalize("NFC", each) for each in labels.ODD]


def test_compatibility_characters_are_read_as_the_plain_ones(importer: Importer) -> None:
    case = CASES["compatibility characters in stages of one's own"]
    assert [each["stage"] for each in stages(importer, case)] == list(labels.PLAINER.values())
