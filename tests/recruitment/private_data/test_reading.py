"""What docs/private-data.md says of what is read and kept, in the order of the page."""

import json
from pathlib import Path

import pytest

from recruitment.ingest.candidates.exports import opened
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.warehouse import open_warehouse
from tests.recruitment.private_data.people import (
    BORN,
    CANARY,
    LAYOUTS,
    MANY,
    PEOPLE,
    STAGES,
    SUFFIXES,
    candidates,
    written,
)
from tests.recruitment.private_data.tables import ROUTE, TITLE
from tests.recruitment.private_data.telling import telling
from tests.recruitment.watched import Watch


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_of_candidates_no_column_goes_on_but_those_that_are_needed(
    tmp_path: Path, suffix: str
) -> None:
    path = written(candidates("per-stage"), tmp_path / f"people{suffix}")
    limits = {"layout": None, "sheet": None, "memory_limit": None}
    with opened(path, default_mapping(), **limits) as export:
        rows = [str(export.con.view(name).fetchall()) for name in ("source_rows", "candidate_rows")]
        kept = export.con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        rows += [str(export.con.table(name).fetchall()) for (name,) in kept]
    assert all(f"{CANARY}-000001" in text for text in rows)
    assert not any(mark in text for text in rows for mark in ("Jane", "@", BORN, "ill"))


def test_explain_shows_the_columns_and_the_words_that_are_known(watch: Watch) -> None:
    said = next(text for text in watch.said if "# per-stage.csv is read as" in text)
    assert "# Ethnic origin: ethnicity\n" in said
    assert "# Name" not in said
    assert '"White British" = ["white british"' in said


def test_a_source_is_opened_several_times_and_only_to_be_read(watch: Watch) -> None:
    source = str(watch.sources / "per-stage.csv")
    times = [line.split(" ")[0] for line in watch.record if line.endswith(source)]
    assert set(times) == {"read"}
    assert len(times) > 1


def test_sources_are_not_changed_moved_or_copied(watch: Watch, tmp_path: Path) -> None:
    again = tmp_path / "again.csv"
    for layout in LAYOUTS:
        source = watch.sources / f"{layout}.csv"
        assert source.read_bytes() == written(candidates(layout), again).read_bytes()
        sizes = {each.stat().st_size for each in watch.left if each.is_file()}
        assert source.stat().st_size not in sizes


def test_workbooks_and_tables_in_parquet_are_read_by_a_process_of_their_own(watch: Watch) -> None:
    children = {line.split("'")[-2] for line in watch.record if line.startswith("child")}
    assert children == {"counts.xlsx", "workforce.parquet", *(f"{each}.xlsx" for each in LAYOUTS)}


def test_a_source_that_changes_meanwhile_is_refused(fresh: Watch) -> None:
    source = written(candidates("dates", MANY), fresh.sources / "many.csv")
    process = fresh.counting(source)
    with source.open("ab") as file:
        file.write(b"\n")
    assert fresh.ended(process) == 3
    assert "many.csv changed while it was read; wait until it is whole" in fresh.said[-1]
    assert telling(fresh) == []


def test_counts_are_kept_and_what_they_come_from(watch: Watch) -> None:
    with open_warehouse(watch.db) as con:
        people = con.execute(
            "SELECT sum(candidates) FROM stage_counts WHERE campaign = 'dates.csv' "
            "AND outcome = 'entered' AND characteristic = 'ethnicity,sex' AND stage = $stage",
            {"stage": STAGES[0]},
        ).fetchall()
        [entry] = con.table("imports").filter("campaign = 'COUNTS'").fetchall()
        [about] = con.table("campaigns").filter("campaign = 'COUNTS'").fetchall()
    assert people == [(PEOPLE,)]
    assert {"counts.xlsx", "stage counts", 2, 100} <= set(entry)
    assert json.loads(entry[12])["title"] == TITLE
    assert {TITLE, ROUTE, "counts.xlsx"} <= set(about)
