"""Changes that sentences state: "There is a -3.43% percentage change"."""

import re
from typing import NamedTuple

SIGNED = r"[+\-\u2212\u2013\u2010\u2011]?\s?[0-9]{1,9}(?:\.[0-9]{1,20})?\s?%?"
STATED = re.compile(
    rf"(?P<printed>{SIGNED})\s+(?P<label>(?:percentage|percent|per cent|%|pp)"
    r"[\w\s-]{0,40}?\b(?:change|difference)\b[\w\s]{0,40})",
    re.IGNORECASE,
)
# "A change of +1.69 percentage points".
OF = re.compile(
    rf"\b(?P<kind>change|difference) of (?P<printed>{SIGNED})"
    r"(?P<unit>\s*(?:percentage points?|pp|points?)\b)?",
    re.IGNORECASE,
)


class Change(NamedTuple):
    """A change as a sentence prints it, and the words around it."""

    printed: str
    label: str


def change_in(sentence: str) -> Change | None:
    """Return the change that ``sentence`` states, or None.

    >>> change_in("There is a +6.49% percentage change so far.")
    Change(printed='+6.49%', label='percentage change so far')
    >>> change_in("Recruitment has seen a change.") is None
    True
    """
    text = sentence.replace("**", "")
    stated = STATED.search(text)
    if stated:
        return Change(stated["printed"].strip(), stated["label"].strip())
    of = OF.search(text)
    if of is None or not ("%" in of["printed"] or of["unit"]):
        return None
    return Change(of["printed"].strip(), f"{of['unit'] or ''} {of['kind']}".strip())
