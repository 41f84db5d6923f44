"""One small table by hand: two categories and those who did not answer, at two stages."""

from collections.abc import Mapping

from analytics.disclosure.cells import ENTERED, EVERYBODY, NOT_STATED, Cell
from analytics.disclosure.release import Release
from analytics.disclosure.structure import Stage, Structure

STAGES = ("Sift", "Interview")
CATEGORIES = ("Disabled", "Not disabled", NOT_STATED)
DISABILITY = Structure(
    "C1", (Stage("Sift", ("failed",)), Stage("Interview")), (("disability", CATEGORIES),)
)


def cell(category: str, stage: str, outcome: str = ENTERED, release: str = "R1") -> Cell:
    """Return a cell of the table; no category for the total."""
    who = ("disability", category) if category else (EVERYBODY, EVERYBODY)
    return Cell(release, "C1", *who, stage, outcome)


def release(entered: Mapping[str, tuple[int, int]], name: str = "R1") -> Release:
    """Return the release of a table from how many of each category entered the two stages."""
    counts = {}
    everybody = tuple(map(sum, zip(*entered.values(), strict=True)))
    for category, (sift, interview) in {**entered, "": everybody}.items():
        counts[cell(category, "Sift", release=name)] = sift
        counts[cell(category, "Sift", "failed", release=name)] = sift - interview
        counts[cell(category, "Interview", release=name)] = interview
    return Release(name, (DISABILITY,), counts)
