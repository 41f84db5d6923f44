"""Ways to change a finished file: a leak, and where it must be noticed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Generic, TypeVar
from zipfile import ZipFile

Kind = TypeVar("Kind")
File = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Leak(Generic[Kind]):
    """A leak.

    Attributes:
        place: Part of a line that must be among those of the attacker.
        plant: Puts it into a report or a file that has none.
    """

    place: str
    plant: Callable[[Kind], Kind]


Leaks = Mapping[str, Leak[bytes]]


def part(name: str, before: str, after: str) -> File:
    """Put something in the place of something else, once, in one part of a package."""

    def planted(content: bytes) -> bytes:
        held = unpacked(content)
        text = held[name].decode()
        changed = re.sub(before, lambda found: found.expand(after), text, count=1)
        assert changed != text, name
        return packed(held | {name: changed.encode()})

    return planted


def more(name: str, text: str | bytes) -> File:
    """Put one more part into a package."""

    def planted(content: bytes) -> bytes:
        own = text if isinstance(text, bytes) else text.encode()
        return packed(unpacked(content) | {name: own})

    return planted


def first_sheet(before: str, after: str) -> File:
    """Change the first worksheet that has something."""

    def planted(content: bytes) -> bytes:
        for name, own in sorted(unpacked(content).items()):
            if name.startswith("xl/worksheets/sheet") and re.search(before, own.decode()):
                return part(name, before, after)(content)
        raise AssertionError(before)

    return planted


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], remark: bytes = b"") -> bytes:
    """Return a package."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = remark
    return file.getvalue()


def remarked(content: bytes) -> bytes:
    """Put a comment on an archive."""
    return packed(unpacked(content), b"3 disabled people")


def before_archive(content: bytes) -> bytes:
    """Put something in front of an archive, where most programs skip it."""
    return b"3 disabled people\n" + content


def twice(name: str) -> File:
    """Put a part into a package a second time, under the same name."""

    def planted(content: bytes) -> bytes:
        file = BytesIO(content)
        with ZipFile(file, "a") as archive:
            own = archive.read(name)
            archive.writestr(name.upper() if name.islower() else name.lower(), own)
        return file.getvalue()

    return planted
