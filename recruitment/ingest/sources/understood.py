"""What became of reading a text as a value: the value, or why it is none."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from recruitment.ingest.faults import masked

T = TypeVar("T")

# As much of a text as a message repeats.
MOST_QUOTED = 40


@dataclass(frozen=True, slots=True)
class Understood(Generic[T]):
    """A text that is a value.

    Attributes:
        value: The value.
        note: What was assumed, as one sentence; None for nothing.
    """

    value: T
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A text that is no value of the kind wanted.

    Attributes:
        text: The text.
        why: Why not, to follow the text in a sentence; it repeats nothing of the text.
    """

    text: str
    why: str

    @property
    def reason(self) -> str:
        """Why not, with the text: for counts and labels of tables, never for people's answers.

        >>> NotUnderstood("45%", "is a percentage, not a count").reason
        '“45%” is a percentage, not a count'
        """
        return f"{quoted(self.text)} {self.why}"

    @property
    def masked_reason(self) -> str:
        """Why not, with the kind and length of the text alone: where it may be about a person.

        >>> NotUnderstood("31/02/2025", "is a day that never was").masked_reason
        'a date of 10 characters is a day that never was'
        """
        return f"{masked(self.text)} {self.why}"


def told(text: str, *, certain: bool) -> str:
    """Return ``text`` quoted where it is ``certain`` that it is of a table of counts, else masked.

    >>> told("Sift", certain=True), told("Jane Smith", certain=False)
    ('“Sift”', 'text of 10 characters')
    """
    return quoted(text) if certain else masked(text)


def quoted(text: str) -> str:
    """Return ``text`` in quotation marks, what cannot be seen spelt out and a long one cut short.

    >>> quoted("45%"), quoted(""), len(quoted("x" * 900))
    ('“45%”', 'an empty cell', 43)
    """
    from reports.visible import visible

    short = text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED]}…"
    return f"“{visible(short)}”" if text.strip() else "an empty cell"
