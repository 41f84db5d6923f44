"""What counts of rows alone cannot settle: such a campaign is counted as an export of its own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recruitment.ingest.candidates.layouts import ROW_PER_STAGE
from recruitment.ingest.candidates.meanings import Meanings
from recruitment.ingest.candidates.ways import layout_of_keys

if TYPE_CHECKING:
    import polars as pl

    from recruitment.ingest.candidates.columns import Columns


def unsettled(
    columns: "Columns", meanings: Meanings, ways: "pl.DataFrame", histories: "pl.DataFrame"
) -> str | None:
    """Return why counts by stage and outcome are not those of candidates; None where they are.

    Args:
        columns: Those that are read.
        meanings: What the texts of the campaign mean.
        ways: How its candidates went through the stages.
        histories: The same, with what is wrong with keys.
    """
    return next(_reasons(columns, meanings, ways, histories), None)


def _reasons(
    columns: "Columns", meanings: Meanings, ways: "pl.DataFrame", histories: "pl.DataFrame"
) -> Iterator[str]:
    import polars as pl

    of_keys = (
        (~pl.col("plain"), "has a key that is blank or of other than plain characters"),
        (pl.col("again"), "has several rows that say the same of one stage"),
        (pl.col("changing"), "does not give the same answers in all rows"),
    )
    for those, what in of_keys:
        if people := _people(histories.filter(those)):
            yield _said(people, what)
    stated = ["passed", "pending", "failed", "withdrawn"]
    outcomes = [*stated, "blank"]
    twice = [
        pl.sum_horizontal((pl.col(each) & (1 << place) != 0).cast(pl.Int64) for each in outcomes)
        for place in range(len(meanings.stages))
    ]
    if people := _people(ways.filter(pl.any_horizontal(each > 1 for each in twice))):
        yield _said(people, "has several outcomes at one stage")
    last = 1 << (len(meanings.stages) - 1)
    if columns.of("outcome") and (people := _people(ways.filter((pl.col("blank") & ~last) != 0))):
        yield _said(people, "has no outcome at a stage before the last")
    if columns.layout is None and layout_of_keys(ways) != ROW_PER_STAGE:
        yield "most candidates have a row for one stage alone"


def _people(rows: "pl.DataFrame") -> int:
    return int(rows["candidates"].sum())


def _said(people: int, what: str) -> str:
    # As it is said of one.
    verb, _, rest = what.partition(" ")
    plural = {"has": "have", "does": "do"}[verb]
    return f"1 candidate {what}" if people == 1 else f"{people:,} candidates {plural} {rest}"
