"""No false alarm: fifty files with nothing wrong in them are read without a word of blame."""

import json

import pytest

from tests.recruitment.imports.clean import MANY, Clean, clean_files
from tests.recruitment.imports.run import Importer

FILES = clean_files()


@pytest.mark.parametrize("clean", [pytest.param(each, id=each.case.name) for each in FILES])
def test_a_clean_file_raises_no_alarm(importer: Importer, clean: Clean) -> None:
    outcome = importer.outcome(clean.case)
    assert (outcome.code, outcome.err) == (0, "")
    found = json.loads(outcome.out)
    assert found["findings"] == []
    (imported,) = found["imported"]
    assert (imported["layout"], imported["people"]) == (clean.layout, clean.people)
    assert imported["action"] == "imported"


def test_there_are_fifty_clean_files_and_no_two_are_alike() -> None:
    assert len({each.case.made() for each in FILES}) == MANY == 50
