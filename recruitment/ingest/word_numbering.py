"""The automatic numbers of Word paragraphs, worked out where they are plain numbers."""

import re
from dataclasses import dataclass
from typing import Any

from recruitment.ingest.word_text import word

PLAIN = re.compile(r"\(?(\d+(?:\.\d+)*)[.):]?")
REFERENCE = re.compile(r"%([1-9])")
LONGEST_CHAIN = 50
LONGEST_NUMBER = 7


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int
    decimal: bool
    pattern: str


class Numbering:
    """Counts the paragraphs of each list, in the order in which they are asked for.

    Args:
        numbering: The root of the numbering part, or None.
        styles: The root of the styles part, or None.
    """

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._lists = {} if numbering is None else _by_id(numbering, "abstractNum", "abstractNumId")
        self._uses = {} if numbering is None else _by_id(numbering, "num", "numId")
        self._styles = {} if styles is None else _by_id(styles, "style", "styleId")
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number(self, paragraph: Any) -> str | None:
        """Return the number of ``paragraph``, such as ``11`` or ``1.7``.

        None for a paragraph without, and for bullets, letters, Roman numbers and others. Every
        paragraph of the document must be asked for once, in order.
        """
        use, depth = self._used(paragraph)
        found = self._uses.get(use)
        if found is None:
            return None
        kind = _value(found, "abstractNumId")
        level = self._level(kind, depth)
        if level is None:
            return None
        counts = self._counted(use, kind, depth, level)
        return self._shown(kind, level, counts)

    def _used(self, paragraph: Any) -> tuple[str, int]:
        # The list and level that the paragraph names, or its style does, or the one that is upon.
        properties = paragraph.find(word("pPr"))
        own = None if properties is None else properties.find(word("numPr"))
        style = "" if properties is None else _value(properties, "pStyle")
        of_style, owner = self._of_style(style)
        use = _value(own, "numId") or _value(of_style, "numId")
        depth = _value(own, "ilvl") or _value(of_style, "ilvl")
        if not depth and own is None and owner:
            depth = self._depth_of_style(use, owner)
        return use, _whole(depth, 0)

    def _of_style(self, style: str) -> tuple[Any, str]:
        for _ in range(LONGEST_CHAIN):
            found = self._styles.get(style)
            if found is None:
                break
            numbered = found.find(f"{word('pPr')}/{word('numPr')}")
            if numbered is not None:
                return numbered, style
            style = _value(found, "basedOn")
        return None, ""

    def _depth_of_style(self, use: str, style: str) -> str:
        kind = self._lists.get(_value(self._uses.get(use), "abstractNumId"))
        for level in [] if kind is None else kind.iter(word("lvl")):
            if _value(level, "pStyle") == style:
                return str(level.get(word("ilvl"), ""))
        return ""

    def _level(self, kind: str, depth: int) -> Level | None:
        found = self._lists.get(kind)
        for level in [] if found is None else found.iter(word("lvl")):
            if level.get(word("ilvl")) == str(depth):
                start = _value(level, "start")
                return Level(
                    start=_whole(start, 1),
                    decimal=_value(level, "numFmt") in {"", "decimal", "decimalZero"},
                    pattern=_value(level, "lvlText"),
                )
        return None

    def _counted(self, use: str, kind: str, depth: int, level: Level) -> dict[int, int]:
        counts = self._counts.setdefault(kind, {})
        restart = self._restart(use, depth)
        if restart is not None:
            counts[depth] = restart
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return counts

    def _restart(self, use: str, depth: int) -> int | None:
        # A use of a list may begin a level anew; it does so once.
        if (use, depth) in self._begun:
            return None
        self._begun.add((use, depth))
        for override in self._uses[use].iter(word("lvlOverride")):
            start = _value(override, "startOverride")
            if override.get(word("ilvl")) == str(depth) and start:
                return _whole(start, 1)
        return None

    def _shown(self, kind: str, level: Level, counts: dict[int, int]) -> str | None:
        depths = [int(each) - 1 for each in REFERENCE.findall(level.pattern)]
        levels = [self._level(kind, depth) for depth in depths]
        if not level.decimal or not all(each is not None and each.decimal for each in levels):
            return None
        firsts = {
            depth: each.start
            for depth, each in zip(depths, levels, strict=True)
            if each is not None
        }
        text = REFERENCE.sub(
            lambda found: str(counts.get(int(found[1]) - 1, firsts[int(found[1]) - 1])),
            level.pattern,
        )
        plain = PLAIN.fullmatch(text.strip())
        return plain[1] if plain else None


def _by_id(root: Any, element: str, name: str) -> dict[str, Any]:
    return {each.get(word(name), ""): each for each in root.findall(word(element))}


def _value(parent: Any, name: str) -> str:
    found = None if parent is None else parent.find(word(name))
    return "" if found is None else str(found.get(word("val"), ""))


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < LONGEST_NUMBER else otherwise
