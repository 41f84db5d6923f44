"""Files of separated values, one or many, as one relation, each read by its own dialect."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from recruitment.errors import DataError
from recruitment.ingest.candidates.csv_rows import is_plain, scanned
from recruitment.ingest.candidates.source_rows import keep_rows
from recruitment.ingest.faults import Fault, SourceRefused
from recruitment.ingest.national.duckdb_source import (
    PART,
    FileRows,
    Opened,
    alike,
    partition_numbers,
    united,
)

if TYPE_CHECKING:
    from recruitment.ingest.sources import Dialect

# Many relations put together take DuckDB long to plan; beyond, Python reads the files.
MOST_WAYS = 20


class TextFiles:
    """The files of separated values of an opened source."""

    columnar = False

    def __init__(self, source: Opened) -> None:
        self._source = source
        self._dialects: list[Dialect] = []
        self._files: list[FileRows] = []
        self._by_python = False

    def files(self) -> list[FileRows]:
        """Return each file by its headings; its encoding and delimiter are found on the way.

        Raises:
            DataError: One is no text.
        """
        location = self._source.location
        self._dialects = [self._dialect(number) for number in range(len(location.files))]
        for path, dialect in zip(location.files, self._dialects, strict=True):
            self._source.sha256[path] = dialect.sha256
        remarks = (remark for dialect in self._dialects for remark in dialect.remarks)
        self._source.remarks = tuple(dict.fromkeys((*self._source.remarks, *remarks)))
        pairs = zip(location.called, self._dialects, strict=True)
        self._files = alike([FileRows(called, dialect.headings) for called, dialect in pairs])
        return self._files

    def relation(self, headings: Sequence[str], needed: Sequence[int]) -> "tuple[Any, list[str]]":
        """Return the needed columns of all rows, and what each is called there.

        Raises:
            SourceRefused: Rows of a file that only Python can read are broken.
        """
        wanted = {place: headings[place] for place in needed}
        plain = self._plain()
        others = set(range(len(self._files))) - {number for each in plain for number in each}
        relations = [self._scanned(numbers, wanted) for numbers in plain]
        if others:
            relations.append(self._read(sorted(others), wanted))
        return united(relations), [f"n{place}" for place in range(len(headings))]

    def refuse_broken(self, headings: Sequence[str], needed: Sequence[int]) -> None:
        """Have Python read each file, line by line.

        Raises:
            SourceRefused: Rows are broken; all are listed.
        """
        from recruitment.ingest.sources import CsvColumns

        faults: list[Fault] = []
        for number, path in enumerate(self._source.location.files):
            places = self._places(number, [headings[place] for place in needed])
            reading = CsvColumns(path, self._dialects[number], places)
            for _ in reading.batches():
                pass
            faults += reading.faults
        if faults:
            raise SourceRefused(self._source.location.named, faults)

    def again(self) -> bool:
        """Have Python read all files from now on; return whether it did not before."""
        before, self._by_python = self._by_python, True
        return not before

    def _dialect(self, number: int) -> "Dialect":
        from recruitment.ingest.sources import csv_dialect

        location = self._source.location
        name = location.full_name(number)
        try:
            return replace(csv_dialect(location.files[number]), name=name)
        except SourceRefused as error:
            faults = [replace(each, place=replace(each.place, file=name)) for each in error.faults]
            raise SourceRefused(name, faults) from None
        except DataError as error:
            # Which of several files of that name.
            raise (error if name == location.named else DataError(f"{name}: {error}")) from None

    def _places(self, number: int, wanted: Sequence[str]) -> list[int]:
        return [self._files[number].headings.index(heading) for heading in wanted]

    def _plain(self) -> list[list[int]]:
        """Return the files that DuckDB reads as they are, those of one dialect together."""
        ways: dict[object, list[int]] = {}
        paths = () if self._by_python else self._source.location.files
        for number, path in enumerate(paths):
            dialect = self._dialects[number]
            if is_plain(path, dialect):
                way = (dialect.delimiter, dialect.skipped, self._files[number].headings)
                ways.setdefault(way, []).append(number)
        return list(ways.values())[:MOST_WAYS]

    def _scanned(self, numbers: Sequence[int], wanted: Mapping[int, str]) -> Any:
        links = [self._source.links[number] for number in numbers]
        first = numbers[0]
        rows = scanned(self._source.con, links, self._dialects[first], partitioned=True)
        places = self._places(first, list(wanted.values()))
        return _named(rows, wanted, [f"c{place}" for place in places], PART)

    def _read(self, numbers: Sequence[int], wanted: Mapping[int, str]) -> Any:
        con, faults = self._source.con, list[Fault]()
        table = "read_again" if self._by_python else "read_rows"
        batches = self._batches(numbers, list(wanted.values()), faults)
        *names, part = keep_rows(con, batches, len(wanted) + 1, table)
        if faults:
            raise SourceRefused(self._source.location.named, faults)
        return _named(con.table(table), wanted, names, part)

    def _batches(
        self, numbers: Sequence[int], wanted: Sequence[str], faults: list[Fault]
    ) -> Iterator[list[tuple[str, ...]]]:
        """Yield the rows of files as Python reads them, each with the number of its folders."""
        from recruitment.ingest.sources import CsvColumns

        parts = partition_numbers(self._source.location)
        for number in numbers:
            path = self._source.location.files[number]
            reading = CsvColumns(path, self._dialects[number], self._places(number, wanted))
            part = str(parts[number])
            for batch in reading.batches():
                yield [(*row, part) for row in batch]
            faults += reading.faults


def _named(rows: Any, wanted: Mapping[int, str], names: Sequence[str], part: str) -> Any:
    import duckdb

    kept = [
        duckdb.ColumnExpression(name).alias(f"n{place}")
        for place, name in zip(wanted, names, strict=True)
    ]
    number = duckdb.ColumnExpression(part).cast(duckdb.sqltypes.BIGINT)
    return rows.select(*kept, number.alias(PART))
