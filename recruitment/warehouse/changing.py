"""Write to a warehouse: all of a change, or nothing of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment.errors import StorageError
from recruitment.warehouse.connections import attached, in_memory, opened
from recruitment.warehouse.locking import PATIENCE, Tell, exclusive
from recruitment.warehouse.placing import put_in_place, told_plainly, write_database
from recruitment.warehouse.private_files import workshop
from recruitment.warehouse.rows import copy_rows, tables
from recruitment.warehouse.verifying import located, signature, verified

if TYPE_CHECKING:
    import duckdb


@contextmanager
def change(
    path: Path, tell: Tell | None = None, *, patience: float = PATIENCE
) -> Iterator["duckdb.DuckDBPyConnection"]:
    """Yield a copy of the warehouse at ``path``, in memory; what is done to it is kept.

    Each statement on the copy stands by itself, so that a campaign can be removed together with the
    rows that refer to it, which DuckDB refuses within one transaction. As the block ends, the
    copy is written to a new file, which takes the place of the old one; where no row is another,
    the file stays as it is. Where the block raises, and whenever the process is killed, the
    warehouse is the one before.

    Args:
        path: The warehouse.
        tell: Takes a sentence where another import has to be waited for.
        patience: For how many seconds to wait for it at most.

    Raises:
        UsageError: There is no file at ``path``.
        StorageError: It is in use, cannot be read, trusted or written, or the disk is full.
    """
    path = located(path)
    with told_plainly(path, "changed"), exclusive(path, tell, patience), workshop(path) as folder:
        before = signature(path)
        current = verified(path)
        new = folder / "new.duckdb"
        with working_copy(path) as con:
            yield con
            write_database(con, new, path)
        if not same_rows(path, new):
            if signature(path) != before:
                raise StorageError(f"{path} was written to by another program meanwhile; try again")
            put_in_place(new, path, current)


def working_copy(path: Path) -> "duckdb.DuckDBPyConnection":
    """Return a connection to a copy in memory of the warehouse at ``path``.

    Raises:
        StorageError: It is no warehouse of this version.
    """
    con = in_memory()
    try:
        with opened(path) as own:
            copy_rows(own, con)
    except BaseException:
        con.close()
        raise
    return con


def same_rows(path: Path, new: Path) -> bool:
    """Return whether two warehouses have the same rows, in whatever order."""
    with attached(path, new) as con:
        con.execute("USE own")
        ours = {name: con.table(f"own.{name}") for name in tables(con)}
        theirs = {name: con.table(f"new.{name}") for name in ours}
        return all(
            (rows := len(ours[name])) == len(theirs[name])
            and (rows == 0 or not len(ours[name].except_(theirs[name])))
            for name in ours
        )
