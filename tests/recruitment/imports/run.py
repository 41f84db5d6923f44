"""One import in a folder of its own: what is said, and what is left behind."""

import json
import re
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from recruitment.cli import progress
from recruitment.cli.main import run
from tests.recruitment.imports.malformed.case import Case

PATIENT = 3600.0
# How large an empty warehouse is, is DuckDB's business.
SIZE = re.compile(r"[0-9,]+ of [0-9,]+ bytes")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one import.

    Attributes:
        folder: Where it ran.
        code: The exit code.
        out: What was printed.
        err: What was told.
        before: The bytes of every file of the folder before, by name.
        after: The same afterwards.
        temporary: What is left in the folder of temporary files.
    """

    folder: str
    code: int
    out: str
    err: str
    before: dict[str, bytes]
    after: dict[str, bytes]
    temporary: list[Path]

    @property
    def changed(self) -> dict[str, bytes]:
        """The files that are new or other than before, by name."""
        return {name: each for name, each in self.after.items() if self.before.get(name) != each}

    @property
    def lines(self) -> list[str]:
        """What was told; or, where it was imported, the notes and the findings."""
        if self.code:
            told = SIZE.sub("N of N bytes", self.err.replace(self.folder, "FOLDER"))
            lines = told.removesuffix("\n").split("\n")
            return [line.removeprefix("recruit: ") for line in lines]
        found: dict[str, Any] = json.loads(self.out)
        findings = [f"{each['place']}: {each['finding']}" for each in found["findings"]]
        return [*found["notes"][:-1], *findings]


class Importer:
    """Runs imports in a folder that has a warehouse."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self._capsys = capsys
        self._temporary = folder.with_name(f"{folder.name}-temporary")
        self._temporary.mkdir()
        monkeypatch.chdir(folder)
        monkeypatch.setenv("TMPDIR", str(self._temporary))
        monkeypatch.setattr(tempfile, "tempdir", str(self._temporary))
        # However slow the machine is, it says nothing but what is wrong.
        monkeypatch.setattr(progress, "progress", partial(progress.progress, PATIENT))

    def outcome(self, case: Case) -> Outcome:
        """Return what becomes of ``case``."""
        case.put(self.folder)
        before = files_in(self.folder)
        command = ["import", *case.asked, "--db", case.db, "--format", "json", "--", case.source]
        code = run(command)
        told = self._capsys.readouterr()
        return Outcome(
            str(self.folder),
            code,
            told.out,
            told.err,
            before,
            files_in(self.folder),
            list(self._temporary.rglob("*")),
        )


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file in ``folder``, by its name there."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
