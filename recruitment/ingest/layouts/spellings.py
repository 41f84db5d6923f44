"""Names told apart by case or spaces alone: they are one, as it is spelt first."""

from dataclasses import dataclass, field
from typing import Any

from recruitment.ingest.layouts.collecting import Collected

# What people are counted by, beside the categories; nobody explains these in a mapping.
NAMES = ("unit", "role", "area")


@dataclass(slots=True)
class Spellings:
    """The first spelling of each name seen so far.

    Attributes:
        collected: Takes a note of each other spelling.
        first: The first spelling, by the column and the name without case and spaces.
    """

    collected: Collected
    first: dict[tuple[str, str], str] = field(default_factory=dict)

    def settle(self, row: dict[str, Any]) -> None:
        """Spell the names in ``row`` as they were spelt first."""
        for column in NAMES:
            text = row.get(column)
            if text:
                row[column] = self.first.setdefault((column, folded(text)), text)
                self._note(column, text, row[column])

    def _note(self, column: str, text: str, first: str) -> None:
        if text != first:
            other, own = self.collected.told(text), self.collected.told(first)
            self.collected.notes.append(f"{other} was read as the {column} {own}, as spelt first.")


def folded(text: str) -> str:
    """Return ``text`` without case and spaces.

    >>> folded("Police Staff") == folded("police  STAFF")
    True
    """
    return "".join(text.casefold().split())
