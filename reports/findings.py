"""What a study hands to a renderer: named tables with what a reader must know beside them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer to one question, in no particular format.

    Attributes:
        question: The command that answers it, such as ``attrition``; names the layout to use.
        title: One line for the head of a page.
        source: Where the counts come from.
        as_at: The date the counts describe (ISO), or None where the campaigns differ.
        notes: What a reader must know to read the figures right, one sentence each.
        tables: Named frames in the columns of the JSON output; unknown is null.
        headline: What the figures say, one sentence; the title of a chart.
    """

    question: str
    title: str
    source: str
    as_at: str | None
    notes: tuple[str, ...]
    tables: "dict[str, pl.DataFrame]"
    headline: str = ""

    @property
    def cited(self) -> str:
        """The source as a line of its own; nothing where there are no counts to have one."""
        return f"Source: {self.source}" if self.source else ""
