"""Parquet files that are damaged, nested or full of what is no count."""

from collections.abc import Mapping, Sequence
from functools import partial
from io import BytesIO

from tests.recruitment.imports.malformed.case import Case
from tests.recruitment.imports.malformed.tables import CANARIES, CANDIDATES, COUNTS, text_of

Columns = Mapping[str, Sequence[object]]


def parquet_of(columns: Columns) -> bytes:
    """Return a Parquet file of these columns."""
    import polars as pl

    file = BytesIO()
    pl.DataFrame(columns).write_parquet(file)
    return file.getvalue()


def counts_with(candidates: Sequence[object]) -> Columns:
    """Return the counts by column, with other numbers in the last."""
    columns = dict(zip(COUNTS[0], zip(*COUNTS[1:], strict=True), strict=True))
    return {**columns, "candidates": candidates}


def counted(name: str, *candidates: object) -> Case:
    """Return the case of other numbers in the first rows, and true ones in the others."""
    rest = [int(row[4]) for row in COUNTS[len(candidates) + 1 :]]
    columns = counts_with([*candidates, *rest])
    return Case(name, "counts.parquet", partial(parquet_of, columns))


def people_with(**columns: Sequence[object]) -> Columns:
    """Return the candidates by column, with other values in some."""
    known = dict(zip(CANDIDATES[0], zip(*CANDIDATES[1:], strict=True), strict=True))
    return {**known, **columns}


def people(name: str, **columns: Sequence[object]) -> Case:
    """Return the case of candidates with other values."""
    return Case(name, "people.parquet", partial(parquet_of, people_with(**columns)))


def damaged(name: str, start: int, end: int) -> Case:
    """Return the case of candidates of whose file some bytes are lost."""

    def made() -> bytes:
        whole = parquet_of(people_with())
        return whole[:start] + bytes(len(whole[start:end])) + whole[end:]

    return Case(name, "people.parquet", made)


CASES = (
    Case(
        "a Parquet file without its end",
        "counts.parquet",
        lambda: parquet_of(counts_with([1] * 9))[:-8],
    ),
    Case("a Parquet file of its first bytes", "counts.parquet", b"PAR1"),
    Case("a text called Parquet", "counts.parquet", text_of(COUNTS).encode()),
    Case("an encrypted Parquet file", "counts.parquet", b"PARE" + bytes(64) + b"PARE"),
    Case("a Parquet file called text", "counts.csv", lambda: parquet_of(counts_with([1] * 9))),
    damaged("a Parquet file of candidates with a hole", 4, 200),
    damaged("a Parquet file of candidates whose list of columns is lost", -1500, -8),
    Case(
        "a Parquet file of no rows",
        "counts.parquet",
        lambda: parquet_of({each: [] for each in COUNTS[0]}),
    ),
    Case("a Parquet file of no columns", "counts.parquet", lambda: parquet_of({})),
    Case(
        "a Parquet file of one column", "counts.parquet", lambda: parquet_of({"stage": ["Offer"]})
    ),
    Case(
        "a thousand and one columns of Parquet",
        "counts.parquet",
        lambda: parquet_of({f"c{each}": [1] for each in range(1001)}),
    ),
    Case("lists in Parquet", "counts.parquet", lambda: parquet_of(counts_with([[1]] * 9))),
    Case("bytes in Parquet", "counts.parquet", lambda: parquet_of(counts_with([b"1"] * 9))),
    counted("a fraction in Parquet", 40.5),
    counted("a number that is none in Parquet", float("nan")),
    counted("an infinity in Parquet", float("inf")),
    counted("nothing in Parquet", None),
    counted("a negative number in Parquet", -40),
    counted("whole decimals in Parquet", 40.0),
    people(
        "lists among the keys of candidates", **{"Candidate ID": [[each] for each in CANARIES[:5]]}
    ),
    people("lists in a column that nobody reads", Email=[[each] for each in CANARIES[:5]]),
    people("an answer of candidates that is not known in Parquet", Sex=["Zembla"] * 5),
    people("no key of a candidate in Parquet", **{"Candidate ID": [None, *"abcd"]}),
)
