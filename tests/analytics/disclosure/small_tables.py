"""Small campaigns, of which something is published and something is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from analytics.disclosure.cells import ENTERED, EVERYBODY, Cell, Quantity, difference
from analytics.disclosure.facts import Between, Exact, Fact, Hidden, Ordered, Percentage, Rounded
from analytics.disclosure.release import Release
from analytics.disclosure.structure import Stage, Structure

RELEASE, CAMPAIGN = "R1", "C1"
# How many categories each characteristic has, stages, and people at most.
SHAPES = [
    ((3,), 2, 9),
    ((2, 3), 2, 7),
    ((3, 3), 1, 14),
    ((2, 2), 3, 7),
    ((4,), 1, 10),
    ((3,), 3, 5),
]
# Base and threshold of what is shown; base 1 is exact.
POLICIES = [(1, 0), (1, 3), (3, 3), (5, 5), (5, 0)]


@dataclass(frozen=True, slots=True, eq=False)
class SmallTable:
    """What is true, what is told of it, and what an attacker would like to know."""

    release: Release
    facts: tuple[Fact, ...]
    wanted: tuple[Quantity, ...]


def small_table(seed: int) -> SmallTable:
    """Return a table of a few people; the same for the same seed."""
    rng = Random(seed)  # noqa: S311 - nothing is kept secret with it
    categories, stages, most = rng.choice(SHAPES)
    structure = _structure(categories, stages)
    counts = _counts(rng, structure, rng.randint(1, most))
    facts = [*_cell_facts(rng, counts), *_other_facts(rng, structure, counts)]
    hidden = [fact.cell for fact in facts if isinstance(fact, Hidden)]
    wanted = [Quantity.of(cell) for cell in hidden]
    wanted += [difference(cell.everybody(), [cell]) for cell in hidden if not cell.is_total]
    return SmallTable(Release(RELEASE, (structure,), counts), tuple(facts), tuple(wanted))


def _structure(categories: tuple[int, ...], stages: int) -> Structure:
    names = [f"S{number}" for number in range(1, stages + 1)]
    steps = [*(Stage(name, ("failed",)) for name in names[:-1]), Stage(names[-1])]
    characteristics = tuple(
        (f"Q{place}", tuple(f"A{number}" for number in range(many)))
        for place, many in enumerate(categories)
    )
    return Structure(CAMPAIGN, tuple(steps), characteristics)


def _counts(rng: Random, structure: Structure, people: int) -> dict[Cell, int]:
    counts = dict.fromkeys(structure.cells(RELEASE), 0)
    last = len(structure.stages) - 1
    for _ in range(people):
        end = rng.randint(0, last)
        answers = [(name, rng.choice(given)) for name, given in structure.characteristics]
        for who in [(EVERYBODY, EVERYBODY), *answers]:
            for number, stage in enumerate(structure.stages[: end + 1]):
                counts[Cell(RELEASE, CAMPAIGN, *who, stage.name, ENTERED)] += 1
                if number == end < last:
                    counts[Cell(RELEASE, CAMPAIGN, *who, stage.name, "failed")] += 1
    return counts


def _cell_facts(rng: Random, counts: dict[Cell, int]) -> Iterator[Fact]:
    """Tell of each cell what it is, what it is rounded, or nothing; of all candidates, always."""
    base, threshold = rng.choice(POLICIES)
    for number, (cell, count) in enumerate(counts.items()):
        small = 0 < count < threshold
        if number == 0 and (small or base == 1):
            yield Exact(Quantity.of(cell), count)
        elif number > 0 and (small or rng.random() < 0.5):
            yield Hidden(cell)
        elif base == 1:
            yield Exact(Quantity.of(cell), count)
        else:
            shown = (2 * count + base) // (2 * base) * base
            yield Rounded(Quantity.of(cell), shown, base, threshold)


def _other_facts(rng: Random, structure: Structure, counts: dict[Cell, int]) -> Iterator[Fact]:
    for name, answers in structure.characteristics:
        cells = [cell for cell in counts if cell.characteristic == name]
        one, other = rng.sample(cells, 2)
        if rng.random() < 0.3:
            yield _true_share(one, counts, rng.choice([0, 1]), answers)
        if rng.random() < 0.3:
            larger, smaller = sorted([one, other], key=lambda cell: -counts[cell])
            yield Ordered(Quantity.of(larger), Quantity.of(smaller))
        if rng.random() < 0.2:
            yield Between(Quantity.of(other), counts[other] - 1, counts[other] + 2)


def _true_share(
    part: Cell, counts: dict[Cell, int], decimals: int, answers: tuple[str, ...]
) -> Fact:
    """Return a share of the total, which may be hidden; an order where the total is nobody."""
    whole = part.everybody()
    if counts[whole] == 0:
        assert answers
        return Ordered(Quantity.of(whole), Quantity.of(part))
    printed = (2 * 100 * 10**decimals * counts[part] + counts[whole]) // (2 * counts[whole])
    return Percentage(Quantity.of(part), Quantity.of(whole), printed, decimals)
