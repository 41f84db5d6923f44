"""What the file of a warehouse must be, byte for byte: written beside it, and looked at first.

While one file takes the place of another the manifest names both, so that a process killed at any
instant leaves a warehouse that is the old one or the new one, and is known to be.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recruitment.errors import StorageError

FORMAT = 1
HEXADECIMAL = frozenset("0123456789abcdef")
DIGITS = 64


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a file.

    Attributes:
        sha256: Of its bytes, in hexadecimal.
        size: How many bytes it has.
    """

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a warehouse may be.

    Attributes:
        current: What it is; None while it is being made.
        next: What it becomes, or has become already; None where nobody changes it.
    """

    current: Content | None
    next: Content | None = None

    def __contains__(self, content: Content) -> bool:
        return content in {self.current, self.next}

    def encoded(self) -> bytes:
        """Return it as it is written.

        >>> Manifest(Content("a" * 64, 12)).encoded()[:39]
        b'{"format":1,"current":{"sha256":"aaaaaa'
        """
        import json

        parts = {"current": self.current, "next": self.next}
        written: dict[str, object] = {"format": FORMAT}
        for name, content in parts.items():
            if content is not None:
                written[name] = {"sha256": content.sha256, "size": content.size}
        return json.dumps(written, separators=(",", ":")).encode() + b"\n"


def manifest_path(path: Path) -> Path:
    """Return where the manifest of the warehouse at ``path`` is."""
    return path.with_name(f"{path.name}.manifest")


def ledger_path(path: Path) -> Path:
    """Return where it is kept what was published of the warehouse at ``path``."""
    return path.with_name(f"{path.name}.ledger")


def decoded(text: bytes, path: Path) -> Manifest:
    """Return the manifest written as ``text``, which must be so to the letter.

    Raises:
        StorageError: It is damaged, or of a later format.
    """
    import json

    try:
        written = json.loads(text)
        if written["format"] != FORMAT:
            raise StorageError(
                f"{path} is of format {written['format']!r}, and this recruit knows {FORMAT}; "
                "install the version that wrote it"
            )
        manifest = Manifest(_content(written.get("current")), _content(written.get("next")))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        manifest = None
    if manifest is None or manifest.encoded() != text:
        raise StorageError(f"{path} is damaged; restore it with its warehouse from a backup")
    return manifest


def content_of(path: Path) -> Content:
    """Return what is in the file at ``path``."""
    import hashlib

    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Content(digest, file.tell())


def _content(written: Any) -> Content | None:
    if written is None:
        return None
    content = Content(written["sha256"], written["size"])
    if len(content.sha256) != DIGITS or not HEXADECIMAL.issuperset(content.sha256):
        raise ValueError
    if type(content.size) is not int:
        raise TypeError
    return content
