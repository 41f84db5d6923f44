"""A protected report written by hand: what is printed of one small campaign, and of one post."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from analytics.disclosure.cells import ENTERED, NOT_STATED, Cell
from analytics.disclosure.presets import PUBLIC
from analytics.disclosure.release import Published
from analytics.disclosure.structure import Stage, Structure
from reports.protected.material import ALL, Campaign, Group, Part, Protected

STAGES = ("Sift", "Interview", "Offer")
FEMALE, MALE, BLANK = ("sex", "Female"), ("sex", "Male"), ("sex", NOT_STATED)
SEX = (("sex", ("Female", "Male", NOT_STATED)),)
# By stage: all, women, men, not stated; and failed, pending of all.
PRINTED: Mapping[str, tuple[int | None, ...]] = {
    "Sift": (200, 60, 135, 5, 80, 10),
    "Interview": (110, 35, 75, None, 55, 5),
    "Offer": (45, None, 40, None),
}
WHO = (ALL, FEMALE, MALE, BLANK)


def part(printed: Mapping[str, tuple[int | None, ...]] = PRINTED, code: str = "LE25") -> Part:
    """The candidates of one campaign."""
    stages = tuple(Stage(name, ("failed", "pending")) for name in printed)
    counts = {
        cell: shown
        for stage, row in printed.items()
        for cell, shown in zip(_cells(code, stage), row, strict=False)
    }
    structure = Structure(code, stages, SEX)
    return Part(structure, published(structure, counts), (FEMALE,))


def published(structure: Structure, counts: Mapping[Cell, int | None]) -> Published:
    """What is printed under the usual policy."""
    return Published("R1", PUBLIC, counts, (structure,), (), ())


def _cells(code: str, stage: str) -> list[Cell]:
    entered = [_cell(code, stage, who) for who in WHO]
    return [*entered, *(_cell(code, stage, ALL, each) for each in ("failed", "pending"))]


def _cell(code: str, stage: str, who: Group, outcome: str = ENTERED) -> Cell:
    return Cell("R1", code, *who, stage, outcome)


def changed(stage: str, *row: int | None) -> Part:
    """The same with other counts at one stage."""
    return part({**PRINTED, stage: row})


def applications(submitted: int | None, withdrawn: int | None = None) -> Part:
    """How many applied to the campaign, and withdrew before its first stage."""
    stage = "all applications"
    structure = Structure("LE25", (Stage(stage, ("withdrawn",), complete=False),), ())
    counts = {
        _cell("LE25", stage, ALL): submitted,
        _cell("LE25", stage, ALL, "withdrawn"): withdrawn,
    }
    return Part(structure, published(structure, counts))


def campaign(counts: Part | None = None, before: Part | None = None) -> Campaign:
    """One campaign in words."""
    return Campaign(
        code="LE25",
        key="le25",
        title="Police constables",
        route="Police constable",
        opened=dt.date(2025, 1, 6),
        closed=dt.date(2025, 2, 28),
        as_at=dt.date(2025, 6, 30),
        counts=counts or part(),
        applications=before,
    )


def post(label: str = "Officer, Mercia, 31 March 2025", stage: str = "in post") -> Part:
    """The people of one post."""
    structure = Structure(label, (Stage(stage),), SEX[:1])
    shown = zip(WHO, (1735, 610, 1125, 0), strict=True)
    counts = {Cell("R1", label, *who, stage, ENTERED): count for who, count in shown}
    return Part(structure, published(structure, counts), (FEMALE,))


def protected(**changes: object) -> Protected:
    """All that a report is written from."""
    usual = Protected(
        preset=PUBLIC,
        campaigns=(campaign(),),
        workforce=(post(),),
        movements=(
            post("Officer, Mercia, 2024-25", "joined"),
            post("Officer, Mercia, 2024-25", "dismissed"),
        ),
        community={FEMALE: "50.60"},
        area="Mercia",
        uncounted=False,
        sources=(),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]
