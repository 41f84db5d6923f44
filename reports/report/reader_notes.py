"""Notes of the commands as a paper has them: sorted by campaign, without options to type.

What a command says beside its one table takes a few words more in a paper that has many.
"""

import re
from collections.abc import Iterable, Sequence

# A hint at an option, which is for whoever runs the command, not for whoever reads the paper.
_OPTION = r"--(?:blank|weights|corrected|headcount|area|to)\b"
_HINTS = (
    re.compile(rf"; {_OPTION}.*?(?=\. [A-Z0-9]|\.$)"),
    re.compile(rf"(?:(?<=\. )|^){_OPTION}.*?(?:\.$|\. (?=[A-Z]))"),
)

# What a command says, and what a paper says for it.
_IN_A_PAPER = (
    (
        re.compile(r"^(.+) is left out at (.+): no failures are recorded there\.$"),
        r"\1: its pass rates leave out \2, where no failures are recorded.",
    ),
    (
        re.compile(r"^(.+): Overall counts who entered (.+), the last settled stage\.$"),
        r"\1: Overall, in its pass rates, counts as passed who entered \2, the last settled stage.",
    ),
    (re.compile(r"(half-up\. )Precision: it agrees at"), r"\1Agree as printed: at"),
    (re.compile(r"counts under precision\.$"), "counts as agreeing as printed."),
)


def for_readers(notes: Iterable[str]) -> tuple[str, ...]:
    """Return each of ``notes`` once, without the options of the command that made it.

    >>> for_readers(["Home area is left out; --weights says so, such as --weights city=.3.", "A."])
    ('Home area is left out.', 'A.')
    """
    plain = (_in_a_paper(_without_hints(note)) for note in notes)
    return tuple(dict.fromkeys(filter(None, plain)))


def about(notes: Iterable[str], campaign: str) -> tuple[str, ...]:
    """Return those of ``notes`` that begin with the name of ``campaign``, each once.

    >>> about(["LE19: one.", "LE19a: two.", "All."], "LE19")
    ('LE19: one.',)
    """
    return tuple(note for note in dict.fromkeys(notes) if _names(note, campaign))


def about_none(notes: Iterable[str], campaigns: Sequence[str]) -> tuple[str, ...]:
    """Return those of ``notes`` that begin with none of ``campaigns``, each once.

    >>> about_none(["LE19: one.", "All."], ["LE19"])
    ('All.',)
    """
    every = dict.fromkeys(notes)
    return tuple(note for note in every if not any(_names(note, each) for each in campaigns))


def _names(note: str, campaign: str) -> bool:
    return note.startswith(campaign) and note[len(campaign) : len(campaign) + 1] in {":", ",", " "}


def _without_hints(note: str) -> str:
    for hint in _HINTS:
        note = hint.sub("", note)
    return note.strip()


def _in_a_paper(note: str) -> str:
    for said, reads in _IN_A_PAPER:
        note = said.sub(reads, note)
    return note
