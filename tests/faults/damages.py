"""The file or its manifest is damaged, exchanged or lost while nobody is at work."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from recruitment.errors import UserError
from tests.faults.jobs import Job, copied, made
from tests.faults.states import Tally

Damage = Callable[[], object]
# How many there are.
KINDS = 24
DIRECTLY = """
import duckdb, sys
con = duckdb.connect(sys.argv[1])
con.execute("INSERT INTO documents VALUES ('d', 't', NULL, NULL)")
"""


def of_all_kinds(job: Job, folder: Path, times: int) -> Tally:
    """Do ``times`` damages, in turn of every kind; each must be noticed by reader and writer."""
    tally = Tally(f"{job.name}: damages")
    start, other = made(folder / "start-damage"), made(folder / "other")
    older = copied(start, folder / "older")
    job.add(start, "before")
    job.add(other, "before")
    random = Random(times)  # noqa: S311 - where to damage, not a secret
    for n in range(times):
        path = copied(start, folder / f"damage-{n}")
        name, damage = list(_kinds(path, other, older, random))[n % KINDS]
        damage()
        _expect_noticed(tally, job, f"{n}, {name}", path)
    return tally


def _expect_noticed(tally: Tally, job: Job, name: str, path: Path) -> None:
    tally.done += 1
    found = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    for tried in (job.labels, lambda path: job.add(path, "during")):
        try:
            tried(path)
        except UserError as error:
            if "\n" in str(error):
                tally.losses.append(f"not one line: {name}: {error}")
        else:
            tally.losses.append(f"not noticed: {name}")
    left = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    if left == found:
        tally.old += 1
    else:
        tally.losses.append(f"touched: {name}")


def _kinds(path: Path, other: Path, older: Path, random: Random) -> Iterator[tuple[str, Damage]]:
    """Yield each kind of damage to the warehouse at ``path``."""
    whole, size = path.read_bytes(), path.stat().st_size
    manifest = path.with_name(f"{path.name}.manifest")
    wal = path.with_name(f"{path.name}.wal")
    for place, start, stop in (
        ("header", 0, 4096),
        ("second header", 4096, 12288),
        ("middle", 12288, size),
        ("end", size - 4096, size),
    ):
        yield f"bit in {place}", _flip(path, random.randrange(start, stop), random)
    yield "bit in magic", _flip(path, random.randrange(8, 12), random)
    yield "cut short", lambda: path.write_bytes(whole[: random.randrange(1, size)])
    yield "cut by a block", lambda: path.write_bytes(whole[: size - 4096])
    yield "grown", lambda: path.write_bytes(whole + random.randbytes(random.randrange(1, 9999)))
    yield "zeroed block", lambda: path.write_bytes(whole[:12288] + bytes(size - 12288))
    yield "emptied", lambda: path.write_bytes(b"")
    yield "random", lambda: path.write_bytes(random.randbytes(size))
    yield "another warehouse", lambda: path.write_bytes(other.read_bytes())
    yield "an older state", lambda: path.write_bytes(older.read_bytes())
    yield "deleted", path.unlink
    yield "empty WAL", lambda: wal.write_bytes(b"")
    yield "random WAL", lambda: wal.write_bytes(random.randbytes(random.randrange(1, 9999)))
    yield "changed by DuckDB", lambda: _change_directly(path, killed=False)
    yield "changed by DuckDB, not closed", lambda: _change_directly(path, killed=True)
    yield "manifest deleted", manifest.unlink
    yield "manifest emptied", lambda: manifest.write_bytes(b"")
    yield "manifest of another", lambda: manifest.write_bytes(_manifest(other))
    yield "manifest of an older state", lambda: manifest.write_bytes(_manifest(older))
    yield "bit in manifest", _flip(manifest, random.randrange(manifest.stat().st_size), random)
    yield "manifest grown", lambda: manifest.write_bytes(_manifest(path) + b" ")


def _flip(path: Path, at: int, random: Random) -> Damage:
    bit = 1 << random.randrange(8)

    def damage() -> None:
        content = bytearray(path.read_bytes())
        content[at] ^= bit
        path.write_bytes(content)

    return damage


def _manifest(path: Path) -> bytes:
    return path.with_name(f"{path.name}.manifest").read_bytes()


def _change_directly(path: Path, *, killed: bool) -> None:
    """Write with DuckDB itself, in a process that ends well or leaves its WAL behind."""
    program = DIRECTLY + ("import os; os._exit(0)" if killed else "con.close()")
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
