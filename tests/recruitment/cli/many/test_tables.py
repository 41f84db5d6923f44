"""Tables of a DuckDB file that cannot be read, or not as they are."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest

from recruitment.cli.main import run
from tests.recruitment.cli.importing import import_into
from tests.recruitment.cli.many.rows import BOTH, kept, refused, table, written

NO_DUCKDB = "3: recruit: all.duckdb is no DuckDB file"
DAMAGED = "3: recruit: all.duckdb cannot be read as a DuckDB file: it is damaged, encrypted, or of"
DAMAGES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", NO_DUCKDB),
    "text": (lambda _: b"Candidate ID\n", NO_DUCKDB),
    "cut": (lambda content: content[: len(content) // 2], DAMAGED),
    "another header": (lambda content: content[:30] + b"\xff" + content[31:], DAMAGED),
    "without blocks": (lambda content: content[:12_288] + bytes(len(content) - 12_288), DAMAGED),
    "another value": (
        lambda content: content[:-2_000] + bytes([content[-2_000] ^ 1]) + content[-1_999:],
        "3: recruit: all.duckdb::people cannot be read: it is damaged; nothing was imported",
    ),
}
HOLD = "import duckdb, sys; con = duckdb.connect(sys.argv[1]); print(flush=True); sys.stdin.read()"
LEAVE = (
    "import duckdb, os, sys; con = duckdb.connect(sys.argv[1]); "
    "con.execute('DELETE FROM people'); os._exit(0)"
)


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("", "people"),
        ('CREATE TABLE "q""u.o\'te" AS FROM people', "q\"u.o'te"),
        ('CREATE SCHEMA "x.y"; CREATE TABLE "x.y"."a::b" AS FROM people', "x.y.a::b"),
    ],
)
def test_a_table_of_any_name_is_read_and_its_file_stays_as_it_is(
    tmp_path: Path, db: Path, statement: str, name: str
) -> None:
    one = tmp_path / "one.duckdb"
    assert run(["init", str(one)]) == 0
    assert import_into(one, str(written(tmp_path / "one", {"a.parquet": BOTH}))) == 0
    (tmp_path / "src").mkdir()
    path = table(tmp_path / "src" / "a b[1]'.duckdb", BOTH, statement)
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert import_into(db, f"{path}::{name}") == 0
    assert kept(db) == kept(one)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("::People", "2: recruit: all.duckdb has no table People; did you mean people?"),
        ("::v", "2: recruit: all.duckdb has no table v; known are people"),
        ("::people; DROP TABLE people", "2: recruit: all.duckdb has no table people; DROP TABLE"),
        ("::\x1b[31m", "2: recruit: all.duckdb has no table [U+001B][31m; known are people"),
        ("::", "2: recruit: {path}::: name a file and a table in it, such as all.duckdb::"),
        ("", "2: recruit: {path} holds tables; name one of them: {path}::TABLE"),
        (".x::people", "2: recruit: there is no file {path}.x"),
    ],
)
def test_a_table_that_is_not_there_is_told(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str], named: str, told: str
) -> None:
    (tmp_path / "src").mkdir()
    # What a view reads may be elsewhere.
    path = table(tmp_path / "src" / "all.duckdb", BOTH, "CREATE VIEW v AS FROM people")
    assert refused(db, f"{path}{named}", capsys).startswith(told.format(path=path))


@pytest.mark.parametrize(("damage", "told"), DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_told(
    tmp_path: Path,
    db: Path,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[bytes], bytes],
    told: str,
) -> None:
    (tmp_path / "src").mkdir()
    path = table(tmp_path / "src" / "all.duckdb")
    path.write_bytes(damage(path.read_bytes()))
    assert refused(db, f"{path}::people", capsys).startswith(told)


def test_an_encrypted_file_is_told(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "src").mkdir()
    path = tmp_path / "src" / "all.duckdb"
    with duckdb.connect() as con:
        con.execute("SET force_mbedtls_unsafe = true")
        con.execute(f"ATTACH '{path}' AS kept (ENCRYPTION_KEY 'secret')")
        con.execute("CREATE TABLE kept.people AS SELECT 1 AS a")
    assert refused(db, f"{path}::people", capsys).startswith(DAMAGED)


def test_a_file_in_use_is_told(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "src").mkdir()
    path = table(tmp_path / "src" / "all.duckdb")
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        told = refused(db, f"{path}::people", capsys)
        writer.communicate()
    assert told == (
        "5: recruit: all.duckdb is in use by another program; close it there, and try again"
    )


def test_a_file_with_a_log_beside_it_is_not_whole(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "src").mkdir()
    path = table(tmp_path / "src" / "all.duckdb")
    subprocess.run([sys.executable, "-c", LEAVE, str(path)], check=True)
    link = tmp_path / "src" / "link.duckdb"
    link.symlink_to(path)
    for each in (path, link):
        told = refused(db, f"{each}::people", capsys)
        assert told.startswith(f"3: recruit: {each.name} is not whole: all.duckdb.wal beside it")


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        (BOTH.clear(), "3: recruit: all.duckdb::people has headings and no candidates"),
        (BOTH.with_columns(Sex=pl.lit(["F"])), "column Sex: its values have parts; text is exp"),
        (BOTH.drop("Stage", "Outcome"), "no column is a stage, such as “Stage”"),
    ],
)
def test_a_table_that_does_not_hold_candidates_is_refused(
    tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str], frame: pl.DataFrame, told: str
) -> None:
    (tmp_path / "src").mkdir()
    path = table(tmp_path / "src" / "all.duckdb", frame)
    assert told in refused(db, f"{path}::people", capsys)
