"""A program that is watched: what it says, what it opens, and what it leaves behind where."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WATCHING = Path(__file__).with_name("watching")
# Seconds that a program may take to begin its work.
PATIENCE = 60.0
RECRUIT = (sys.executable, "-m", "recruitment")


@contextmanager
def all_signals_heard() -> Iterator[None]:
    """Let what is started meanwhile hear signals, though tests run in a background may not."""
    before = {each: signal.signal(each, signal.default_int_handler) for each in SIGNALS}
    try:
        yield
    finally:
        for each, heard in before.items():
            signal.signal(each, heard)


@dataclass(slots=True)
class Watch:
    """The places of a program, each a folder of its own in ``folder``, and what it has said.

    Attributes:
        folder: All of them.
        said: Both streams of every command, in order.
        codes: Their exit codes.
    """

    folder: Path
    said: list[str] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make the places."""
        for each in (self.own, self.sources, self.scratch, self.home):
            each.mkdir(parents=True)

    @property
    def own(self) -> Path:
        """Where the warehouse is, and its copies."""
        return self.folder / "own"

    @property
    def db(self) -> Path:
        """The warehouse."""
        return self.own / "own.duckdb"

    @property
    def sources(self) -> Path:
        """Where the files to import are."""
        return self.folder / "sources"

    @property
    def scratch(self) -> Path:
        """The temporary folder."""
        return self.folder / "scratch"

    @property
    def home(self) -> Path:
        """The user's own folder, where libraries may keep things."""
        return self.folder / "home"

    @property
    def record(self) -> list[str]:
        """What was done with sockets, which sources were opened, which children started."""
        path = self.folder / "record"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    @property
    def left(self) -> list[Path]:
        """All that is in the places, but for the sources."""
        places = (self.own, self.scratch, self.home)
        return sorted(each for place in places for each in place.rglob("*"))

    def start(self, *command: str) -> "subprocess.Popen[str]":
        """Start a program in these places."""
        root = Path(__file__).parents[2]
        places = {
            "HOME": self.home,
            "TMPDIR": self.scratch,
            "WATCHED_RECORD": self.folder / "record",
            "WATCHED_SOURCES": self.sources,
            "PYTHONPATH": f"{WATCHING}{os.pathsep}{root}",
        }
        with all_signals_heard():
            return subprocess.Popen(
                command,
                cwd=self.folder,
                env={**os.environ, **{name: str(place) for name, place in places.items()}},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )

    def counting(self, source: Path) -> "subprocess.Popen[str]":
        """Start the import of candidates; return once it has made its temporary folder."""
        arguments = ("import", str(source), "--db", str(self.db), "--campaign", "LE25")
        process = self.start(*RECRUIT, *arguments)
        until = time.monotonic() + PATIENCE
        while not list(self.scratch.glob("*/source")):
            if process.poll() is not None or time.monotonic() > until:
                process.kill()
                raise AssertionError(process.communicate())
        return process

    def ended(self, process: "subprocess.Popen[str]") -> int:
        """Wait for the end of a program; return its exit code."""
        said, _ = process.communicate()
        self.said.append(said)
        self.codes.append(process.returncode)
        return process.returncode

    def recruit(self, *arguments: str | Path) -> int:
        """Run a command of recruit to its end; return its exit code."""
        return self.ended(self.start(*RECRUIT, *map(str, arguments)))

    def imported(self, source: Path, *options: str) -> int:
        """Import a source into the warehouse; return the exit code."""
        return self.recruit("import", source, "--db", self.db, *options)
