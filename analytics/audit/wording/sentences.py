"""Sentences of a report, each with what is said before and after it in the same place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from analytics.audit.wording.patterns import written

LONGEST = 2000  # characters
NEIGHBOURS = 12  # sentences on either side; a paragraph seldom has more
# A full stop after one of these ends no sentence.
_ABBREVIATED = written(r"\b(?:e\.g|i\.e|etc|approx|tel|no|nos|vs|cf|para|fig|dr|mr|mrs|st)\.$")
_END = re.compile(r"(?<=[.!?])[\"”\u2019)\]]*\s+(?=[A-Z0-9“\u2018\"(\[£])")
# Bold marks are no part of what is printed; dashes and spaces that look alike are made alike.
_ALIKE = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2011": "-", "\u00a0": " ", "\u2019": "'"})
_MENTIONED = re.compile(r'“[^”]*”|"[^"]*"|`[^`]*`')


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it is printed.

    Attributes:
        document: The document, in short.
        place: Where in it.
        text: The sentence; several, or a heading, will do.
        campaign: The campaign that it is about, or None.
    """

    document: str
    place: str
    text: str
    campaign: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with its neighbours.

    Attributes:
        sentence: As printed.
        text: The same for looking at: one kind of dash, and words that are only mentioned, in
            double quotation marks or as code, blotted out.
        before: What the same place says shortly before it.
        after: What the same place says shortly after it.
    """

    sentence: Sentence
    text: str
    before: str = ""
    after: str = ""

    @property
    def around(self) -> str:
        """What the place says here and nearby."""
        return f"{self.before} {self.text} {self.after}"


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph.

    >>> split_sentences("Women rose to 41.0%. See e.g. Table 2. That is all.")
    ['Women rose to 41.0%.', 'See e.g. Table 2.', 'That is all.']
    """
    found: list[str] = []
    for part in _parts(" ".join(text.split())):
        if found and _goes_on(found[-1], part):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def _goes_on(sentence: str, part: str) -> bool:
    return len(sentence) + len(part) < LONGEST and bool(_ABBREVIATED.search(sentence[-10:]))


def _pieces(text: str) -> Iterator[str]:
    """Yield a sentence; one too long to be one in pieces, parted at spaces where there are any."""
    while len(text) > LONGEST:
        end = text.rfind(" ", 1, LONGEST)
        cut = end if end > 0 else LONGEST
        yield text[:cut]
        text = text[cut:].strip()
    yield text


def _parts(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        yield from _pieces(text[start : end.end()].strip())
        start = end.end()
    if text[start:]:
        yield from _pieces(text[start:])


def passages(sentences: Iterable[Sentence]) -> Iterator[Passage]:
    """Yield each sentence with what its own place says before and after it."""
    for _, together in groupby(sentences, key=lambda each: (each.document, each.place)):
        parts = [
            replace(each, text=text) for each in together for text in split_sentences(each.text)
        ]
        looked_at = [_mentions_blotted_out(plain(each.text)) for each in parts]
        for place, each in enumerate(parts):
            before = looked_at[max(place - NEIGHBOURS, 0) : place]
            after = looked_at[place + 1 : place + 1 + NEIGHBOURS]
            yield Passage(each, looked_at[place], " ".join(before), " ".join(after))


def plain(text: str) -> str:
    """Return ``text`` without bold marks, with one kind of dash, space and apostrophe.

    >>> plain("There is a **\u22123.43**% change")
    'There is a -3.43% change'
    """
    return text.replace("**", "").translate(_ALIKE)


def _mentions_blotted_out(text: str) -> str:
    return _MENTIONED.sub(lambda found: " " * len(found[0]), text)
