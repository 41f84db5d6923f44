"""The names by which reports call groups, stages and outcomes: `labels.toml`, ready to compare."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from analytics.audit.printed import Cell

# How many texts are remembered: tables repeat a few.
KEPT = 4_096
LABELS = Path(__file__).with_name("labels.toml")
NOT_STATED = "Not stated"
# A shorter name with another letter may be another word.
LONG_ENOUGH = 6
MARKS = re.compile(r"[*†‡§⁰¹²³⁴-⁹]+|(?<=\w)\s?\[[a-z0-9]{1,2}\]")


@cache
def labels() -> dict[str, Any]:
    """Return the names of `labels.toml` as they are there."""
    with LABELS.open("rb") as file:
        return tomllib.load(file)


@lru_cache(KEPT)
def plain(text: str) -> str:
    """Return ``text`` as names are compared: small letters and digits, one space between words.

    >>> plain("Tel. interview¹"), plain("LGBT+"), plain("Pre- employment (%)")
    ('tel interview', 'lgbt', 'pre employment %')
    """
    latin = MARKS.sub(" ", text).translate(_alike())
    decomposed = unicodedata.normalize("NFKD", latin.casefold())
    kept = (each for each in decomposed if not unicodedata.combining(each))
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", "".join(kept).replace("%", " % ")).split())


@cache
def _alike() -> dict[int, str]:
    return {
        ord(letter): latin
        for each in labels()["alike"]
        for letter, latin in zip(each["letters"], each["latin"], strict=True)
    }


@cache
def names(section: str) -> dict[str, str]:
    """Return what each name of ``section`` (characteristics, outcomes, movements, words) means."""
    return {name: meaning for meaning, each in labels()[section].items() for name in each}


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of one kind, such as ``blank``."""
    return frozenset(labels()["words"][kind])


@cache
def categories() -> dict[str, Cell]:
    """Return the cell that each name of a category means."""
    return {
        name: (each["characteristic"], each["category"])
        for each in labels()["categories"]
        for name in each["names"]
    }


@cache
def of_kind(kind: str) -> frozenset[Cell]:
    """Return the cells of one kind: ``group`` or ``comparator``."""
    return frozenset(
        (each["characteristic"], each["category"])
        for each in labels()["categories"]
        if each["kind"] == kind
    )


@cache
def stage_names() -> dict[str, str]:
    """Return the stage that each name means."""
    return {name: each["stage"] for each in labels()["stages"] for name in each["names"]}


@cache
def stage_order() -> dict[str, int]:
    """Return the place of each stage, from 0."""
    return {each["stage"]: place for place, each in enumerate(labels()["stages"])}


def without(text: str, left_out: Iterable[str]) -> str:
    """Return the words of plain ``text`` that are not in ``left_out``.

    >>> without("number of bame applicants", words("filler"))
    'bame'
    """
    dropped = frozenset(left_out)
    return " ".join(word for word in text.split() if word not in dropped)


@cache
def phrases(known: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the names ``known`` as whole words, the longest first."""
    longest = sorted(known, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, longest))})(?![a-z0-9])")


@lru_cache(KEPT)
def category(text: str) -> Cell | None:
    """Return whom ``text`` names, whole: one letter may be wrong in a name of six or more.

    >>> category("**BAME**"), category("Women candidates"), category("Disabi1ity")
    (('ethnicity', 'BAME'), ('sex', 'Female'), ('disability', 'Disabled'))
    >>> category("Applications") is None
    True
    """
    name = plain(text)
    known = categories()
    for each in (name, without(name, words("filler"))):
        if each in known:
            return known[each]
    close = {
        known[other]
        for other in known
        if len(other) >= LONG_ENOUGH and _one_letter_off(name, other)
    }
    return close.pop() if len(close) == 1 else None


def _one_letter_off(name: str, other: str) -> bool:
    if abs(len(name) - len(other)) > 1 or name[:2] != other[:2]:
        return False
    start = next(
        (place for place, (a, b) in enumerate(zip(name, other, strict=False)) if a != b),
        min(len(name), len(other)),
    )
    longer = (len(name) > len(other), len(other) > len(name))
    skip = (start + (not longer[1]), start + (not longer[0]))
    return name[skip[0] :] == other[skip[1] :]


@lru_cache(KEPT)
def is_blank(text: str) -> bool:
    """Return whether ``text`` is a word for those who gave no answer.

    >>> is_blank("(Blank)"), is_blank("Prefer not to say"), is_blank("Blank 36")
    (True, True, False)
    """
    return plain(text) in words("blank")


@lru_cache(KEPT)
def is_share_label(text: str) -> bool:
    """Return whether ``text`` says that percentages follow, and nothing else.

    >>> [is_share_label(text) for text in ("% of total", "Percentage", "Total", "Offer (%)")]
    [True, True, False, False]
    """
    name = plain(text)
    rest = without(name, words("share") | words("of_total") | words("filler"))
    return not rest and bool(phrases(words("share")).search(name))
