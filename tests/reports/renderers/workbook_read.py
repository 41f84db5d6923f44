"""A workbook as somebody sees it who opens it, read from its parts, without our own code."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
Area = dict[tuple[int, int], str]


@dataclass(frozen=True)
class Sheet:
    """One worksheet: what each cell shows, which are numbers, and where its table is."""

    name: str
    shown: Area
    numbers: frozenset[tuple[int, int]]
    tables: tuple[tuple[str, str], ...]

    @property
    def above(self) -> list[str]:
        """The lines over its table, or all where there is none."""
        top = self._area[0] if self.tables else 10**6
        return [
            self.shown[0, 0],
            *(self.shown[row, 0] for row in range(1, 10**3) if self._line(row, top)),
        ]

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The cells of its table, headings first; a blank one is an empty text."""
        top, left, bottom, right = self._area
        return [
            tuple(self.shown.get((row, place), "") for place in range(left, right + 1))
            for row in range(top, bottom + 1)
        ]

    def is_number(self, row: int, place: int) -> bool:
        """Whether a cell of its table holds a number."""
        return (self._area[0] + row, self._area[1] + place) in self.numbers

    @property
    def _area(self) -> tuple[int, int, int, int]:
        first, last = self.tables[0][1].split(":")
        return (*_place(first), *_place(last))

    def _line(self, row: int, top: int) -> bool:
        return row < top and (row, 0) in self.shown


def sheets(book: bytes) -> dict[str, Sheet]:
    """Return the worksheets of ``book`` by name, in their order."""
    with ZipFile(BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strings = ["".join(each.itertext()) for each in _all(parts["xl/sharedStrings.xml"], "m:si")]
    patterns = _patterns(parts["xl/styles.xml"])
    found = {}
    for number, each in enumerate(_all(parts["xl/workbook.xml"], "m:sheets/m:sheet"), start=1):
        assert each.get("state") is None
        sheet = _sheet(each.get("name"), number, parts, strings, patterns)
        found[sheet.name] = sheet
    return found


def as_shown(value: float, pattern: str) -> str:
    """Return ``value`` as Excel shows it under one of the patterns that reports use."""
    sections = pattern.split(";")
    chosen = sections[0] if len(sections) == 1 or value > 0 else sections[1 if value < 0 else 2]
    places = len(chosen.partition(".")[2])
    digits = f"{abs(value):,.{places}f}" if "," in chosen else f"{abs(value):.{places}f}"
    if len(sections) > 1:
        return f"{chosen[0]}{digits}"
    return f"-{digits}" if value < 0 else digits


def _sheet(
    name: str, number: int, parts: dict[str, bytes], strings: list[str], patterns: list[str]
) -> Sheet:
    shown, numbers = {}, set()
    for cell in _all(parts[f"xl/worksheets/sheet{number}.xml"], ".//m:c[m:v]"):
        place, value = _place(cell.get("r")), cell.findtext("m:v", namespaces=NAMES)
        if cell.get("t") == "s":
            shown[place] = strings[int(value)]
        else:
            shown[place] = as_shown(float(value), patterns[int(cell.get("s"))])
            numbers.add(place)
    return Sheet(name, shown, frozenset(numbers), tuple(_tables(number, parts)))


def _tables(number: int, parts: dict[str, bytes]) -> list[tuple[str, str]]:
    relations = parts.get(f"xl/worksheets/_rels/sheet{number}.xml.rels", b"<none/>")
    targets = [each.get("Target") for each in etree.fromstring(relations)]
    marked = [etree.fromstring(parts[f"xl{target[2:]}"]) for target in targets if "table" in target]
    return [(each.get("name"), each.get("ref")) for each in marked]


def _patterns(styles: bytes) -> list[str]:
    own = {each.get("numFmtId"): each.get("formatCode") for each in _all(styles, ".//m:numFmt")}
    known = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", **own}
    return [known[each.get("numFmtId")] for each in _all(styles, "m:cellXfs/m:xf")]


def _all(part: bytes, path: str) -> list[etree._Element]:
    return etree.fromstring(part).findall(path, NAMES)


def _place(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(address[len(letters) :]) - 1, column - 1
