"""Candidates counted one by one in plain Python, slowly, from the rules and not from the code."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tests.recruitment.ingest.candidates.made import Counts, Row

STAGES = ("Application", "Telephone interview", "Assessment centre", "Offer")
BLANK = "Not stated"
# By the column: what each answer means.
ANSWERS = {
    "Ethnicity": {"": BLANK, "Indian": "BAME", "Roma": "White", "Prefer not to say": BLANK},
    "Sex": {"": BLANK, "F": "Female", "Male": "Male"},
}
CODES = {"Ethnicity": "ethnicity", "Sex": "sex"}
# Further along first.
OUTCOMES = {"Passed": "passed", "On hold": "pending", "Rejected": "failed", "Withdrew": "withdrawn"}


def per_stage(rows: Sequence[Row]) -> Counts:
    """Return the counts of rows per candidate and stage."""
    stages = occurring(row["Stage"] for row in rows)
    tally: Counter[tuple[str, ...]] = Counter()
    for own in _by_key(rows).values():
        reached = {row["Stage"] for row in own}
        for stage in reached:
            here = [row for row in own if row["Stage"] == stage]
            later = any(stages.index(other) > stages.index(stage) for other in reached)
            outcome = _stated(here) or _unstated(stages, stage, later=later)
            _add(tally, stage, outcome, _meant(here))
    return dict(tally)


def furthest(rows: Sequence[Row]) -> Counts:
    """Return the counts of rows with the furthest stage of a candidate each.

    Everybody has entered the first stage of all, though it is nobody's furthest.
    """
    stages = occurring([STAGES[0], *(row["Stage"] for row in rows)])
    tally: Counter[tuple[str, ...]] = Counter()
    for own in _by_key(rows).values():
        top = max((row["Stage"] for row in own), key=stages.index)
        last = [row for row in own if row["Stage"] == top]
        for stage in stages[: stages.index(top)]:
            _add(tally, stage, "passed", _meant(own))
        _add(tally, top, _stated(last) or _unstated(stages, top, later=False), _meant(own))
    return dict(tally)


def dated(rows: Sequence[Row]) -> Counts:
    """Return the counts of rows with a date per stage."""
    stages = occurring(stage for row in rows for stage in STAGES if row[f"{stage} date"])
    tally: Counter[tuple[str, ...]] = Counter()
    for own in _by_key(rows).values():
        reached = [stage for stage in stages if any(row[f"{stage} date"] for row in own)]
        for stage in reached[:-1]:
            _add(tally, stage, "passed", _meant(own))
        for top in reached[-1:]:
            last = [row for row in own if row[f"{top} date"]]
            _add(tally, top, _stated(last) or _unstated(stages, top, later=False), _meant(own))
    return dict(tally)


def occurring(stages: Iterable[str]) -> list[str]:
    """Return the stages that occur, first to last."""
    found = set(stages)
    return [stage for stage in STAGES if stage in found]


def _by_key(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["Candidate ID"].strip()].append(row)
    return found


def _stated(rows: Sequence[Row]) -> str | None:
    said = {OUTCOMES.get(row["Outcome"]) for row in rows}
    return next((each for each in OUTCOMES.values() if each in said), None)


def _unstated(stages: Sequence[str], stage: str, *, later: bool) -> str | None:
    if later:
        return "passed"
    return None if stage == stages[-1] else "pending"


def _meant(rows: Sequence[Row]) -> dict[str, str]:
    found = {}
    for heading, meanings in ANSWERS.items():
        stated = {meanings[row[heading]] for row in rows} - {BLANK}
        found[CODES[heading]] = stated.pop() if len(stated) == 1 else BLANK
    return found


def _add(
    tally: "Counter[tuple[str, ...]]", stage: str, outcome: str | None, meant: Mapping[str, str]
) -> None:
    for characteristic, category in meant.items():
        for each in ("entered", outcome):
            if each is not None:
                tally[stage, each, characteristic, category] += 1
