"""Whole campaigns made at random, as large as real ones, ready to be released."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from analytics.disclosure.cells import ENTERED, EVERYBODY, NOT_STATED, Cell
from analytics.disclosure.release import Release
from analytics.disclosure.structure import Stage, Structure

PENDING = ("failed", "pending")
SIZES = (60, 150, 400, 800, 1500)


@dataclass(frozen=True, slots=True)
class Person:
    """One candidate: the answers given, the last stage reached, from 0, and what became there."""

    answers: tuple[str, ...]
    stage: int
    outcome: str


def campaign(seed: int, candidates: int | None = None) -> Release:
    """Return a campaign of 3 to 6 characteristics and 3 to 7 stages; the same for the same seed."""
    rng = np.random.default_rng(seed)
    structure = _structure(rng)
    people = _people(rng, structure, candidates or int(rng.choice(SIZES)))
    return release_of_people("R1", structure, people)


def monthly_pair(seed: int, candidates: int) -> tuple[Release, Release]:
    """Return a campaign as it stood one month, and the next, when some have moved on."""
    rng = np.random.default_rng(seed)
    structure = _structure(rng)
    later = _people(rng, structure, candidates)
    earlier = [_before(rng, person) for person in later[: candidates - int(rng.integers(0, 9))]]
    first = release_of_people("R1", structure, earlier)
    return first, release_of_people("R2", structure, later)


def release_of_people(name: str, structure: Structure, people: list[Person]) -> Release:
    """Return the counts of people as a release."""
    counts = dict.fromkeys(structure.cells(name), 0)
    for person in people:
        for who in _everyone(structure, person):
            for number, stage in enumerate(structure.stages[: person.stage + 1]):
                counts[Cell(name, structure.campaign, *who, stage.name, ENTERED)] += 1
                if number == person.stage and stage.outcomes:
                    counts[Cell(name, structure.campaign, *who, stage.name, person.outcome)] += 1
    return Release(name, (structure,), counts)


def _everyone(structure: Structure, person: Person) -> Iterator[tuple[str, str]]:
    yield EVERYBODY, EVERYBODY
    for (name, _), answer in zip(structure.characteristics, person.answers, strict=True):
        yield name, answer


def _structure(rng: np.random.Generator) -> Structure:
    stages = [f"Stage {number}" for number in range(1, int(rng.integers(4, 8)))]
    characteristics = tuple(
        (
            f"Question {number}",
            (*(f"Answer {n}" for n in range(int(rng.integers(2, 5)))), NOT_STATED),
        )
        for number in range(int(rng.integers(3, 7)))
    )
    steps = [*(Stage(name, PENDING) for name in stages[:-1]), Stage(stages[-1])]
    return Structure("C1", tuple(steps), characteristics)


def _people(rng: np.random.Generator, structure: Structure, candidates: int) -> list[Person]:
    last = len(structure.stages) - 1
    reached = np.minimum(rng.geometric(0.3, candidates) - 1, last)
    columns = [
        rng.choice(categories, candidates, p=rng.dirichlet(np.full(len(categories), 0.6)))
        for _, categories in structure.characteristics
    ]
    outcomes = np.where(rng.random(candidates) < 0.1, "pending", "failed")
    return [
        Person(tuple(map(str, answers)), int(stage), str(outcome))
        for stage, outcome, *answers in zip(reached, outcomes, *columns, strict=True)
    ]


def _before(rng: np.random.Generator, person: Person) -> Person:
    if person.stage and rng.random() < 0.1:
        return replace(person, stage=person.stage - 1, outcome="pending")
    return person
