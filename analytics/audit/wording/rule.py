"""What a rule is: what it looks for, why, and how it finds it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from analytics.audit.severity import Severity
from analytics.audit.wording.sentences import Passage


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a test of one group says.

    Attributes:
        p_value: Of the test by itself, or None where there is none.
        ahead: How far the group is ahead, in percentage points; below 0 it is behind.
        reading: The test in words.
    """

    p_value: float | None
    ahead: float | None
    reading: str


# Campaign, characteristic, category, and stage. The stage is ``Overall`` for the whole process,
# ``Applicants`` for shares of applicants, and the years, such as ``2019-2020``, for joiners and
# leavers, which have no campaign.
Tested = Mapping[tuple[str | None, str, str, str], Evidence]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that a rule is about.

    Attributes:
        words: As printed.
        suggestion: A sentence to print in place of the one they stand in.
        severity: How serious they are.
        note: What is to be said of this very sentence, besides why the rule is there.
    """

    words: str
    suggestion: str
    severity: Severity
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of wording.

    Attributes:
        name: What identifies it, in words.
        looks_for: What it looks for.
        why: The convention or the reason, in one sentence.
        find: What it finds in a passage, given what tests say.
    """

    name: str
    looks_for: str
    why: str
    find: Callable[[Passage, Tested], Iterator[Hit]]
