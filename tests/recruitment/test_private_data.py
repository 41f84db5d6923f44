"""What docs/private-data.md says: its sentences stand here as tests, in the same order."""

import json
import signal
import sys
from itertools import product
from pathlib import Path

import pytest

from recruitment.ingest.candidates.exports import opened
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.warehouse import open_warehouse
from tests.recruitment.private_people import (
    BORN,
    CANARY,
    LAYOUTS,
    PEOPLE,
    STAGES,
    SUFFIXES,
    candidates,
    written,
)
from tests.recruitment.watched import Watch

TITLE, ROUTE = "Autumn intake", "Direct entry"
STAGE_COUNTS = [
    ("stage", "outcome", "characteristic", "category", "candidates"),
    ("Application", "entered", "sex", "Female", "40"),
    ("Application", "entered", "sex", "Male", "60"),
]
WORKFORCE = [
    ("unit", "as_at", "role", "characteristic", "category", "headcount"),
    ("Own Police", "2025-03-31", "Police officer", "sex", "Female", "40"),
]
ASKS = "import socket; socket.socket()"
CHILD_ASKS = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {ASKS!r}])"
# So many take seconds to be counted.
MANY = 60_000


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Watch:
    """Every command on a warehouse of one's own, with candidates in all layouts and files."""
    found = Watch(tmp_path_factory.mktemp("private"))
    found.recruit("init", found.db)
    for layout, suffix in product(LAYOUTS, SUFFIXES):
        source = written(candidates(layout), found.sources / f"{layout}{suffix}")
        found.imported(source, "--campaign", f"{layout}{suffix}", "--cross", "ethnicity,sex")
    titled = ("--title", TITLE, "--route", ROUTE, "--opened", "2025-04-01")
    counts = written(STAGE_COUNTS, found.sources / "counts.xlsx")
    found.imported(counts, "--campaign", "COUNTS", *titled)
    found.imported(written(WORKFORCE, found.sources / "workforce.parquet"))
    found.imported(found.sources / "per-stage.csv", "--explain")
    for command in ("campaigns", "attrition", "check", "log"):
        found.recruit(command, "--db", found.db, "--format", "json")
    charted = ("--campaign", "dates.csv", "--characteristic", "sex", "--output")
    for name in ("chart.png", "page.html", "book.xlsx"):
        found.recruit("attrition", "--db", found.db, *charted, found.own / name)
    published = ("--campaign", "per-stage.csv", "--output", found.own / "panel.md")
    found.recruit("report", "--db", found.db, *published)
    found.recruit("backup", found.own / "copy.duckdb", "--db", found.db)
    found.recruit("remove", "--campaign", "per-stage.csv", "--db", found.db)
    return found


@pytest.fixture
def fresh(tmp_path: Path) -> Watch:
    found = Watch(tmp_path / "private")
    assert found.recruit("init", found.db) == 0
    return found


def _telling(watch: Watch) -> list[str]:
    """Return where anything marked as personal stands outside the sources."""
    marks = [text.encode(code) for text in (CANARY, BORN) for code in ("utf-8", "utf-16-le")]
    files = (each for each in watch.left if each.is_file() and not each.is_symlink())
    named = [str(each) for each in watch.left if CANARY in each.name]
    holding = [str(each) for each in files if any(mark in each.read_bytes() for mark in marks)]
    said = [text for text in watch.said if CANARY in text or BORN in text]
    return [*named, *holding, *said, *_rows_telling(watch.db)]


def _rows_telling(path: Path) -> list[str]:
    # DuckDB packs text, so that the bytes of its file are not all there is to look at.
    with open_warehouse(path) as con:
        tables = [
            name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        ]
        texts = [str(con.table(f"own.{name}").fetchall()) for name in tables]
    return [text for text in texts if CANARY in text or BORN in text]


# What is read


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
    assert _telling(fresh) == []


# What is kept


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


# What is never kept


def test_every_command_has_done_its_work(watch: Watch) -> None:
    assert set(watch.codes) == {0}, watch.said


def test_nothing_about_a_person_stands_in_any_file_or_message(watch: Watch) -> None:
    assert _telling(watch) == []


def test_what_is_planted_would_be_found(fresh: Watch) -> None:
    leak = written(candidates("dates"), fresh.scratch / "leak.csv")
    fresh.said.append(f"row 7: {BORN}")
    assert _telling(fresh) == [str(leak), f"row 7: {BORN}"]


def test_nothing_is_left_in_the_temporary_folder_or_at_home(watch: Watch) -> None:
    assert {each.relative_to(watch.folder).parts[0] for each in watch.left} == {"own"}


def test_what_a_message_quotes_is_of_a_table_of_counts(fresh: Watch) -> None:
    table = [STAGE_COUNTS[0], (*STAGE_COUNTS[1][:-1], "<5")]
    assert fresh.imported(written(table, fresh.sources / "counts.csv"), "--campaign", "LE25") == 3
    assert "counts.csv, row 2, column candidates: “<5” is suppressed" in fresh.said[-1]


def _unknown(table: list[tuple[str, ...]]) -> bytes:
    return _text([table[0], *((*row[:-1], f"{CANARY} origin") for row in table[1:])])


