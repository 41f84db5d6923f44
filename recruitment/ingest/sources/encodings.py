"""The encoding of a file of text, from all of its bytes, which pass by once."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from recruitment.errors import DataError
from recruitment.ingest.decoding import ASSUMED, FALLBACK, MARKS

PLAIN = "utf-8"
# Characters of several bytes in UTF-8; few of them are two likely characters of Windows-1252.
SEQUENCES = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
ASCII = bytes(range(128))
# A text may hold a stray NUL, which is then a fault of its cell; with more of them it is none.
MOST_NULS = 1 / 10


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a file stand for text.

    Attributes:
        codec: As Python calls it.
        remark: What had to be assumed; None for nothing.
    """

    codec: str
    remark: str | None = None

    @property
    def errors(self) -> str:
        """How Python is to carry bytes that are no text, so that they can be told by their cell."""
        return "surrogateescape" if self.codec in {PLAIN, "utf-8-sig", FALLBACK} else "replace"


def encoding_of(name: str, chunks: Iterable[bytes]) -> Encoding:
    """Return the encoding of a file: by its mark, or UTF-8, or else Windows-1252.

    A file that has more characters of UTF-8 than bytes that are none is UTF-8 and damaged: read
    as Windows-1252, all of its accents would be wrong.

    Args:
        name: The name of the file.
        chunks: All of its bytes, a piece at a time; all are taken.

    Raises:
        DataError: It is not text.
    """
    seen = _Seen()
    for chunk in chunks:
        seen.take(chunk)
    if seen.mark is not None:
        return Encoding(seen.mark)
    if seen.nuls > seen.size * MOST_NULS:
        raise DataError(f"{name} is not text: it holds NUL bytes; save it as UTF-8")
    if seen.is_utf_8() or seen.sequences >= seen.strays > 0:
        return Encoding(PLAIN)
    return Encoding(FALLBACK, ASSUMED)


class _Seen:
    """What the bytes that passed by tell."""

    def __init__(self) -> None:
        self.mark: str | None = None
        self.size = self.nuls = self.sequences = self.strays = 0
        self._decoder = codecs.getincrementaldecoder(PLAIN)()
        self._valid = True

    def take(self, chunk: bytes) -> None:
        if not self.size:
            self.mark = next((code for mark, code in MARKS.items() if chunk.startswith(mark)), None)
        self.size += len(chunk)
        if self.mark is not None:
            return
        self.nuls += chunk.count(0)
        if self._valid:
            self._valid = self._decodes(chunk)
        if not chunk.isascii():
            found = SEQUENCES.findall(chunk)
            self.sequences += len(found)
            self.strays += len(chunk.translate(None, ASCII)) - sum(map(len, found))

    def is_utf_8(self) -> bool:
        return self._valid and self._decodes(b"", final=True)

    def _decodes(self, chunk: bytes, *, final: bool = False) -> bool:
        try:
            self._decoder.decode(chunk, final)
        except UnicodeDecodeError:
            return False
        return True
