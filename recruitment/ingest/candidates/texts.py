"""The different texts in each column of an export, without the people who gave them."""

from typing import TYPE_CHECKING

from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.faults import Fault

if TYPE_CHECKING:
    from queries.candidates import CandidateTexts

# More different texts are no list of answers; looked for in the first rows, before all are read.
MOST_TEXTS, FIRST_ROWS = 10_000, 50_000

Texts = tuple[dict[str, int], ...]


def texts_of(export: Export) -> "CandidateTexts":
    """Return the different texts of the columns that are read, and in how many rows each stands.

    Raises:
        SourceRefused: There are too many to be answers.
    """
    import duckdb

    from queries.candidates import candidate_texts, view_candidate_rows

    try:
        _check_few(export, candidate_texts(export.con, first=FIRST_ROWS).texts)
        found = candidate_texts(export.con)
    except (duckdb.OutOfMemoryException, duckdb.IOException, duckdb.InterruptException):
        raise
    except duckdb.Error:
        export.again()
        view_candidate_rows(export.con)
        found = candidate_texts(export.con)
    _check_few(export, found.texts)
    return found


def _check_few(export: Export, texts: Texts) -> None:
    faults = [
        Fault(
            export.place(heading=column.heading),
            f"over {MOST_TEXTS:,} different texts; is it the right column? It was taken for "
            f"{column.subject or column.role}; say in the mapping which one is",
        )
        for column, known in zip(export.columns.read, texts, strict=True)
        if len(known) > MOST_TEXTS
    ]
    if faults:
        export.refuse(faults)
