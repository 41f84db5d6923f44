"""What docs/private-data.md says of who can read, of taking data out, and of what leaves."""

import sys

import pytest

from recruitment.warehouse import open_warehouse
from tests.recruitment.watched import Watch

ASKS = "import socket; socket.socket()"
CHILD_ASKS = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {ASKS!r}])"


def test_every_file_that_was_made_is_its_owners_alone(watch: Watch) -> None:
    modes = {each.name: oct(each.stat().st_mode & 0o777) for each in watch.left}
    assert {name for name, mode in modes.items() if mode != "0o600"} == set()
    beside = {f"own.duckdb{suffix}" for suffix in ("", ".manifest", ".lock", ".ledger")}
    assert beside | {"copy.duckdb", "chart.png", "panel.md"} < set(modes)


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


def test_no_command_opens_a_socket(watch: Watch) -> None:
    # Where one does, the system ends it, and its exit code is not 0.
    assert [line for line in watch.record if line.startswith("socket.")] == []
    assert set(watch.codes) == {0}


@pytest.mark.parametrize("program", [ASKS, CHILD_ASKS], ids=["itself", "a child"])
def test_whoever_opens_a_socket_is_noticed(fresh: Watch, program: str) -> None:
    fresh.ended(fresh.start(sys.executable, "-c", program))
    assert "socket.__new__" in fresh.record
