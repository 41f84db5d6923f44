"""Our own ways: counting rows, looking at candidates too, and the command that a user runs."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from at_scale.duckdb_ways import Counted
from at_scale.measuring import run

if TYPE_CHECKING:
    import polars as pl

# Age is no characteristic that every export has, so what it means is said in a mapping file; and
# that the file is of one campaign, as the bare queries take it.
MAPPING = """\
[columns]
age = ["age band"]
ignored = ["campaign"]

[characteristics.age]
part = ["16 to 24", "25 to 34", "35 to 44", "45 to 54", "55 and over"]
"""


def counting(path: Path, memory: str) -> Counted:
    """Count rows alone, as ``recruit import`` does: the answer that the bare queries give."""
    from recruitment.ingest.mapping.reading import read_mapping
    from recruitment.ingest.national.duckdb_rows import DuckdbRows
    from recruitment.ingest.national.duckdb_source import opened
    from recruitment.ingest.national.engines import stage_columns
    from recruitment.ingest.national.locations import located
    from recruitment.ingest.national.passes import counted_in_passes
    from recruitment.ingest.national.stage_cells import margins_of
    from recruitment.ingest.national.texts import meanings_by_campaign, texts_by_campaign

    mapping = read_mapping(mapping_beside(path))
    with opened(located(path), memory) as source:
        rows = DuckdbRows(source)
        columns = stage_columns(rows.headings, mapping, None, rows.called)
        rows.take(columns)
        passes = counted_in_passes(rows, columns, ())
    texts = texts_by_campaign(passes, columns)
    [meanings] = meanings_by_campaign(rows.called, texts, columns, mapping).values()
    return _answer(margins_of(passes.frames, [""], columns, meanings, ())[""])


def ours(path: Path, memory: str) -> Counted:
    """Count rows, and look at each candidate, as ``recruit import`` does, without a warehouse."""
    from recruitment.ingest.asked import Asked
    from recruitment.ingest.mapping.reading import read_mapping
    from recruitment.ingest.reading import read_import

    mapping = read_mapping(mapping_beside(path))
    [counted] = read_import(path, mapping, Asked(memory_limit=memory), lambda _: None).campaigns
    return _answer(counted.counts)


def _answer(counts: "pl.DataFrame") -> Counted:
    first = counts.filter(stage="Application", characteristic="sex")
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
