"""What is in a file, whichever format it has: all of it, in every channel."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """Any text, shown or not.

    Attributes:
        place: Where it stands, as one would point at it: ``the alt text of Figure 1``.
        text: The text.
        around: What stands around it, which says what it is about.
        drawn: Whether it is part of a picture, where the numbers of an axis stand too.
    """

    place: str
    text: str
    around: str = ""
    drawn: bool = False


class Counter:
    """Takes the numbers of paragraphs off their texts, as long as they only count on."""

    def __init__(self) -> None:
        self._last = 0

    def without(self, text: str) -> str:
        """Return a text without the number that heads it, if it is the next.

        >>> counter = Counter()
        >>> counter.without("1. Purpose"), counter.without("3. disabled people")
        ('Purpose', '3. disabled people')
        """
        head, dot, rest = text.partition(". ")
        if not dot or head != str(self._last + 1):
            return text
        self._last += 1
        return rest


@dataclass(frozen=True, slots=True)
class Grid:
    """One table.

    Attributes:
        place: What it is called, such as ``Table 3``.
        caption: What it says it holds.
        rows: Its cells, headings first.
        looks: How each cell is made up, as far as it can be told from others.
    """

    place: str
    caption: str
    rows: tuple[tuple[str, ...], ...]
    looks: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing.

    Attributes:
        place: Where it is.
        points: Its data.
        frame: Its specification, without the data.
    """

    place: str
    points: tuple[dict[str, Any], ...]
    frame: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is in a file.

    Attributes:
        name: Its name, or nothing.
        texts: Every text outside tables and drawings.
        grids: Every table.
        panels: Every drawing whose data is in the file.
        strange: Places in it that hold something which nobody knows how to read.
        pictures: Whether it has pictures, which are not looked at.
    """

    name: str
    texts: tuple[Text, ...]
    grids: tuple[Grid, ...] = ()
    panels: tuple[Panel, ...] = ()
    strange: tuple[str, ...] = ()
    pictures: bool = False
