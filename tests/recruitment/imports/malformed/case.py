"""One malformed file: its name, its bytes, and how the command is asked to import it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DB = "own.duckdb"
CAMPAIGN = ("--campaign", "LE25")


@dataclass(frozen=True, slots=True)
class Case:
    """A file that is wrong, or looks wrong and must be read all the same.

    What is said of it, and with which exit code, is in ``golden/``, under the same name.

    Attributes:
        name: What is wrong with it, in a few words.
        source: What the command is asked to import, from the folder that it runs in.
        content: The bytes of that file, or what makes them; None where there is no such file.
        asked: Further arguments.
        prepared: Does in the folder whatever else has to be done before.
        db: The warehouse that it is to go into.
    """

    name: str
    source: str
    content: bytes | Callable[[], bytes] | None
    asked: tuple[str, ...] = CAMPAIGN
    prepared: Callable[[Path], object] | None = None
    db: str = DB

    def made(self) -> bytes:
        """Return the bytes of the file."""
        if self.content is None:
            return b""
        return self.content if isinstance(self.content, bytes) else self.content()

    def put(self, folder: Path) -> None:
        """Write the file, and do what else has to be done."""
        if self.content is not None:
            path = folder / self.source
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.made())
        if self.prepared is not None:
            self.prepared(folder)
