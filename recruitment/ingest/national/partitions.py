"""Columns that stand in the names of folders, as ``campaign=LE25/part-0.parquet`` (Hive)."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote

from recruitment.errors import DataError
from recruitment.ingest.faults import NOTHING_IMPORTED

# What the folder is called of rows that say nothing in the column.
NOTHING = "__HIVE_DEFAULT_PARTITION__"
# Pairs of a column and a text in it, as the folders follow each other.
Partition = tuple[tuple[str, str | None], ...]


def partition_of(named: str, called: Sequence[str]) -> tuple[Partition, ...]:
    """Return what the folders of each file say.

    >>> partition_of("all", ["campaign=LE%2025/a.parquet"])
    ((('campaign', 'LE 25'),),)

    Raises:
        DataError: They do not all say the same columns, in the same order.
    """
    found = tuple(_said(PurePosixPath(each).parent) for each in called)
    for file, own in zip(called, found, strict=True):
        if [column for column, _ in own] != [column for column, _ in found[0]]:
            raise DataError(
                f"{named}: the folders of {file} name other columns than those of {called[0]}; "
                f"name files of one kind; {NOTHING_IMPORTED}"
            )
    return found


def _said(folder: PurePosixPath) -> Partition:
    pairs = (part.partition("=") for part in folder.parts if "=" in part.lstrip("="))
    return tuple(
        (unquote(column), None if text == NOTHING else unquote(text)) for column, _, text in pairs
    )
