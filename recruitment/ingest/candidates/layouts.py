"""The three layouts in which tracking systems export candidates, and which one a file has."""

from recruitment.errors import UsageError, nearest
from recruitment.ingest.mapping.roles import FURTHEST, STAGE, CandidateColumns
from recruitment.ingest.recognition.vocabulary import plain

ROW_PER_STAGE = "candidates, one row per stage"
FURTHEST_STAGE = "candidates, one row each with the furthest stage"
DATE_PER_STAGE = "candidates, one row each with a date per stage"
# As the command line has them; whole names are known too.
SHORT = {
    "candidates-per-stage": ROW_PER_STAGE,
    "candidates-furthest-stage": FURTHEST_STAGE,
    "candidates-dates": DATE_PER_STAGE,
}
# Asks for one of the three, whichever it is.
ANY = "candidates"


def asked_for(layout: str | None) -> str | None:
    """Return the layout that is asked for by name, or None where the file may tell.

    >>> asked_for("candidates-dates"), asked_for("candidates"), asked_for(None)
    ('candidates, one row each with a date per stage', None, None)

    Raises:
        UsageError: There is no such layout of candidates.
    """
    name = plain(layout or ANY)
    if name == ANY:
        return None
    known = {plain(each): whole for short, whole in SHORT.items() for each in (short, whole)}
    if name not in known:
        hint = nearest(name, list(SHORT))
        raise UsageError(f"there is no layout of candidates called “{layout}”; {hint}")
    return known[name]


def fitting(found: CandidateColumns) -> tuple[str, ...]:
    """Return the layouts that the columns of a file allow.

    A column of stages allows two, which only the keys tell apart. The date of one stage beside it
    says nothing; those of several do.

    >>> fitting(CandidateColumns({"candidate": 0, "stage": 1}, {"Application": 2}))
    ('candidates, one row per stage', 'candidates, one row each with the furthest stage')
    >>> fitting(CandidateColumns({"candidate": 0}, {"Application": 2}))
    ('candidates, one row each with a date per stage',)
    """
    by_stage = (ROW_PER_STAGE, FURTHEST_STAGE) if STAGE in found.roles else ()
    furthest = (FURTHEST_STAGE,) if FURTHEST in found.roles and not by_stage else ()
    dated = len(found.dates) > 1 or (found.dates and not by_stage and not furthest)
    return (*by_stage, *furthest, *((DATE_PER_STAGE,) if dated else ()))
