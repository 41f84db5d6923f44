"""What the user named as the source, spelt as Spark spells places: it knows patterns of its own."""

import os
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

from recruitment.errors import UsageError

TABLE = "::"
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(//[^/]*)?(/.*)?")
PATTERN = re.compile(r"[*?\[]")
SIGNS = re.compile(r"([\\{}\[\]*?])")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of files.

    Attributes:
        start: Scheme and host, such as ``s3a://bucket`` or ``file:``.
        path: The rest, from its first ``/``; the exact path, or a pattern of paths.
        is_pattern: Which of the two it is.
    """

    start: str
    path: str
    is_pattern: bool

    @property
    def url(self) -> str:
        """The place as Spark takes it."""
        # Braces are a pattern to Spark alone; whoever named the place knew nothing of it.
        braces = re.sub(r"([\\{}])", r"\\\1", self.path)
        return self.start + (braces if self.is_pattern else escaped(self.path))

    @property
    def named(self) -> str:
        """What it is called in messages and in the log: its last part."""
        return posixpath.basename(self.path) or self.start.rpartition("/")[2].rpartition("@")[2]

    @property
    def root(self) -> str:
        """The path above which everything is the same for all of its files."""
        if not self.is_pattern:
            return self.path
        parts = self.path.split("/")
        first = next((n for n, part in enumerate(parts) if PATTERN.search(part)), len(parts))
        return "/".join(parts[:first])


def escaped(path: str) -> str:
    r"""Return an exact path as a pattern that fits it alone.

    >>> escaped("/exports/wave[1].parquet")
    '/exports/wave\\[1\\].parquet'
    """
    return SIGNS.sub(r"\\\1", path)


def path_of(url: str) -> str:
    """Return what of an address is the path.

    >>> path_of("hdfs://nn:8020/a//b"), path_of("file:/a/b")
    ('/a/b', '/a/b')
    """
    found = SCHEME.fullmatch(url)
    return _plain((found[3] or "/") if found else url)


def place_of(typed: str) -> Place:
    """Return the place that the user typed: an address, or a path of this machine.

    Raises:
        UsageError: It is a pattern that Spark does not know.

    >>> place_of("s3a://hr/exports/*.parquet").url
    's3a://hr/exports/*.parquet'
    """
    found = SCHEME.fullmatch(typed)
    # A path may have a colon in it, and a drive of Windows is a letter.
    if found and (found[2] or found[1].casefold() == "file"):
        place = Place(f"{found[1]}:{found[2] or ''}", _plain(found[3] or "/"), _patterned(typed))
    else:
        path = _plain(Path(typed).absolute().as_posix())
        place = Place("file:", path, _patterned(path) and not _is_there(Path(typed)))
    if place.is_pattern and "**" in place.path:
        raise UsageError(f"{typed}: Spark knows no **; name the folder, all in it is read")
    return place


def _plain(path: str) -> str:
    return re.sub(r"^//+", "/", posixpath.normpath(path))


def _patterned(text: str) -> bool:
    return bool(PATTERN.search(text))


def _is_there(path: Path) -> bool:
    return os.path.lexists(path)
