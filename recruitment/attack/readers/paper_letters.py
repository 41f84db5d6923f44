"""The letters that are drawn on the pages of a PDF, shown or not, under the mark of each."""

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from recruitment.attack.readers.paper_fonts import Letters, letters_of

Pieces = dict[tuple[int, int], list[str]]
Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)
# What no tag marks.
NO_MARK = -1
# In heights of a letter: how far the next one may stand off, and be off the line.
GAP, OFF = 0.5, 0.1


def pieces_of(document: Any) -> Pieces:
    """Return the pieces of text under each mark of each page, those that stand together joined."""
    found: Pieces = {}
    for number, page in enumerate(document.pages):
        own = _Page(page, document)
        for mark, text, goes_on in own.read():
            pieces = found.setdefault((number, mark), [])
            if goes_on and pieces:
                pieces[-1] += text
            else:
                pieces.append(text)
    return found


class _Page:
    """Follows what a page draws, as far as letters go."""

    def __init__(self, page: Any, document: Any) -> None:
        from pypdf.generic import ContentStream

        contents = page.get_contents()
        # An empty dictionary of a stream is false, and no empty stream.
        nothing = contents is None
        self._drawn = [] if nothing else ContentStream(contents, document).operations
        fonts = page.get("/Resources", {}).get("/Font", {})
        self._fonts = {name: letters_of(held.get_object()) for name, held in fonts.items()}
        self._font: Letters | None = None
        self._size = 0.0
        self._leading = 0.0
        self._place, self._line = SAME, SAME
        self._kept: list[tuple[Matrix, Letters | None, float]] = []
        self._page = SAME
        self._marks = [NO_MARK]
        self._last: tuple[int, float, float] | None = None

    def read(self) -> Iterator[tuple[int, str, bool]]:
        """Yield each piece: its mark, its text, and whether it goes on with the last one."""
        for operands, operator in self._drawn:
            name = operator.decode("latin-1")
            if name in {"Tj", "TJ", "'", '"'}:
                if name in {"'", '"'}:
                    self._next_line(0, -self._leading)
                held = operands[-1]
                yield self._piece(held if isinstance(held, list) else [held])
            elif move := self._moves.get(name):
                move(self, operands)

    def _piece(self, strings: list[Any]) -> tuple[int, str, bool]:
        """Return what strings say, with their distances; and move on by their width."""
        text, start = "", _times(self._place, self._page)
        for each in strings:
            if isinstance(each, str | bytes):
                text += self._shown(each)
            else:
                shift = -float(each) / 1000 * self._size
                self._place = _times((1, 0, 0, 1, shift, 0), self._place)
        mark, goes_on = self._marks[-1], self._goes_on(start)
        end = _times(self._place, self._page)
        self._last = mark, end[4], end[5]
        return mark, text, goes_on

    def _shown(self, string: Any) -> str:
        if self._font is None:
            raise ValueError("letters without a font")
        raw = string if isinstance(string, bytes) else string.original_bytes
        codes = self._font.codes(raw)
        width = self._font.length(codes) * self._size
        self._place = _times((1, 0, 0, 1, width, 0), self._place)
        return self._font.text(codes)

    def _goes_on(self, start: Matrix) -> bool:
        """Return whether a piece follows the last one on its line, as the next letter does."""
        if self._last is None:
            return False
        mark, across, down = self._last
        height = abs(start[3]) * self._size or 1.0
        gap = start[4] - across
        near = abs(start[5] - down) < OFF * height and -height < gap < GAP * height
        return mark == self._marks[-1] and near

    def _next_line(self, across: float, down: float) -> None:
        self._place = self._line = _times((1, 0, 0, 1, across, down), self._line)

    def _keep(self, _: list[Any]) -> None:
        self._kept.append((self._page, self._font, self._size))

    def _back(self, _: list[Any]) -> None:
        if self._kept:
            self._page, self._font, self._size = self._kept.pop()

    def _turn(self, operands: list[Any]) -> None:
        self._page = _times(_matrix(operands), self._page)

    def _begin(self, _: list[Any]) -> None:
        self._place = self._line = SAME

    def _put(self, operands: list[Any]) -> None:
        self._place = self._line = _matrix(operands)

    def _step(self, operands: list[Any]) -> None:
        self._next_line(float(operands[0]), float(operands[1]))

    def _leap(self, operands: list[Any]) -> None:
        self._leading = -float(operands[1])
        self._step(operands)

    def _set_leading(self, operands: list[Any]) -> None:
        self._leading = float(operands[0])

    def _new_line(self, _: list[Any]) -> None:
        self._next_line(0, -self._leading)

    def _choose(self, operands: list[Any]) -> None:
        self._font, self._size = self._fonts[operands[0]], float(operands[1])

    def _mark(self, operands: list[Any]) -> None:
        held = operands[1] if len(operands) > 1 else {}
        outside = operands[0] == "/Artifact"
        inner = NO_MARK if outside else self._marks[-1]
        self._marks.append(int(held.get("/MCID", inner)) if isinstance(held, dict) else inner)

    def _unmark(self, _: list[Any]) -> None:
        if len(self._marks) > 1:
            self._marks.pop()

    _moves: ClassVar[dict[str, Callable[["_Page", list[Any]], None]]] = {
        "q": _keep,
        "Q": _back,
        "cm": _turn,
        "BT": _begin,
        "Tm": _put,
        "Td": _step,
        "TD": _leap,
        "TL": _set_leading,
        "T*": _new_line,
        "Tf": _choose,
        "BMC": _mark,
        "BDC": _mark,
        "EMC": _unmark,
    }


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    """Return what both do, the first one first."""
    a, b, c, d, e, f = one
    u, v, w, x, y, z = other
    return (
        a * u + b * w,
        a * v + b * x,
        c * u + d * w,
        c * v + d * x,
        e * u + f * w + y,
        e * v + f * x + z,
    )
