"""Pictures made smaller without a change to what they show."""

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LEVEL = 6
# Of a chunk: the length and name before its body, and the checksum after it.
BEFORE, AFTER = 8, 4


def packed_again(png: bytes) -> bytes:
    """Return ``png`` with its lines packed as tightly as can be.

    The chart library packs for speed: a chart at 300 dots to the inch is then five times as large
    as it need be.
    """
    chunks = list(_chunks(png))
    lines = zlib.decompress(b"".join(body for name, body in chunks if name == b"IDAT"))
    before = [each for each in chunks if each[0] not in {b"IDAT", b"IEND"}]
    packed = [*before, (b"IDAT", zlib.compress(lines, LEVEL)), (b"IEND", b"")]
    return SIGNATURE + b"".join(_chunk(name, body) for name, body in packed)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + BEFORE])
        yield name, png[at + BEFORE : at + BEFORE + length]
        at += BEFORE + length + AFTER


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
