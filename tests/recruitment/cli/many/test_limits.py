"""Too little memory, no room on the disk, and signals in the midst of the scan of many rows."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from recruitment.ingest.candidates.scratch import PREFIX
from tests.recruitment.cli.many.rows import FIRST, refused, written
from tests.recruitment.watched import PATIENCE, RECRUIT, Watch

if TYPE_CHECKING:
    import subprocess

# So many candidates of long keys as do not fit into the least memory that counts at all.
PEOPLE = """
    COPY (
        SELECT
            'LE' || (key % 3) AS Campaign,
            md5(key::VARCHAR) || md5((-key)::VARCHAR) AS "Candidate ID",
            stage AS Stage,
            CASE WHEN key % 3 = 0 THEN 'Passed' ELSE 'Failed' END AS Outcome,
            ['Female', 'Male'][1 + key % 2] AS Sex
        FROM range(300_000) AS keys (key), (VALUES ('Application'), ('Offer')) AS stages (stage)
        WHERE stage = 'Application' OR key % 3 = 0
    ) TO '{}' (FORMAT parquet)
"""
LITTLE = "80MB"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file of many candidates."""
    folder = tmp_path_factory.mktemp("many") / "src"
    folder.mkdir()
    duckdb.sql(PEOPLE.format(folder / "a.parquet"))
    return folder


@pytest.mark.parametrize("limit", ["0", "-1", "none", "plenty", "10%", "2 GB; x", "1e3MB"])
def test_a_memory_limit_that_is_none_is_refused(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str], limit: str
) -> None:
    source = written(tmp_path / "src", {"a.parquet": FIRST})
    assert refused(db, source, capsys, f"--memory-limit={limit}") == (
        f"2: recruit: “{limit}” is no memory limit; write one such as 2GB"
    )


def test_too_little_memory_is_told_with_what_to_do(
    many: Path, db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = refused(db, many, capsys, "--memory-limit", "20MB")
    assert told.startswith("3: ")
    assert told.splitlines()[-1].endswith(
        "recruit: src needs more memory to be counted than the limit of 20MB; raise it with "
        "--memory-limit"
    )


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    """A warehouse in places that are watched."""
    watch = Watch(tmp_path / "watched")
    assert watch.recruit("init", watch.db) == 0
    yield watch
    assert [each.name for each in watch.left if watch.scratch in each.parents] == []


def test_a_disk_without_room_for_what_does_not_fit_is_told(many: Path, watch: Watch) -> None:
    before = watch.db.read_bytes()
    command = [*RECRUIT, "import", str(many), "--db", str(watch.db), "--memory-limit", LITTLE]
    limited = ["sh", "-c", 'ulimit -f 2000 && exec "$@"', "sh", *command]
    assert watch.ended(watch.start(*limited)) == 5
    told = watch.said[-1].splitlines()[-1]
    assert told.startswith("recruit: src cannot be counted: reading it failed, or the disk has no")
    assert told.endswith(f"fit into memory; free some in {watch.scratch}, or raise --memory-limit")
    assert watch.db.read_bytes() == before


@pytest.mark.parametrize(
    ("sent", "code", "told"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")],
)
def test_a_signal_in_the_midst_of_the_scan_leaves_nothing(
    many: Path, watch: Watch, sent: signal.Signals, code: int, told: str
) -> None:
    before = watch.db.read_bytes()
    process = _spilling(many, watch)
    process.send_signal(sent)
    assert watch.ended(process) == code
    assert watch.said[-1].splitlines()[-1] == f"recruit: {told}"
    assert watch.db.read_bytes() == before


def test_what_a_killed_import_leaves_is_unreadable_and_cleared_by_the_next(
    many: Path, watch: Watch
) -> None:
    before = watch.db.read_bytes()
    process = _spilling(many, watch)
    process.kill()
    watch.ended(process)
    [left] = watch.scratch.iterdir()
    assert left.name.startswith(PREFIX)
    assert left.stat().st_mode & 0o077 == 0
    assert watch.db.read_bytes() == before
    small = written(watch.sources, {"b.parquet": FIRST})
    assert watch.imported(small / "b.parquet") == 0


def _spilling(many: Path, watch: Watch) -> "subprocess.Popen[str]":
    """Start an import; return once something has gone to the disk."""
    process = watch.start(
        *RECRUIT, "import", str(many), "--db", str(watch.db), "--memory-limit", LITTLE
    )
    until = time.monotonic() + PATIENCE
    while not any(each.stat().st_size for each in watch.scratch.rglob("*.tmp")):
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            raise AssertionError(process.communicate())
    return process
