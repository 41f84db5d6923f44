"""What is disturbed: a program that changes a warehouse, and how to see what it has done."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from recruitment.errors import StorageError
from recruitment.warehouse import create, open_warehouse
from tests.faults import candidates
from tests.faults.work import add

NAME = "own.duckdb"
# All that may lie in the folder of a warehouse once nobody is at work.
AT_REST = {NAME, f"{NAME}.manifest", f"{NAME}.lock"}


@dataclass(frozen=True, slots=True)
class Job:
    """A program that adds something to a warehouse.

    Attributes:
        name: For the table of results.
        command: Of a warehouse and the labels to add: the command line that does so.
        add: The same within this process, for one label.
        labels: Of a warehouse: what has been added to it, each as often as it is there.
    """

    name: str
    command: Callable[[Path, list[str]], list[str]]
    add: Callable[[Path, str], None]
    labels: Callable[[Path], list[str]]


def _work(path: Path, labels: list[str]) -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("work.py")), str(path), *labels]


def _campaigns(path: Path) -> list[str]:
    with open_warehouse(path) as con:
        logged = con.execute("SELECT campaign FROM imports ORDER BY import_id").fetchall()
        whole = con.execute(
            "SELECT campaign FROM stage_counts GROUP BY campaign HAVING count(*) = 40"
        ).fetchall()
    if sorted(logged) != sorted(whole):
        raise AssertionError(f"logged {logged}, there are {whole}")
    return [campaign for (campaign,) in logged]


def _import(path: Path, labels: list[str]) -> list[str]:
    # Written here, so that nothing that is done to the program can be done to its source.
    candidates.source(path.parent.parent)
    return [sys.executable, str(Path(candidates.__file__)), str(path), *labels]


def _import_here(path: Path, label: str) -> None:
    if code := candidates.main(path, [label]):
        raise StorageError(f"exit code {code}")


def _imported(path: Path) -> list[str]:
    told = [each for each in path.parent.rglob("*") if each.is_file() and _tells(each)]
    if told:
        raise AssertionError(f"a person can be found in {told}")
    with open_warehouse(path) as con:
        logged = con.execute("SELECT campaign FROM imports ORDER BY import_id").fetchall()
        whole = con.execute(
            "SELECT campaign FROM stage_counts "
            "WHERE outcome = 'entered' AND characteristic = 'sex' "
            "GROUP BY campaign HAVING sum(candidates) = $people",
            {"people": candidates.PEOPLE},
        ).fetchall()
    if sorted(logged) != sorted(whole):
        raise AssertionError(f"logged {logged}, there are {whole}")
    return [campaign for (campaign,) in logged]


def _tells(path: Path) -> bool:
    return candidates.CANARY.encode() in path.read_bytes()


CHANGE = Job("change", _work, add, _campaigns)
IMPORT = Job("import", _import, _import_here, _imported)


def made(folder: Path) -> Path:
    """Return an empty warehouse in a new folder."""
    folder.mkdir(parents=True)
    create(folder / NAME)
    return folder / NAME


def copied(path: Path, folder: Path) -> Path:
    """Return a copy of a warehouse at rest in a new folder."""
    shutil.copytree(path.parent, folder)
    return folder / path.name
