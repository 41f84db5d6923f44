"""Files of separated values, one or many, as one relation, each read by its own dialect."""

from collections.abc import Sequence
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


class TextFiles:
    """The files of separated values of an opened source."""

    columnar = False

    def __init__(self, source: Opened) -> None:
        self._source = source
        self._dialects: list[Dialect] = []
        self._files: list[FileRows] = []
        self._kept: dict[int, list[str]] = {}
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
        import duckdb

        parts = partition_numbers(self._source.location)
        relations = []
        for number, part in enumerate(parts):
            rows, names = self._rows(number, [headings[place] for place in needed])
            kept = [
                duckdb.ColumnExpression(name).alias(f"n{place}")
                for place, name in zip(needed, names, strict=True)
            ]
            constant = duckdb.ConstantExpression(part).cast(duckdb.sqltypes.BIGINT)
            relations.append(rows.select(*kept, constant.alias(PART)))
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

    def _rows(self, number: int, wanted: Sequence[str]) -> "tuple[Any, list[str]]":
        from recruitment.ingest.sources import CsvColumns

        source, dialect = self._source, self._dialects[number]
        path = source.location.files[number]
        places = self._places(number, wanted)
        if not self._by_python and is_plain(path, dialect):
            rows = scanned(source.con, source.links[number], dialect)
            return rows, [rows.columns[place] for place in places]
        table = f"kept_{number}"
        if number not in self._kept:
            reading = CsvColumns(path, dialect, places)
            self._kept[number] = keep_rows(source.con, reading.batches(), len(places), table)
            if reading.faults:
                raise SourceRefused(source.location.named, reading.faults)
        return source.con.table(table), self._kept[number]
