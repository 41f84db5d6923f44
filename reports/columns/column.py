"""How one column reads: its heading, how a value is written, what it means."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "text",
    "digest",
    "moment",
    "count",
    "amount",
    "percentage",
    "rate",
    "rate interval",
    "points",
    "p",
    "ratio",
    "fraction",
    "count range",
    "interval",
    "ratio interval",
    "outcomes",
]

# What reads from the left.
WORDS: tuple[Kind, ...] = ("text", "digest")
NOT_AVAILABLE = "[x]"
NOT_APPLICABLE = "[z]"
HIDDEN = "[c]"
SYMBOLS = {
    NOT_AVAILABLE: "not available",
    NOT_APPLICABLE: "not applicable",
    HIDDEN: "confidential: a small count, or one that would give a small count away",
    "[p]": "provisional: people are still waiting for the outcome of an earlier stage",
}


@dataclass(frozen=True, slots=True)
class Column:
    """How one column reads.

    Attributes:
        heading: The words above it.
        kind: How its values are written.
        meaning: One sentence for the list of definitions.
        parts: The columns it is put together from, where that is not the one of its own name.
        missing: What stands where there is no value.
        named_after: The column whose value heads it, where a table is about one value of that.
    """

    heading: str
    kind: Kind = "text"
    meaning: str = ""
    parts: tuple[str, ...] | None = None
    missing: str = NOT_AVAILABLE
    named_after: str = ""
