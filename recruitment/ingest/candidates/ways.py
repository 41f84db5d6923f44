"""The ways of candidates through the stages, and which layout they are the ways of."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.candidates.entries import radices, view_candidate_entries
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.layouts import FURTHEST_STAGE, ROW_PER_STAGE
from recruitment.ingest.candidates.meanings import Meanings
from recruitment.ingest.faults import NOTHING_IMPORTED

if TYPE_CHECKING:
    import polars as pl

NOBODY = "nobody who entered a stage"


class NobodyEntered(DataError):  # noqa: N818 - it says what there is, as its message does
    """There are rows of candidates, and all are of stages that are still to come."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How many candidates went each way; a way is bits, bit k for the k-th stage that occurs.

    Attributes:
        layout: The layout of the rows that say so.
        told_by_keys: Whether only the keys told which layout it is.
        paths: Every way: the stages reached, the outcomes there, dates out of order.
        steady: Candidates with the same answers in all their rows, by way and answers.
        changing: The others, by way, stage and the list of their answers there.
    """

    layout: str
    told_by_keys: bool
    paths: "pl.DataFrame"
    steady: "pl.DataFrame"
    changing: "pl.DataFrame"

    @property
    def one_row(self) -> bool:
        """Whether a candidate should have one row."""
        return self.layout != ROW_PER_STAGE


def ways_of(export: Export, meanings: Meanings) -> Ways:
    """Count the candidates of ``export`` by their ways through the stages.

    Raises:
        DataError: The rows are not those whose texts were looked up before.
    """
    from queries import candidates as statements

    con, known = export.con, export.columns.layout
    # A row for each stage that is still to come tells as well that there is one for each.
    paths = _paths(export, meanings, waiting=known != ROW_PER_STAGE)
    layout = known or layout_of_keys(paths)
    one_row = layout != ROW_PER_STAGE
    if known is None and not one_row and meanings.not_entered:
        paths = _paths(export, meanings, waiting=False)
    steady = statements.candidate_steady_answers(con, one_row=one_row)
    # Rows are read once more, and numbered one after the other, only if there are any.
    others = steady["candidates"].sum() != paths["candidates"].sum()
    changing = statements.candidate_changing_answers(con, one_row=one_row, any_there=others)
    return Ways(layout, export.columns.layout is None, paths, steady, changing)


def _paths(export: Export, meanings: Meanings, *, waiting: bool) -> "pl.DataFrame":
    from queries import candidates as statements

    view_candidate_entries(export, meanings, waiting=waiting)
    statements.keep_candidate_histories(export.con)
    paths = statements.candidate_paths(export.con)
    left_out = meanings.ignored + (0 if waiting else meanings.not_entered)
    if paths["entries"].sum() != meanings.rows - left_out:
        raise DataError(f"{export.file} changed while it was read; wait until it is whole")
    if paths.is_empty():
        raise NobodyEntered(f"{export.file} has {NOBODY}; {NOTHING_IMPORTED}")
    return paths


def layout_of_keys(paths: "pl.DataFrame") -> str:
    """Return the layout of rows with a key and a stage: one row to a candidate, or one to a stage.

    Those who are beyond the first stage tell: they have several rows if there is one per stage. A
    few keys that repeat where most do not are a fault of the keys, and are reported as such.
    """
    counted = paths.select(**key_counts()).row(0, named=True)
    return layout_by_counts(counted["several"], counted["single"], repeated=counted["repeated"])


def key_counts() -> "dict[str, pl.Expr]":
    """Return what ways tell of the layout: candidates with several rows, with one, and repeats."""
    import polars as pl

    several = pl.col("reached").bitwise_count_ones() > 1
    return {
        "several": pl.col("candidates").filter(several).sum(),
        "single": pl.col("candidates").filter(~several & (pl.col("reached") > 1)).sum(),
        "repeated": (pl.col("entries") > pl.col("candidates")).any(),
    }


def layout_by_counts(several: int, single: int, *, repeated: bool) -> str:
    """Return the layout that the counts of `key_counts` tell."""
    if several == single == 0:
        return ROW_PER_STAGE if repeated else FURTHEST_STAGE
    return ROW_PER_STAGE if several > single else FURTHEST_STAGE


def with_answers(ways: Ways, meanings: Meanings) -> "pl.DataFrame":
    """Return all candidates by way and answers, those with different answers under one set of them.

    Of different answers in rows that count together, one that was stated stands before one that was
    not; two that were stated cancel each other. ``stage_bit`` is 0 for a whole candidate.
    """
    import polars as pl

    steady = ways.steady.drop("repeats").with_columns(stage_bit=pl.lit(0, pl.Int64))
    lists = ways.changing["answers"].to_list()
    settled = pl.Series("answers", [settled_answers(each, meanings) for each in lists], pl.Int64)
    changing = ways.changing.with_columns(settled).select(steady.columns)
    return pl.concat([steady, changing])


def settled_answers(answers: list[int], meanings: Meanings) -> int:
    """Return one number for the different ``answers`` of rows that count together."""
    if len(answers) == 1:
        return answers[0]
    return sum(
        base * (stated.pop() if len(stated) == 1 else 0)
        for base, stated in zip(radices(meanings), stated_in(answers, meanings), strict=False)
    )


def stated_in(answers: list[int], meanings: Meanings) -> list[set[int]]:
    """Return the different codes that were stated in each column of answers."""
    bases = radices(meanings)
    return [
        {answer // base % len(column.meanings) for answer in answers} - {0}
        for base, column in zip(bases, meanings.answers, strict=False)
    ]