def _headless(table: list[tuple[str, ...]]) -> bytes:
    return _text(table[1:])


def _unclosed(table: list[tuple[str, ...]]) -> bytes:
    return _text(table).replace(f"{CANARY} Jane 3".encode(), f'"{CANARY} Jane 3'.encode())


def _ragged(table: list[tuple[str, ...]]) -> bytes:
    return _text(table).replace(f"{CANARY} Jane 3".encode(), f"{CANARY}, Jane 3".encode())


def _other_headings(table: list[tuple[str, ...]]) -> bytes:
    return _text([tuple(f"Field {place}" for place in range(len(table[0]))), *table[1:]])


def _text(table: list[tuple[str, ...]]) -> bytes:
    return "".join(",".join(row) + "\n" for row in table).encode()


FAULTY = {
    each.__name__: each for each in (_unknown, _headless, _unclosed, _ragged, _other_headings)
}


@pytest.mark.parametrize("faulty", FAULTY)
def test_a_source_that_is_refused_is_told_without_a_value(fresh: Watch, faulty: str) -> None:
    source = fresh.sources / "people.csv"
    source.write_bytes(FAULTY[faulty](candidates("per-stage")))
    assert fresh.imported(source, "--campaign", "LE25") == 3
    assert fresh.imported(source, "--explain") == 0
    assert _telling(fresh) == []
    assert "people.csv" in fresh.said[1]


@pytest.mark.parametrize("suffix", [".xlsx", ".parquet"])
def test_a_damaged_file_is_told_without_a_value(fresh: Watch, suffix: str) -> None:
    source = written(candidates("per-stage"), fresh.sources / f"people{suffix}")
    source.write_bytes(source.read_bytes()[:-900])
    assert fresh.imported(source, "--campaign", "LE25") == 3
    assert _telling(fresh) == []


def test_a_value_is_told_by_its_place_and_kind(fresh: Watch) -> None:
    source = fresh.sources / "people.csv"
    source.write_bytes(_unknown(candidates("per-stage")))
    fresh.imported(source, "--campaign", "LE25")
    told = f"people.csv, row 2, column Ethnic origin: text of {len(CANARY) + 7} characters"
    assert told in fresh.said[-1]


# Where it is ended from outside


def _ended(watch: Watch, sent: signal.Signals) -> int:
    """Send a signal to an import while it counts; return its exit code."""
    source = written(candidates("dates", MANY), watch.sources / "many.csv")
    process = watch.counting(source)
    process.send_signal(sent)
    return watch.ended(process)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_import_that_is_interrupted_or_terminated_leaves_nothing(
    fresh: Watch, sent: signal.Signals
) -> None:
    assert _ended(fresh, sent) == 128 + sent
    assert list(fresh.scratch.iterdir()) == []
    assert _telling(fresh) == []


def test_a_killed_import_leaves_a_folder_that_the_next_one_removes(fresh: Watch) -> None:
    assert _ended(fresh, signal.SIGKILL) == -signal.SIGKILL
    [folder] = fresh.scratch.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {each.name for each in folder.iterdir()} <= {"source", "spilled"}
    assert (folder / "source").is_symlink()
    assert _telling(fresh) == []
    small = written(candidates("dates"), fresh.sources / "small.csv")
    assert fresh.imported(small, "--campaign", "LE25") == 0
    assert list(fresh.scratch.iterdir()) == []


# Who can read the warehouse


def test_every_file_that_was_made_is_its_owners_alone(watch: Watch) -> None:
    modes = {each.name: oct(each.stat().st_mode & 0o777) for each in watch.left}
    assert {name for name, mode in modes.items() if mode != "0o600"} == set()
    beside = {f"own.duckdb{suffix}" for suffix in ("", ".manifest", ".lock", ".ledger")}
    assert beside | {"copy.duckdb", "chart.png", "panel.md"} < set(modes)


# Taking data out again


def test_what_is_removed_is_in_the_backup_alone(watch: Watch) -> None:
    with open_warehouse(watch.db) as own, open_warehouse(watch.own / "copy.duckdb") as copy:
        texts = [
            str([con.table(name).fetchall() for name in ("campaigns", "stages", "imports")])
            for con in (own, copy)
        ]
    assert ["per-stage.csv" in text for text in texts] == [False, True]
    assert b"per-stage.csv" not in watch.db.read_bytes()
    ledgers = [(watch.own / f"{name}.duckdb.ledger").read_bytes() for name in ("own", "copy")]
    assert [b"per-stage.csv" in ledger for ledger in ledgers] == [False, True]


# What leaves the machine


def test_no_command_opens_a_socket(watch: Watch) -> None:
    # Where one does, the system ends it, and its exit code is not 0.
    assert [line for line in watch.record if line.startswith("socket.")] == []
    assert set(watch.codes) == {0}


@pytest.mark.parametrize("program", [ASKS, CHILD_ASKS], ids=["itself", "a child"])
def test_whoever_opens_a_socket_is_noticed(fresh: Watch, program: str) -> None:
    fresh.ended(fresh.start(sys.executable, "-c", program))
    assert "socket.__new__" in fresh.record
