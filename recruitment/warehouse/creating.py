"""Make an empty warehouse."""

import os
from pathlib import Path

from recruitment.errors import StorageError
from recruitment.warehouse.connections import in_memory
from recruitment.warehouse.locking import exclusive
from recruitment.warehouse.placing import put_in_place, told_plainly, write_database
from recruitment.warehouse.private_files import workshop


def create(path: Path) -> None:
    """Make an empty warehouse at ``path``, readable by its owner only.

    Raises:
        StorageError: The file exists already, or its folder cannot be written.
    """
    refuse_existing(path)
    path = path.parent.resolve() / path.name
    with told_plainly(path, "written"), exclusive(path), workshop(path) as folder:
        refuse_existing(path)
        new = folder / "new.duckdb"
        with in_memory() as con:
            write_database(con, new, path)
        put_in_place(new, path, None)


def refuse_existing(path: Path) -> None:
    """Refuse to write over a file, a folder or a link.

    Raises:
        StorageError: There is one at ``path``.
    """
    if os.path.lexists(path):
        raise StorageError(f"{path} exists already; choose another name")
