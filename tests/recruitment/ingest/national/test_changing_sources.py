"""A source that changes while it is read, in or between the passes over it, is refused."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from recruitment.errors import UserError
from recruitment.ingest.asked import Asked
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.national.reading import count_campaigns
from tests.recruitment.ingest.candidates.made import as_csv
from tests.recruitment.ingest.national.made import ROWS, frame

COUNTING, LOOKING, ADDING, ONE = "counting cand", "looking for", "adding up", "counting campaign"


def _append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"LE25,9,Application,Failed,Indian,Female\n")


def _replace(path: Path) -> None:
    new = path.with_name("new")
    shutil.copy2(path, new)
    new.replace(path)


def _add_below(path: Path) -> None:
    folder = path.with_name("below")
    folder.mkdir()
    shutil.copy(path, folder)


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "append": (_append, "b"),
    "replace": (_replace, "b"),
    "empty": (lambda path: path.write_bytes(b""), "b"),
    "delete": (lambda path: path.unlink(), "b"),
    "add": (lambda path: shutil.copy(path, path.with_stem("c")), "src"),
    "add below": (_add_below, "src"),
    "delete all": (lambda path: shutil.rmtree(path.parent), "a"),
}


@pytest.mark.parametrize("phase", [COUNTING, LOOKING, ADDING])
@pytest.mark.parametrize("suffix", [".parquet", ".csv"])
@pytest.mark.parametrize(("change", "named"), CHANGES.values(), ids=CHANGES)
def test_a_source_that_changes_while_it_is_read_is_refused_and_named(
    tmp_path: Path, change: Callable[[Path], object], named: str, suffix: str, phase: str
) -> None:
    source = _written(tmp_path / "src", suffix)
    with pytest.raises(UserError, match=rf"^{named}\S* changed while it was read"):
        _counted(source, lambda: change(source / f"b{suffix}"), phase)


@pytest.mark.parametrize(("change", "_"), CHANGES.values(), ids=CHANGES)
def test_a_source_that_changes_before_one_campaign_is_read_alone_is_refused(
    tmp_path: Path, change: Callable[[Path], object], _: str
) -> None:
    # A key that is not plain has its campaign counted row by row, with the source opened anew.
    odd = [{**row, "Candidate ID": row["Candidate ID"].replace("4", "Zoë")} for row in ROWS]
    source = _written(tmp_path / "src", ".parquet", odd)
    with pytest.raises(UserError, match="changed while it was read"):
        _counted(source, lambda: change(source / "b.parquet"), ONE)


def _written(folder: Path, suffix: str, rows: list[dict[str, str]] | None = None) -> Path:
    folder.mkdir()
    every = rows or [dict(row) for row in ROWS]
    for name, own in (("a", every[:6]), ("b", every[6:])):
        path = folder / f"{name}{suffix}"
        if suffix == ".csv":
            path.write_text(as_csv(own), encoding="utf-8")
        else:
            frame(own).write_parquet(path)
    return folder


def _counted(source: Path, change: Callable[[], object], phase: str) -> None:
    changed = []

    def progress(doing: str) -> None:
        if doing.startswith(phase) and not changed:
            changed.append(doing)
            change()

    count_campaigns(source, default_mapping(), Asked(), progress)
    raise AssertionError(changed)
