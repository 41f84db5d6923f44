"""The letters that the fonts of a PDF stand for, and how wide they are."""

import re
from dataclasses import dataclass
from typing import Any

SINGLE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?=<|end)")
RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
SINGLES = re.compile(rb"beginbfchar(.*?endbfchar)", re.DOTALL)
RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
# Of an em, where a font does not say.
WIDTH = 1000.0
MOST_IN_RANGE = 0x10000
# What stands for a letter that nobody can tell, which no report has.
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Letters:
    """One font.

    Attributes:
        bytes_each: How many bytes a code has.
        letters: What each code stands for.
        widths: How wide each is, in thousandths of an em.
        width: How wide all others are.
    """

    bytes_each: int
    letters: dict[int, str]
    widths: dict[int, float]
    width: float

    def codes(self, raw: bytes) -> list[int]:
        """Return the codes in a string."""
        size = self.bytes_each
        return [int.from_bytes(raw[at : at + size]) for at in range(0, len(raw), size)]

    def text(self, codes: list[int]) -> str:
        """Return what codes stand for."""
        return "".join(self.letters.get(code, UNKNOWN) for code in codes)

    def length(self, codes: list[int]) -> float:
        """Return how wide codes are together, in ems."""
        return sum(self.widths.get(code, self.width) for code in codes) / 1000


def letters_of(font: Any) -> Letters:
    """Return what the codes of a font stand for."""
    wide = font.get("/Subtype") == "/Type0"
    own = font["/DescendantFonts"][0].get_object() if wide else font
    named = font.get("/ToUnicode")
    if named is None:
        letters = (
            {} if wide else {code: bytes([code]).decode("cp1252", "ignore") for code in range(256)}
        )
    else:
        letters = _named(named.get_object().get_data())
    default = float(own.get("/DW", WIDTH)) if wide else WIDTH / 2
    return Letters(2 if wide else 1, letters, _widths(own.get("/W", [])), default)


def _named(held: bytes) -> dict[int, str]:
    """Return what codes stand for, as a font says it."""
    found = {}
    for block in SINGLES.findall(held):
        for code, text in SINGLE.findall(block):
            found[int(code, 16)] = _decoded(text)
    for block in RANGES.findall(held):
        for first, last, text in RANGE.findall(block):
            low, high, start = int(first, 16), int(last, 16), int(text, 16)
            for code in range(low, min(high, low + MOST_IN_RANGE) + 1):
                found[code] = chr(min(start + code - low, 0x10FFFF))
    return found


def _decoded(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


def _widths(entries: Any) -> dict[int, float]:
    """Return widths from a list of runs: a code and its widths, or two codes and one width."""
    found: dict[int, float] = {}
    held = [each.get_object() for each in entries]
    at = 0
    while at + 1 < len(held):
        first = int(held[at])
        if isinstance(held[at + 1], list):
            widths = held[at + 1]
            found |= {first + number: float(width) for number, width in enumerate(widths)}
            at += 2
        elif at + 2 < len(held):
            last = min(int(held[at + 1]), first + MOST_IN_RANGE)
            found |= dict.fromkeys(range(first, last + 1), float(held[at + 2]))
            at += 3
        else:
            break
    return found
