"""Whether the key of an export is one of candidates, or repeats for nearly everybody."""

from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.meanings import Meanings
from recruitment.ingest.candidates.ways import Ways, stated_in
from recruitment.ingest.faults import Fault, SourceRefused

# Among fewer rows a few that contradict each other are most of them.
FEWEST = 30
# Beyond one row in so many, rows that repeat others are no slip.
SLIPS = 100
WRONG = (
    "it is the key of something else, such as a vacancy; name that of candidates in the mapping "
    "under [columns] as candidate"
)


def check_keys(export: Export, meanings: Meanings, ways: Ways) -> None:
    """Refuse a key that most rows share with others that are not about the same candidate.

    Rows of one key that state different answers, more than half of all, are of several people; and
    so are rows that only say again what others of the key say, where they are 19 in 20.

    Raises:
        SourceRefused: They do.
    """
    rows = int(ways.paths["entries"].sum())
    if rows < FEWEST:
        return
    contrary = sum(
        row["entries"]
        for row in ways.changing.iter_rows(named=True)
        if any(len(stated) > 1 for stated in stated_in(row["answers"], meanings))
    )
    said = "other answers than others of the same key"
    if 2 * contrary <= rows:
        contrary = repeated_rows(ways)
        said = "the same as others of the same key"
        if 20 * contrary < 19 * rows:
            return
    place = export.place(heading=export.columns.candidate_heading)
    what = f"{contrary:,} of {rows:,} rows give {said}; {WRONG}"
    raise SourceRefused(export.file, [Fault(place, what)])


def repeated_rows(ways: Ways) -> int:
    """Return how many rows say again what another row says of the same candidate and stage."""
    return int(ways.steady["repeats"].sum()) + int(ways.changing["repeats"].sum())


def repeats_are_many(ways: Ways) -> bool:
    """Return whether more rows repeat others than slip in, where a candidate has one row."""
    return ways.one_row and SLIPS * repeated_rows(ways) > int(ways.paths["entries"].sum())
