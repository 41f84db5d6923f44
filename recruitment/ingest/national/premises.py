"""What counts of rows alone cannot settle: such a campaign is counted as an export of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruitment.ingest.candidates.stage_outcomes import STATED

if TYPE_CHECKING:
    import polars as pl

    from recruitment.ingest.candidates.columns import Columns

ONE_ROW = "most candidates have a row for one stage alone"


@dataclass(frozen=True, slots=True)
class Unsure:
    """Why counts by stage and outcome may not be those of candidates.

    Attributes:
        who: The ways of those for whom they are not.
        what: What is said of one of them.
    """

    who: "pl.Expr"
    what: str

    def said(self, people: int) -> str:
        """Return it of so many candidates.

        >>> Unsure(None, "has a key that is blank").said(2)
        '2 candidates have a key that is blank'
        """
        if people == 1:
            return f"1 candidate {self.what}"
        verb, _, rest = self.what.partition(" ")
        plural = {"has": "have", "does": "do"}[verb]
        return f"{people:,} candidates {plural} {rest}"


def doubts(columns: "Columns", stages: tuple[str, ...]) -> Iterator[Unsure]:
    """Yield why the counts of a campaign with these stages may be unsettled.

    Args:
        columns: Those that are read.
        stages: First to last.
    """
    import polars as pl

    yield Unsure(~pl.col("plain"), "has a key that is blank or of other than plain characters")
    yield Unsure(pl.col("again"), "has several rows that say the same of one stage")
    changing = pl.col("changing") > 0
    yield Unsure(changing, "does not give the same answers in all rows")
    outcomes = [*STATED, "blank"]
    several = [
        pl.sum_horizontal((pl.col(each) & (1 << place) != 0).cast(pl.Int64) for each in outcomes)
        for place in range(len(stages))
    ]
    twice = pl.any_horizontal(each > 1 for each in several)
    yield Unsure(twice, "has several outcomes at one stage")
    if columns.of("outcome"):
        last = 1 << (len(stages) - 1)
        blank = (pl.col("blank") & ~last) != 0
        yield Unsure(blank, "has no outcome at a stage before the last")
