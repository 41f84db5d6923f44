"""Candidates of several campaigns, in every kind of source, and how they are counted."""

from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import polars as pl

from recruitment.ingest.asked import Asked
from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.national.reading import Counted, count_campaigns
from tests.recruitment.ingest.candidates.made import Row, as_csv

HEADINGS = ("Campaign", "Candidate ID", "Stage", "Outcome", "Ethnicity", "Sex")
# Two campaigns whose rows settle their counts, with all that texts can be: blank, accented, alike
# but for case.
ROWS: list[Row] = [
    dict(zip(HEADINGS, line.split("|"), strict=True))
    for line in """\
LE25|1|Application|Passed|Indian|F
LE25|1|Offer|Passed|Indian|F
LE25|2|Application|Failed||Male
LE25|3|Application|Passed|Prefer not to say|
LE25|3|Offer|Withdrew|Prefer not to say|
LE25|4|Application|On hold|Irish|female
Été 24|1|Application|Passed|Chinese|Female
Été 24|1|Offer||Chinese|Female
Été 24|2|Application|Rejected|White|Male""".splitlines()
]


def frame(rows: Sequence[Row]) -> pl.DataFrame:
    """Return rows as a frame, in which a blank is nothing."""
    schema = dict.fromkeys(rows[0], pl.String)
    return pl.DataFrame(list(rows), schema=schema).with_columns(
        pl.when(pl.all() != "").then(pl.all())
    )


def parquet(folder: Path, rows: Sequence[Row]) -> Path:
    """Write one Parquet file."""
    path = folder / "rows.parquet"
    frame(rows).write_parquet(path)
    return path


def parquet_folder(folder: Path, rows: Sequence[Row]) -> Path:
    """Write a folder of Parquet files, some below each other, beside what engines leave there."""
    path = folder / "wave[1]"
    (path / "more").mkdir(parents=True)
    half = len(rows) // 2
    frame(rows[:half]).write_parquet(path / "b=c {1}.parquet")
    frame(rows[half:]).write_parquet(path / "more" / "b.parquet")
    (path / "_SUCCESS").touch()
    return path


def hive(folder: Path, rows: Sequence[Row]) -> Path:
    """Write a folder with a folder for each campaign, named as Hive and Spark do."""
    path = folder / "hive"
    frame(rows).write_parquet(pl.PartitionBy(path, key="Campaign", include_key=False), mkdir=True)
    return path


def pattern(folder: Path, rows: Sequence[Row]) -> Path:
    """Write files of rows beside others, and return the pattern of their names."""
    frame(rows[:2]).write_parquet(folder / "wave1.parquet")
    frame(rows[2:]).write_parquet(folder / "wave2.parquet")
    (folder / "other.parquet").write_text("no Parquet")
    return folder / "wave*.parquet"


def text(folder: Path, rows: Sequence[Row]) -> Path:
    """Write one file of separated values."""
    path = folder / "rows.csv"
    path.write_text(as_csv(rows), encoding="utf-8")
    return path


def texts(folder: Path, rows: Sequence[Row]) -> Path:
    """Write several: with the columns in another order, and as Excel for Windows writes them."""
    path = folder / "texts"
    path.mkdir()
    (path / "1.csv").write_text(as_csv(rows[:2]), encoding="utf-8")
    turned = as_csv(rows[2:4], HEADINGS[::-1]).replace(",", ";")
    (path / "2.csv").write_text(turned, encoding="utf-8")
    (path / "3.csv").write_bytes(as_csv(rows[4:]).encode("cp1252"))
    return path


def table(folder: Path, rows: Sequence[Row]) -> Path:
    """Write a table of a DuckDB file, and return what names it."""
    with duckdb.connect(str(folder / "rows.duckdb")) as con:
        con.execute("CREATE SCHEMA raw")
        con.from_arrow(frame(rows).to_arrow()).to_table('raw."all rows"')
    return folder / "rows.duckdb::raw.all rows"


Written = Callable[[Path, Sequence[Row]], Path]
WRITTEN: tuple[Written, ...] = (
    *(parquet, parquet_folder, hive, pattern),
    *(text, texts, table),
)


def read(path: Path, **asked: object) -> Counted:
    """Return what is counted at ``path``."""
    return count_campaigns(path, default_mapping(), Asked(**asked))  # type: ignore[arg-type]


def counts(path: Path, **asked: object) -> dict[str | None, CampaignCounts]:
    """Return the counts of each campaign at ``path``."""
    return {each.campaign: each for each in read(path, **asked).campaigns}
