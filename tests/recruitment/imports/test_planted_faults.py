"""A file with 25 faults is mended in one go: one run names them all, each by its place."""

import re
from collections.abc import Callable

import pytest

from tests.recruitment.imports import planted
from tests.recruitment.imports.malformed.case import Case
from tests.recruitment.imports.malformed.tables import CANARIES
from tests.recruitment.imports.run import Importer

PLANTED, LEAST = 25, 24
FILES = {
    "counts.csv": planted.tidy,
    "table.xlsx": planted.table,
    "people.csv": planted.people,
    "broken.csv": planted.broken_people,
}
Made = Callable[[], tuple[str | bytes, list[str]]]
PLACE = re.compile(r"[\w.]+(?:, sheet Counts)?, (row \d+(?:, column [\w ]+)?): .+")


@pytest.mark.parametrize(("source", "made"), FILES.items(), ids=FILES)
def test_at_least_24_of_25_faults_are_told_by_their_places(
    importer: Importer, source: str, made: Made
) -> None:
    content, places = made()
    outcome = importer.outcome(Case("25 faults", source, _bytes(content)))
    told = [found[1] for line in outcome.lines if (found := PLACE.fullmatch(line))]
    assert len(set(places)) == PLANTED
    assert outcome.code == 3
    assert len(set(told) & set(places)) >= LEAST, sorted(set(places) - set(told))
    assert set(told) <= set(places), "only what was planted"
    assert outcome.after == outcome.before
    assert not any(value in outcome.out + outcome.err for value in CANARIES)


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()
