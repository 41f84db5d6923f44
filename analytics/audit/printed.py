"""A report as it is printed: tables of counts with percentages beside them, series, and changes.

The same whichever way it came in: from the packaged figures, or from a document of one's own. What
was printed is kept as text; nothing is mended.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

# A characteristic and one of its categories, such as ("sex", "Female").
Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row of counts, and the percentages printed of them.

    Attributes:
        label: Its label as printed.
        place: Where in the document it stands.
        total: The total printed, or None.
        counts: People by cell.
        shares: Percentages as printed, by cell.
        stage: The stage it is about, where the label says one.
        outcome: ``entered``, ``passed``, ``failed`` or ``pending``; for movements ``joined`` or
            ``left``; None where the label does not say.
        enters: The stage that those who passed go on to, where the row stands for its entrants.
    """

    label: str
    place: str
    total: int | None
    counts: Mapping[Cell, int]
    shares: Mapping[Cell, str] = field(default_factory=dict)
    stage: str | None = None
    outcome: str | None = None
    enters: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """Rows that stand together.

    Attributes:
        document: The document, in short.
        campaign: The campaign it is about, or None.
        rows: Top to bottom.
        whole: Whether the cells of each characteristic make up the whole total, as in a table of
            joiners by ethnicity; in a monitoring table they do not, because the comparator is not
            printed.
    """

    document: str
    campaign: str | None
    rows: tuple[PrintedRow, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PrintedPoint:
    """One value of a series: the stage that it is printed at, and the value as printed."""

    label: str
    place: str
    stage: str | None
    printed: str


@dataclass(frozen=True, slots=True)
class PrintedSeries:
    """A group's share stage by stage, as reports list it, with the change printed under it.

    Attributes:
        document: The document, in short.
        campaign: The campaign it is about, or None.
        cell: Whose share it is.
        points: First stage to last.
        change: The change as printed, or None.
        change_label: The words around it, such as ``percentage change``.
        change_place: Where it stands.
    """

    document: str
    campaign: str | None
    cell: Cell
    points: tuple[PrintedPoint, ...]
    change: str | None = None
    change_label: str = ""
    change_place: str = ""


@dataclass(frozen=True, slots=True)
class PrintedGrowth:
    """A relative change printed beside the two figures that it is of.

    Attributes:
        document: The document, in short.
        place: Where it stands.
        label: What grew.
        printed: The change as printed, such as ``+18%``.
        before: The earlier figure, or None where it is not printed.
        after: The later figure.
    """

    document: str
    place: str
    label: str
    printed: str
    before: int | None
    after: int


@dataclass(frozen=True, slots=True)
class PrintedClaim:
    """A share that a sentence states, to be found again in a table.

    Attributes:
        document: The document, in short.
        campaign: The campaign it is about, or None.
        place: Where it stands.
        words: The words around it.
        cell: Whose share it is.
        printed: The share as printed.
        stage: The stage, or None.
        outcome: As for a row, or None.
    """

    document: str
    campaign: str | None
    place: str
    words: str
    cell: Cell
    printed: str
    stage: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedShare:
    """A share printed without its count: of how many, if that is known.

    Attributes:
        document: The document, in short.
        place: Where it stands.
        words: The words around it.
        cell: Whose share it is.
        printed: The share as printed.
        total: Out of how many, or None.
    """

    document: str
    place: str
    words: str
    cell: Cell
    printed: str
    total: int | None = None


@dataclass(frozen=True, slots=True)
class PrintedQuotient:
    """A percentage printed beside the two counts that it is of, in one sentence.

    Attributes:
        document: The document, in short.
        place: Where it stands.
        words: The words as printed.
        printed: The percentage as printed.
        numerator: People counted.
        denominator: Out of how many.
    """

    document: str
    place: str
    words: str
    printed: str
    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """All that one audit looks at.

    Attributes:
        tables: Monitoring tables, and joiners and leavers.
        series: Shares stage by stage.
        growths: Relative changes.
        claims: Shares stated in sentences.
        shares: Shares printed without their counts.
        quotients: Percentages of sentences that print their counts.
    """

    tables: tuple[PrintedTable, ...]
    series: tuple[PrintedSeries, ...] = ()
    growths: tuple[PrintedGrowth, ...] = ()
    claims: tuple[PrintedClaim, ...] = ()
    shares: tuple[PrintedShare, ...] = ()
    quotients: tuple[PrintedQuotient, ...] = ()
