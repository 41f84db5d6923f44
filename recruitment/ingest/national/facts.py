"""What the ways of candidates tell of each of many campaigns, summed up in one pass."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recruitment.ingest.candidates.contradictions import Suspicion, suspicions
from recruitment.ingest.candidates.layouts import ROW_PER_STAGE
from recruitment.ingest.candidates.outcome_notes import Blanks, blank_counts
from recruitment.ingest.candidates.ways import key_counts, layout_by_counts
from recruitment.ingest.national.premises import ONE_ROW, Unsure, doubts

if TYPE_CHECKING:
    import polars as pl

    from recruitment.ingest.candidates.columns import Columns


@dataclass(frozen=True, slots=True)
class Facts:
    """What the ways of one campaign tell.

    Attributes:
        entries: How many rows its candidates have.
        unsettled: Why counts of rows are not those of candidates; None where they are.
        margin: How many more candidates have several rows than one beyond the first stage.
        contradictions: How many candidates contradict themselves, with the heading and in words.
        blanks: How often an outcome is blank.
    """

    entries: int
    unsettled: str | None
    margin: int
    contradictions: tuple[tuple[int, str, str], ...]
    blanks: Blanks


def facts_of(ways: "pl.DataFrame", columns: "Columns", stages: tuple[str, ...]) -> dict[str, Facts]:
    """Return what ``ways`` tell of each of the campaigns, which all have these stages.

    Args:
        ways: ``campaign again plain`` beside what `queries.candidates.candidate_paths` returns.
        columns: Those that are read.
        stages: First to last.
    """
    import polars as pl

    def people(who: "pl.Expr") -> "pl.Expr":
        return pl.col("candidates").filter(who).sum()

    unsure = list(doubts(columns, stages))
    suspected = list(suspicions(columns, stages, ROW_PER_STAGE))
    sums = ways.group_by("campaign").agg(
        pl.col("entries").sum().alias("rows"),
        **key_counts(),
        **blank_counts(stages, ROW_PER_STAGE),
        **{f"unsure {place}": people(each.who) for place, each in enumerate(unsure)},
        **{f"suspected {place}": people(each.who) for place, each in enumerate(suspected)},
    )
    return {
        row["campaign"]: _facts(row, columns, unsure, suspected)
        for row in sums.iter_rows(named=True)
    }


def _facts(
    row: dict[str, Any], columns: "Columns", unsure: list[Unsure], suspected: list[Suspicion]
) -> Facts:
    reasons = [
        each.said(people) for place, each in enumerate(unsure) if (people := row[f"unsure {place}"])
    ]
    layout = layout_by_counts(row["several"], row["single"], repeated=row["repeated"])
    if columns.layout is None and layout != ROW_PER_STAGE:
        reasons.append(ONE_ROW)
    contradictions = (
        (people, each.heading, each.what)
        for place, each in enumerate(suspected)
        if (people := row[f"suspected {place}"])
    )
    blanks = Blanks(row["on"], row["waiting"], row["at_end"])
    margin = row["several"] - row["single"]
    return Facts(row["rows"], next(iter(reasons), None), margin, tuple(contradictions), blanks)
