"""Our own ways: the counting alone, and the command that a user runs."""

import shutil
import sys
from pathlib import Path

from at_scale.duckdb_ways import Counted
from at_scale.measuring import run

# Age is no characteristic that every export has, so what it means is said in a mapping file.
MAPPING = """\
[columns]
age = ["age band"]

[characteristics.age]
part = ["16 to 24", "25 to 34", "35 to 44", "45 to 54", "55 and over"]
"""


def ours(path: Path, memory: str) -> Counted:
    """Count as ``recruit import`` does, without a warehouse."""
    from recruitment.ingest.candidates import count_candidates
    from recruitment.ingest.mapping.reading import read_mapping

    counted = count_candidates(path, read_mapping(mapping_beside(path)), memory_limit=memory)
    first = counted.counts.filter(stage="Application", characteristic="sex")
    women = first.filter(outcome="passed", category="Female")
    entered = first.filter(outcome="entered")
    return int(entered["candidates"].sum()), int(women["candidates"].sum())


def command(path: Path, memory: str) -> list[str]:
    """Return the command that imports the file into a new warehouse, which is made here."""
    folder = path.with_suffix(".warehouse")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    recruit, db = [sys.executable, "-m", "recruitment"], str(folder / "own.duckdb")
    made = run([*recruit, "init", db])
    assert not made.failed, made.failed
    options = ["--db", db, "--campaign", "ALL", "--memory-limit", memory, "--mapping"]
    return [*recruit, "import", str(path), *options, str(mapping_beside(path))]


def mapping_beside(path: Path) -> Path:
    """Return a mapping file that says what the age bands mean."""
    file = path.with_suffix(".toml")
    file.write_text(MAPPING, encoding="utf-8")
    return file
