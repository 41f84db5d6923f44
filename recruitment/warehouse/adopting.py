"""Trust a warehouse that something else than recruit has touched, once it has been looked over."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import queries
from recruitment.errors import StorageError
from recruitment.warehouse.changing import working_copy
from recruitment.warehouse.connections import in_memory, interruptible, opened
from recruitment.warehouse.locking import Tell, exclusive
from recruitment.warehouse.manifest import content_of
from recruitment.warehouse.placing import put_in_place, told_plainly, write_database
from recruitment.warehouse.private_files import workshop
from recruitment.warehouse.rows import layout
from recruitment.warehouse.verifying import JOURNALS, check_is_duckdb, located, signature

if TYPE_CHECKING:
    import duckdb


def adopt(path: Path, tell: Tell | None = None) -> None:
    """Take the file at ``path`` as the warehouse it says it is, and write its manifest anew.

    Every row is brought through the rules of the schema into a new file, and the people of each
    campaign are counted against what its import has recorded. What stands in a journal beside the
    file, where another program left one, is taken in.

    Raises:
        UsageError: There is no file at ``path``.
        StorageError: It is no warehouse of this version, breaks its rules, or has lost people.
    """
    path = located(path)
    with told_plainly(path, "adopted"), exclusive(path, tell), workshop(path) as folder:
        check_is_duckdb(path)
        before, current = signature(path), content_of(path)
        new = folder / "new.duckdb"
        with _looked_over(path) as con:
            write_database(con, new, path)
        if signature(path) != before:
            raise StorageError(f"{path} was written to by another program meanwhile; try again")
        put_in_place(new, path, current)
        for suffix in JOURNALS:
            with suppress(OSError):
                path.with_name(path.name + suffix).unlink(missing_ok=True)


def _looked_over(path: Path) -> "duckdb.DuckDBPyConnection":
    import duckdb

    with opened(path) as own, in_memory() as empty:
        if layout(own) != layout(empty):
            raise StorageError(f"{path} has other tables than a warehouse; restore a backup")
    try:
        with interruptible():
            con = working_copy(path)
    except duckdb.Error as error:
        raise StorageError(
            f"{path} has rows that break the rules of a warehouse ({type(error).__name__}); "
            "restore a backup"
        ) from None
    try:
        _check_people(con, path)
    except BaseException:
        con.close()
        raise
    return con


def _check_people(con: "duckdb.DuckDBPyConnection", path: Path) -> None:
    for campaign, recorded, found in con.execute(queries.statement("imported_people")).fetchall():
        if recorded != found:
            raise StorageError(
                f"{path}: {recorded:,} people were imported into {campaign}, and {found:,} are "
                "there; restore a backup"
            )
