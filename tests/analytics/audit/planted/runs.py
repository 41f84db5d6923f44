"""Many reports with errors in them, audited, and what was found of what was planted."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from analytics.audit.finding import Finding
from analytics.audit.report import audited
from analytics.audit.severity import Severity
from tests.analytics.audit.planted import counts, percentages
from tests.analytics.audit.planted.draft import Draft, Place, Planted, place_of
from tests.analytics.audit.planted.reports import Written, report

SEED = 2106  # not among those that costs and widths were chosen with
MOST_ERRORS = 6
TRIES = 20
SEVERAL = percentages.SEVERAL

# How often the first explanation is to name what was planted: what was measured, less a margin.
FIRST = {
    "a digit added": 0.85,
    "a digit changed": 0.4,
    "a digit dropped": 0.2,
    "a list shifted by a stage": 0.95,
    "a total nowhere printed": 0.9,
    "blanks left out": 0.8,
    "digits exchanged": 0.85,
    "figures of another row, one figure": 0.65,
    "figures of another row, several figures": 0.8,
    "neighbouring column": 0.7,
    "one row less another, one figure": 0.25,
    "one row less another, several figures": 0.85,
    "over the sum of the parts": 0.95,
    "rounded twice": 0.8,
    "total of another row, one figure": 0.65,
    "total of another row, several figures": 0.85,
}

PLANTERS: tuple[Callable[[Draft], Planted | None], ...] = (
    partial(percentages.other_total, number=1),
    partial(percentages.other_total, number=SEVERAL),
    percentages.hidden_total,
    percentages.sum_of_parts,
    percentages.without_blanks,
    percentages.neighbouring_cell,
    partial(percentages.other_row, number=1),
    partial(percentages.other_row, number=SEVERAL),
    partial(percentages.difference, number=1),
    partial(percentages.difference, number=SEVERAL),
    percentages.truncated,
    percentages.rounded_twice,
    percentages.dropped,
    percentages.exchanged,
    percentages.changed,
    percentages.added,
    counts.shifted_lists,
    counts.wrong_change,
    counts.unlike_change,
    partial(counts.broken_flow, whose="total"),
    partial(counts.broken_flow, whose="group"),
    partial(counts.broken_flow, whose="blank"),
    counts.broken_total,
)


@dataclass(slots=True)
class Scored:
    """What was found of one kind of error.

    ``planted`` and ``found`` count figures made wrong and flagged; ``explicable`` those of them
    that have a cause to name; ``first`` and ``any_of_three`` how often it was named; ``silent`` how
    often nothing was offered.
    """

    errors: int = 0
    planted: int = 0
    found: int = 0
    explicable: int = 0
    first: int = 0
    any_of_three: int = 0
    silent: int = 0


@dataclass(slots=True)
class Runs:
    """The kinds of error, what was flagged, and how long it took."""

    kinds: dict[str, Scored] = field(default_factory=dict)
    reports: int = 0
    flagged: int = 0
    flagged_rightly: int = 0
    false_alarms: Counter[Place] = field(default_factory=Counter)
    seconds: dict[int, list[float]] = field(default_factory=dict)

    @property
    def recall(self) -> float:
        """The share of figures made wrong that were flagged."""
        return sum(each.found for each in self.kinds.values()) / max(
            sum(each.planted for each in self.kinds.values()), 1
        )

    @property
    def precision(self) -> float:
        """The share of figures flagged that were made wrong, or follow from one that was."""
        return self.flagged_rightly / max(self.flagged, 1)

    def breaches(self) -> list[str]:
        """Return what is worse than promised, in words."""
        missed = [
            f"{name}: {each.planted - each.found} of {each.planted} missed"
            for name, each in self.kinds.items()
            if each.found < each.planted
        ]
        alarms = [f"false alarm: {place}" for place in self.false_alarms]
        unnamed = [
            f"{name}: named first {each.first} times of {each.explicable}"
            for name, each in self.kinds.items()
            if each.first < FIRST.get(name, 0) * each.explicable
        ]
        return [*missed, *alarms, *unnamed]


def runs(number: int, *, seed: int = SEED) -> Runs:
    """Audit so many reports; every seventh is without an error."""
    found = Runs()
    for rng in np.random.default_rng(seed).spawn(number):
        draft, planted = written(rng, found.reports % (MOST_ERRORS + 1))
        printed = draft.report()
        start = time.perf_counter()
        findings = [each for each in audited(printed) if isinstance(each, Finding)]
        found.seconds.setdefault(len(planted), []).append(time.perf_counter() - start)
        _score(found, planted, findings)
    return found


def written(rng: np.random.Generator, errors: int) -> tuple[Draft, list[Planted]]:
    """Return a report with so many errors, as far as they find room."""
    style = Written(decimals=int(rng.choice([2, 2, 2, 1])))
    right = report(rng, style)
    monitoring, movements = right.tables
    draft = Draft(monitoring, movements, list(right.series), style, rng)
    return draft, list(_planted(draft, errors))


def _planted(draft: Draft, errors: int) -> Iterator[Planted]:
    # In the order of PLANTERS, counts last: lists are to be of the counts as they were.
    wanted = sorted(int(each) for each in draft.rng.integers(len(PLANTERS), size=errors))
    for each in wanted:
        tries = (PLANTERS[each](draft) for _ in range(TRIES))
        made = next((planted for planted in tries if planted), None)
        if made:
            yield made


def _score(found: Runs, planted: list[Planted], findings: list[Finding]) -> None:
    found.reports += 1
    flagged: dict[Place, Finding] = {}
    for each in findings:
        if each.severity.rank > Severity.precision.rank:
            flagged.setdefault(place_of(each), each)
    expected = {place for each in planted for place in each.places | each.follows}
    found.flagged += len(flagged)
    found.flagged_rightly += len(flagged.keys() & expected)
    found.false_alarms.update(flagged.keys() - expected)
    for error in planted:
        _score_one(found.kinds.setdefault(error.kind, Scored()), error, flagged)


def _score_one(scored: Scored, planted: Planted, flagged: dict[Place, Finding]) -> None:
    scored.errors += 1
    scored.planted += len(planted.places)
    scored.found += len(planted.places & flagged.keys())
    for place, is_named in planted.named.items():
        if place not in flagged:
            continue
        told = [is_named(each) for each in flagged[place].explanations]
        scored.explicable += 1
        scored.first += bool(told and told[0])
        scored.any_of_three += any(told)
        scored.silent += not told
