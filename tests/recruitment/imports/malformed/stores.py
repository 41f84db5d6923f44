"""Databases that are damaged, or that are named where a table is meant, or the other way round."""

from collections.abc import Callable
from pathlib import Path

from tests.recruitment.imports.malformed.case import DB, Case
from tests.recruitment.imports.malformed.parquet import counts_with, parquet_of
from tests.recruitment.imports.malformed.tables import COUNTS, csv_of

PLAIN = csv_of(COUNTS)
MANIFEST = f"{DB}.manifest"


def damaged(name: str, change: Callable[[bytes], bytes], file: str = DB) -> Case:
    """Return the case of good counts for a warehouse with other bytes."""

    def change_it(folder: Path) -> None:
        path = folder / file
        path.write_bytes(change(path.read_bytes()))

    return Case(name, "counts.csv", PLAIN, prepared=change_it)


def elsewhere(name: str, db: str, content: bytes | None = None) -> Case:
    """Return the case of good counts for what is no warehouse."""

    def put(folder: Path) -> None:
        if content is not None:
            (folder / db).write_bytes(content)

    return Case(name, "counts.csv", PLAIN, prepared=put, db=db)


def lost(name: str, file: str) -> Case:
    """Return the case of good counts for a warehouse of which a file is gone."""
    return Case(name, "counts.csv", PLAIN, prepared=lambda folder: (folder / file).unlink())


def duckdb_file(header: bytes = b"") -> bytes:
    """Return what begins as a DuckDB file does."""
    return bytes(8) + b"DUCK" + header + bytes(4096)


CASES = (
    damaged("a warehouse of nothing", lambda _: b""),
    damaged("half a warehouse", lambda whole: whole[: len(whole) // 2]),
    damaged(
        "a warehouse with one bit turned",
        lambda whole: whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:],
    ),
    damaged("a warehouse with a hole", lambda whole: whole[:8192] + bytes(4096) + whole[12288:]),
    damaged("a warehouse with a tail", lambda whole: whole + b"more"),
    damaged("a warehouse that is a text", lambda _: b"campaign,stage\nLE25,Offer\n"),
    damaged("a manifest of nothing", lambda _: b"", MANIFEST),
    damaged("a manifest that is no JSON", lambda _: b"{", MANIFEST),
    damaged(
        "a manifest of another format",
        lambda whole: whole.replace(b'"format":1', b'"format":9'),
        MANIFEST,
    ),
    damaged(
        "a manifest of another file",
        lambda whole: whole.replace(b'"sha256":"', b'"sha256":"0')[:-4] + b"}}\n",
        MANIFEST,
    ),
    lost("a warehouse that is gone", DB),
    lost("a manifest that is gone", MANIFEST),
    elsewhere("no warehouse there", "other.duckdb"),
    elsewhere("a table for a warehouse", "counts.csv"),
    elsewhere("a folder for a warehouse", "."),
    elsewhere("a Parquet file for a warehouse", "other.duckdb", parquet_of(counts_with([1] * 9))),
    elsewhere(
        "a database of SQLite for a warehouse", "other.duckdb", b"SQLite format 3\0" + bytes(4096)
    ),
    Case("a damaged DuckDB file for a table", "counts.csv", duckdb_file(b"\xff" * 64)),
    Case("a DuckDB file for a table", "counts.duckdb", duckdb_file()),
    Case("a database of SQLite for a table", "counts.csv", b"SQLite format 3\0" + bytes(4096)),
)
