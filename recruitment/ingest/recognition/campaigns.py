"""Which campaign a table is about: what the nearest heading or caption above it names."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

HEADING = 100
CODE = re.compile(r"\b[A-Z]{2,6}\d{2,4}[A-Za-z]?\b")
# "Degree Holder Entry Programme (DHEP)", "... Apprenticeship 2019 (PCDA)".
EXPANDED = re.compile(r"((?:[A-Z][\w'\u2019-]{1,30}\s+){2,6})(?:\d{4}\s+)?\(([A-Z]{2,6})\)")
KINDS = re.compile(r"campaign|programme|apprentice|entry|intake|cohort|scheme", re.IGNORECASE)
BEFORE_CAMPAIGN = re.compile(r"\b([A-Z]{2,6}\d{0,4}[a-z]?)\s+(?:recruitment\s+)?campaign\b")
WORD = re.compile(r"\w+")
CAMPAIGN = re.compile(r"\b(?:recruitment\s+)?(?:campaign|intake|cohort)\b", re.IGNORECASE)


class Campaigns:
    """The campaigns that a document names, and what they are called in it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)

    @cached_property
    def _expansions(self) -> dict[str, str]:
        # What each abbreviation stands for: its letters begin the words before it.
        found: dict[str, str] = {}
        for text in self._texts:
            for words, short in EXPANDED.findall(text) if "(" in text else ():
                parts = words.split()[-len(short) :]
                phrase = " ".join(parts)
                if "".join(part[0] for part in parts) == short and KINDS.search(phrase):
                    found.setdefault(phrase.casefold(), short)
        return found

    @cached_property
    def _codes(self) -> dict[str, str]:
        # By small letters: "LE19A" is the LE19a of another paragraph.
        found = dict.fromkeys(self._expansions.values())
        for text in self._texts:
            codes = CODE.findall(text) if is_heading(text) or CAMPAIGN.search(text) else []
            # In "LE19 PC Recruitment Campaign" PC is whom it recruits.
            found |= dict.fromkeys(codes or BEFORE_CAMPAIGN.findall(text))
        known: dict[str, str] = {}
        for code in found:
            known.setdefault(code.casefold(), code)
        return known

    @cached_property
    def _known(self) -> dict[str, list[str]]:
        # By their first word, so that no text is compared with thousands of names.
        found: dict[str, list[str]] = {}
        for name in sorted((*self._expansions, *self._codes), key=len, reverse=True):
            found.setdefault(WORD.findall(name)[0], []).append(name)
        return found

    def named_in(self, text: str) -> list[str]:
        """Return the campaigns that ``text`` names, each once, in its order.

        >>> texts = ["The Degree Holder Entry Programme (DHEP) opened.", "LE19a campaign"]
        >>> Campaigns(texts).named_in("Degree Holder Entry Programme 2020, and LE19A")
        ['DHEP', 'LE19a']
        """
        found = self._names_in(text.casefold())
        codes = (self._expansions.get(each) or self._codes[each] for each in found)
        return list(dict.fromkeys(codes))

    def _names_in(self, text: str) -> Iterator[str]:
        # Whole words, left to right, the longest name first, and none within another.
        end = 0
        for word in WORD.finditer(text):
            names = self._known.get(word[0], ()) if word.start() >= end else ()
            whole = (each for each in names if _stands_at(text, word.start(), each))
            if name := next(whole, None):
                end = word.start() + len(name)
                yield name

    def of_heading(self, text: str) -> str | None:
        """Return the campaign that a heading is about, or None.

        >>> Campaigns(["Autumn recruitment campaign"]).of_heading("Autumn recruitment campaign")
        'Autumn'
        """
        if not is_heading(text):
            return None
        named = self.named_in(text)
        coded = [code for code in named if CODE.fullmatch(code)] or named
        if named:
            return coded[0] if len(coded) == 1 else None
        if CAMPAIGN.search(text):
            return " ".join(CAMPAIGN.sub(" ", text).split()).strip(" :-\u2013\u2014") or None
        return None


def _stands_at(text: str, start: int, name: str) -> bool:
    return text.startswith(name, start) and not WORD.match(text, start + len(name))


def is_heading(text: str) -> bool:
    """Return whether ``text`` reads as a heading or caption: short, and no sentence.

    >>> [is_heading(text) for text in ("LE19 PC Recruitment Campaign", "It closed on 14th May.")]
    [True, False]
    """
    return 0 < len(text) <= HEADING and not text.endswith((".", ";", ",", "?"))
