"""One printed figure beside what its counts give."""

from dataclasses import dataclass
from enum import StrEnum

from analytics.audit.explanations import Explanation
from analytics.audit.printed import Cell
from analytics.audit.severity import Severity


class What(StrEnum):
    """What kind of figure or statement was looked at."""

    percentage = "percentage"
    flow = "flow"
    total = "total"
    series = "series"
    change = "change"
    growth = "growth"
    wording = "wording"


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure of a report, recomputed.

    Attributes:
        document: The document, in short.
        place: Where in it.
        what: What kind of figure it is.
        printed: As printed.
        recomputed: What the counts give, as text, or None where they give nothing.
        severity: How the two compare.
        campaign: The campaign, or None.
        label: The row or list that it is in.
        stage: The stage, or None.
        cell: The characteristic and category, or None where it is about everybody.
        numerator: People counted, or None.
        denominator: Out of how many, or None.
        explanations: How it may have gone wrong, the best first.
        detail: What does not add up, where it is no quotient.
    """

    document: str
    place: str
    what: What
    printed: str
    recomputed: str | None
    severity: Severity
    campaign: str | None = None
    label: str = ""
    stage: str | None = None
    cell: Cell | None = None
    numerator: int | None = None
    denominator: int | None = None
    explanations: tuple[Explanation, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """One printed figure that nothing printed can confirm.

    Attributes:
        document: The document, in short.
        place: Where in it.
        label: The row, list or words that it is in.
        printed: As printed.
        why: What is missing, in a few words.
        campaign: The campaign, or None.
        cell: The characteristic and category, or None.
    """

    document: str
    place: str
    label: str
    printed: str
    why: str
    campaign: str | None = None
    cell: Cell | None = None


NO_NUMBER = "not a number"
