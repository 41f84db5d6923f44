"""Texts of an export that mean nothing: each is told by its column, first row and length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recruitment.ingest.candidates.columns import Column
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.faults import Fault, masked

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
LOST = "\N{REPLACEMENT CHARACTER}"
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
    """Refuse an export with texts that mean nothing, rows without a key of their own or broken.

    Raises:
        SourceRefused: With every fault.
    """
    told = [*_keyless(export, found), *_first_places(export, unknown)]
    rows = export.rows([record for record, *_ in told])
    export.refuse(
        # Rows of many files have no number to look for.
        Fault(
            export.place(rows[record], heading),
            what if rows[record] else what.replace("this row", "one row"),
        )
        for record, heading, what in sorted(told)
    )


def _keyless(export: Export, found: "CandidateTexts") -> Iterator[tuple[int, str, str]]:
    heading = export.columns.candidate_heading
    for key, rows, one, several in _bad_keys(found):
        first = _first_records(export, "candidate", [key])[key]
        yield first, heading, one if rows == 1 else several.format(rows)


def _bad_keys(found: "CandidateTexts") -> Iterator[tuple[str, int, str, str]]:
    # One such key, how many rows have one, and what is said of one row and of several.
    if found.without_key:
        rest = "no key to count the candidate by"
        yield "", found.without_key, f"this row has {rest}", f"{{:,}} rows have {rest}"
    if found.in_power is not None:
        one, several = "the key of this row is", "the keys of {:,} rows are"
        yield found.in_power, found.in_powers, f"{one} {IN_POWERS}", f"{several} {IN_POWERS}"
    if found.unseen_in is not None:
        one, several = "the key of this row holds", "the keys of {:,} rows hold characters such as"
        yield found.unseen_in, found.unseens, f"{one} {_why(found)}", f"{several} {_why(found)}"


def _why(found: "CandidateTexts") -> str:
    point = f"U+{ord(found.unseen or LOST):04X}"
    if found.unseen == LOST:
        return f"{point}, which stands where a character was lost; export again, as UTF-8"
    return f"{point}, which cannot be seen, so that two keys may look alike; delete it"


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
