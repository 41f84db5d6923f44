"""Texts of an export that mean nothing: each is told by its column, first row and length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recruitment.ingest.candidates.columns import Column
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.faults import Fault, SourceRefused, masked

if TYPE_CHECKING:
    from queries.candidates import CandidateTexts

REMEDIES = {
    "stage": "is no stage that is known; explain it in the mapping under [stages]",
    "outcome": "is no outcome that is known; explain it in the mapping under [outcomes]",
    "date": "is no date, or not in the order that the mapping declares under [dates]",
    "answers": "is no answer that is known; explain it in the mapping under [answers.{}]",
}
IN_POWERS = (
    "in powers of ten, as Excel shows long numbers, and may be those of several candidates; export "
    "again, and do not save it in Excel"
)
NO_STAGE = "names no stage; every candidate must be at one"


@dataclass(frozen=True, slots=True)
class Unknown:
    """One text that means nothing.

    Attributes:
        column: Where it stands.
        text: It.
        rows: In how many rows.
        why: What in it cannot be read, to follow it in a sentence; None where it can be.
    """

    column: Column
    text: str
    rows: int
    why: str | None

    def told(self) -> str:
        """Return what is wrong, without the text: it may be what a person answered."""
        rows = f"in {self.rows:,} row{'s' * (self.rows != 1)}"
        remedy = REMEDIES[self.column.role].format(self.column.subject)
        if self.column.role == "stage" and not self.text.strip():
            remedy = NO_STAGE
        return f"{masked(self.text)} ({rows}) {self.why or remedy}"


def refuse_unknown(export: Export, unknown: Sequence[Unknown], found: "CandidateTexts") -> None:
    """Refuse an export that has texts which mean nothing, or rows without a key of their own.

    Raises:
        SourceRefused: With every fault.
    """
    told = [*_keyless(export, found), *_first_places(export, unknown)]
    if not told:
        return
    rows = export.rows([record for record, *_ in told])
    faults = [
        Fault(export.place(rows[record], heading), what) for record, heading, what in sorted(told)
    ]
    raise SourceRefused(export.file, faults)


def _keyless(export: Export, found: "CandidateTexts") -> Iterator[tuple[int, str, str]]:
    heading, rows = export.columns.candidate_heading, found.without_key
    if rows:
        first = _first_records(export, "candidate", [""])[""]
        said = "this row has no key" if rows == 1 else f"{rows:,} rows have no key"
        yield first, heading, f"{said} to count the candidate by"
    if found.in_power is not None:
        first = _first_records(export, "candidate", [found.in_power])[found.in_power]
        rows = found.in_powers
        said = "the key of this row is" if rows == 1 else f"the keys of {rows:,} rows are"
        yield first, heading, f"{said} {IN_POWERS}"


def _first_places(export: Export, unknown: Sequence[Unknown]) -> Iterator[tuple[int, str, str]]:
    for number, column in enumerate(export.columns.read):
        texts = {each.text: each for each in unknown if each.column is column}
        if texts:
            for text, first in _first_records(export, f"t{number}", list(texts)).items():
                yield first, column.heading, texts[text].told()


def _first_records(export: Export, column: str, texts: list[str]) -> dict[str, int]:
    import duckdb
    import polars as pl

    from queries import ArrowStream
    from queries.candidates import candidate_first_texts

    rows: Any = export.con.view("candidate_rows")
    rows.filter(duckdb.ColumnExpression("says")).select(
        duckdb.ColumnExpression(column).alias("text"), duckdb.ColumnExpression("row_number")
    ).create_view("candidate_column")
    wanted = ArrowStream(pl.DataFrame({"text": texts}, schema={"text": pl.String}))
    export.con.register("wanted_texts", wanted)
    found = candidate_first_texts(export.con)
    export.con.unregister("wanted_texts")
    return dict(found.iter_rows())
