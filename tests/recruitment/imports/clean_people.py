"""People who went through the stages of a campaign, and the tables that count them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from random import Random

from tests.recruitment.imports.malformed.tables import Rows

STAGES = (
    *("Application", "Telephone interview", "Face to face interview", "Assessment centre"),
    *("Pre-employment checks", "Offer"),
)
SEXES, GROUPS = ("Female", "Male", "Not stated"), ("BAME", "White", "Not stated")
Joint = dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Campaign:
    """Who entered each stage and who failed there, by sex and ethnicity.

    Attributes:
        entered: For each stage, first to last.
        failed: Likewise; nobody at the last.
    """

    entered: tuple[Joint, ...]
    failed: tuple[Joint, ...]

    @property
    def people(self) -> int:
        """How many entered the first stage."""
        return sum(self.entered[0].values())

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages."""
        return STAGES[: len(self.entered)]


def campaign(seed: int, stages: int, size: int) -> Campaign:
    """Return a campaign of so many stages with up to ``size`` people in each of nine cells."""
    random = Random(seed)  # noqa: S311 - nothing is secret here
    entered = [{cell: random.randint(1, size) for cell in product(SEXES, GROUPS)}]
    failed: list[Joint] = []
    for _ in range(stages - 1):
        failed.append({cell: random.randint(0, people) for cell, people in entered[-1].items()})
        entered.append({cell: entered[-1][cell] - failed[-1][cell] for cell in entered[-1]})
    return Campaign(tuple(entered), (*failed, {}))


def counted(of: Campaign) -> Rows:
    """Return tidy counts."""
    rows = [("stage", "outcome", "characteristic", "category", "candidates")]
    for stage, entered, failed in zip(of.stages, of.entered, of.failed, strict=True):
        for outcome, joint in (("entered", entered), ("failed", failed)):
            rows += (
                (stage, outcome, code, name, f"{_margin(joint, name, at)}")
                for at, (code, names) in enumerate((("sex", SEXES), ("ethnicity", GROUPS)))
                for name in (names if joint else ())
            )
    return rows


def printed(of: Campaign) -> Rows:
    """Return a monitoring table, with percentages to two decimals under each row."""
    rows: list[tuple[str, ...]] = [("", "TOTAL", "BAME", "Blank", "FEMALE", "Blank")]
    for number, (stage, joint) in enumerate(zip(of.stages, of.entered, strict=True)):
        rows += _printed("Applications submitted" if number == 0 else stage, joint)
        if number and of.failed[number]:
            rows += _printed(f"{stage} unsuccessful", of.failed[number])
    return rows


def _printed(label: str, joint: Joint) -> Iterator[tuple[str, ...]]:
    total = sum(joint.values())
    cells = (("BAME", 1), ("Not stated", 1), ("Female", 0), ("Not stated", 0))
    people = [_margin(joint, name, at) for name, at in cells]
    yield (label, f"{total}", *map(str, people))
    yield ("% of total", "", *(_share(each, total) if total else "" for each in people))


def _margin(joint: Joint, name: str, at: int) -> int:
    return sum(people for cell, people in joint.items() if cell[at] == name)


def _share(people: int, total: int) -> str:
    exact = Decimal(100 * people) / total
    return f"{exact.quantize(Decimal('0.01'), ROUND_HALF_UP)}%"


def per_stage(of: Campaign) -> Rows:
    """Return candidates, a row to each stage."""
    rows = [("Candidate ID", "Stage", "Outcome", "Sex", "Ethnicity")]
    for key, sex, group, last, failed in _candidates(of):
        for place in range(last + 1):
            outcome = "Passed" if place < last else ("Failed" if failed else "")
            rows.append((key, of.stages[place], outcome, sex, group))
    return rows


def furthest(of: Campaign) -> Rows:
    """Return candidates, one row each with the furthest stage."""
    heading = ("Application ID", "Furthest stage", "Status", "Gender", "Ethnic origin")
    return [
        heading,
        *(
            (key, of.stages[last], "Unsuccessful" if failed else "In process", sex, group)
            for key, sex, group, last, failed in _candidates(of)
        ),
    ]


def dated(of: Campaign) -> Rows:
    """Return candidates, one row each with a date to each stage."""
    heading = ("Candidate number", *(f"{stage} date" for stage in of.stages), "Sex", "Ethnicity")
    rows = [heading]
    for key, sex, group, last, _ in _candidates(of):
        dates = (f"{1 + place:02}/0{1 + place}/2025" for place in range(last + 1))
        blank = [""] * (len(of.stages) - last - 1)
        rows.append((key, *dates, *blank, sex, group))
    return rows


def _candidates(of: Campaign) -> Iterator[tuple[str, str, str, int, bool]]:
    # Key, answers, the place of the last stage, and whether they failed there.
    number = 0
    for place, joint in enumerate((*of.failed[:-1], of.entered[-1])):
        for (sex, group), people in joint.items():
            for _ in range(people):
                number += 1
                last = min(place, len(of.stages) - 1)
                yield f"C{number}", sex, group, last, place < len(of.stages) - 1
