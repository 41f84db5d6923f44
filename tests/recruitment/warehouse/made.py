"""Small warehouses to change, damage and compare."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from recruitment.warehouse import change, create

COUNTS = """
    INSERT INTO characteristics VALUES ('sex', NULL);
    INSERT INTO categories VALUES ('sex', 'Female', 'group', 1), ('sex', 'Male', 'comparator', 2);
    INSERT INTO campaigns (campaign, title, source) VALUES ('NEW', 'New', 'new.csv');
    INSERT INTO stages VALUES ('NEW', 'Sift', 1), ('NEW', 'Offer', 2);
    INSERT INTO stage_counts VALUES
        ('NEW', 'Sift', 'entered', 'sex', 'Female', 40),
        ('NEW', 'Sift', 'entered', 'sex', 'Male', 60),
        ('NEW', 'Offer', 'entered', 'sex', 'Female', 5),
        ('NEW', 'Offer', 'entered', 'sex', 'Male', 9);
    INSERT INTO imports (import_id, imported_at, version, action, subject, campaign, people)
    VALUES (1, TIMESTAMP '2025-04-01 09:30:00', '0.1.0', 'imported', 'campaign', 'NEW', 100);
"""


NAME = "own.duckdb"


def empty(folder: Path) -> Path:
    """Return a warehouse with nothing in it."""
    return _written(folder, _made(""))


def with_counts(folder: Path) -> Path:
    """Return a warehouse with one campaign."""
    return _written(folder, _made(COUNTS))


@cache
def _made(statements: str) -> dict[str, bytes]:
    """Make a warehouse once, for all the tests that begin with one like it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        create(path)
        if statements:
            with change(path) as con:
                con.execute(statements)
        return files(path)


def _written(folder: Path, contents: dict[str, bytes]) -> Path:
    for name, content in contents.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    return folder / NAME


def beside(path: Path, suffix: str) -> Path:
    """Return a file of the same warehouse."""
    return path.with_name(path.name + suffix)


def files(path: Path) -> dict[str, bytes]:
    """Return all that lies in the folder of a warehouse."""
    return {each.name: each.read_bytes() for each in path.parent.iterdir()}
