"""Files of separated values, one or many, as one relation, each read by its own dialect."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from recruitment.ingest.candidates.csv_rows import is_plain, scanned
from recruitment.ingest.candidates.source_rows import keep_rows
from recruitment.ingest.faults import Fault, SourceRefused
from recruitment.ingest.national.duckdb_source import (
    PART,
    FileRows,
    Opened,
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

    def files(self) -> list[FileRows]:
        """Return each file by its headings; its encoding and delimiter are found on the way.

        Raises:
            DataError: One is no text.
        """
        from recruitment.ingest.sources import csv_dialect

        location = self._source.location
        self._dialects = [csv_dialect(path) for path in location.files]
        for path, dialect in zip(location.files, self._dialects, strict=True):
            self._source.sha256[path] = dialect.sha256
        remarks = (remark for dialect in self._dialects for remark in dialect.remarks)
        self._source.remarks = tuple(dict.fromkeys(remarks))
        pairs = zip(location.called, self._dialects, strict=True)
        return [FileRows(called, dialect.headings) for called, dialect in pairs]

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
        for path, dialect in zip(self._source.location.files, self._dialects, strict=True):
            places = [dialect.headings.index(headings[place]) for place in needed]
            reading = CsvColumns(path, dialect, places)
            for _ in reading.batches():
                pass
            faults += reading.faults
        if faults:
            raise SourceRefused(self._source.location.named, faults)

    def _rows(self, number: int, wanted: Sequence[str]) -> "tuple[Any, list[str]]":
        from recruitment.ingest.sources import CsvColumns

        source, dialect = self._source, self._dialects[number]
        path = source.location.files[number]
        places = [dialect.headings.index(heading) for heading in wanted]
        if is_plain(path, dialect):
            rows = scanned(source.con, source.links[number], dialect)
            return rows, [rows.columns[place] for place in places]
        reading = CsvColumns(path, dialect, places)
        table = f"kept_{number}"
        names = keep_rows(source.con, reading.batches(), len(places), table)
        if reading.faults:
            raise SourceRefused(source.location.named, reading.faults)
        return source.con.table(table), names
