"""Web pages, by the parser of the standard library: nothing is run and nothing is fetched."""

import re
from html.parser import HTMLParser

from recruitment.errors import DataError
from recruitment.ingest.blocks import Document, Grid, Paragraph
from recruitment.ingest.characters import raised, tidy
from recruitment.ingest.decoding import decoded
from recruitment.ingest.originals import Original
from recruitment.ingest.paragraph_numbers import ParagraphNumbers, split_number
from recruitment.ingest.web_elements import BLOCKS, OPEN_ENDED, SKIPPED, UNREAD, VOID
from recruitment.ingest.web_tables import TABLE_PARTS, WebTable

HIDDEN = "Hidden passages were not read."
NESTED = "A table stands in a cell of another, and was read after it."
CUT_OFF = "It ends inside a tag or a comment, which was not read: is it cut off?"
DEEPEST = 50
PIECE = 65_536
Attributes = list[tuple[str, str | None]]

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read_web_page(document: Original) -> Document:
    """Return the paragraphs and tables of a web page, as a reader without scripts would see them.

    Raises:
        DataError: It is no text, or has more cells than a report would.
    """
    declared = CHARSET.search(document.content[:4096])
    encoding = declared[1].decode("ascii") if declared else None
    text, remarks = decoded(document, encoding)
    page = Page(document.name)
    try:
        page.read(text)
    except AssertionError:
        raise DataError(f"{document.name} is damaged: its markup cannot be read") from None
    blocks = tuple(page.finished())
    return Document(document.name, blocks, (*remarks, *page.remarks))


class Page(HTMLParser):
    """A page while it is read from top to bottom."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.remarks: list[str] = []
        self._name = name
        self._blocks: list[Paragraph | Grid] = []
        self._text: list[str] = []
        self._tables: list[WebTable] = []
        self._numbered = 0
        self._paragraphs = 0
        self._numbers = ParagraphNumbers()
        # The next number of each ordered list that is open; none for a bulleted one.
        self._lists: list[int | None] = []
        self._item: str | None = None
        self._raised = 0
        # The element that is skipped, and how deep we are in elements of its name.
        self._skipping = ""
        self._depth = 0

    def read(self, text: str) -> None:
        """Read the whole page.

        The parser looks at what it could not end again and again: so it gets pieces that grow with
        that, and is not asked what an unfinished tag at the end may have been.
        """
        position = 0
        while position < len(text):
            piece = max(PIECE, len(self.rawdata))
            self.feed(text[position : position + piece])
            position += piece
        if "<" in self.rawdata:
            self.rawdata = ""
            self._note(CUT_OFF)
        self.close()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Begin an element."""
        if self._skipping and tag == self._skipping and tag in OPEN_ENDED:
            self._skipping = ""
        if self._skipping:
            self._depth += tag == self._skipping
            return
        if tag in UNREAD:
            self._note(f"{UNREAD[tag]} were not read.")
        if tag not in VOID and (tag in SKIPPED or _is_hidden(attrs)):
            self._skip(tag)
            return
        self._begin(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Begin an element that ends at once; HTML ignores the stroke but for foreign ones."""
        self.handle_starttag(tag, attrs)
        if tag == "svg":
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if self._skipping:
            self._depth -= tag == self._skipping
            if self._depth == 0:
                self._skipping = ""
            return
        self._end(tag)

    def handle_data(self, data: str) -> None:
        """Take the text between tags."""
        if not self._skipping:
            self._text.append(raised(data) if self._raised else data)

    def finished(self) -> list[Paragraph | Grid]:
        """Return all paragraphs and tables, open ones ended."""
        while self._tables:
            self._end("table")
        self._flush()
        return self._blocks

    def _begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "table":
            self._begin_table()
        elif self._tables and tag in TABLE_PARTS:
            self._take_cell()
            self._tables[-1].begin(tag, attributes)
        elif tag == "br":
            self._text.append("\n")
        elif tag == "sup":
            self._raised += 1
        elif tag in BLOCKS:
            self._break()
            self._begin_list(tag, attributes)

    def _end(self, tag: str) -> None:
        if tag == "table" and self._tables:
            self._end_table()
        elif self._tables and tag in TABLE_PARTS:
            self._take_cell()
        elif tag == "sup":
            self._raised = max(self._raised - 1, 0)
        elif tag in BLOCKS:
            self._break()
            if tag in {"ol", "ul"} and self._lists:
                self._lists.pop()

    def _begin_list(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in {"ol", "ul"}:
            plain = attributes.get("type") in {None, "1"}
            first = _whole(attributes.get("start"), 1)
            self._lists.append(first if tag == "ol" and plain and not self._lists else None)
        elif tag == "li" and self._lists and (number := self._lists[-1]) is not None:
            number = _whole(attributes.get("value"), number)
            self._item = str(number)
            self._lists[-1] = number + 1

    def _break(self) -> None:
        if self._tables:
            self._text.append("\n")
        else:
            self._flush()

    def _flush(self) -> None:
        text = tidy("".join(self._text))
        self._text.clear()
        if text:
            self._paragraphs += 1
            number, rest = split_number(text)
            otherwise = f"paragraph {self._paragraphs} of the document"
            place = self._numbers.place(number or self._item, otherwise)
            self._item = None
            self._blocks.append(Paragraph(rest, place))

    def _begin_table(self) -> None:
        if self._tables:
            self._tables[-1].keep(self._text)
            self._text = []
        else:
            self._flush()
        if len(self._tables) == DEEPEST:
            raise DataError(f"{self._name} is refused: its tables are nested too deeply")
        self._numbered += 1
        self._tables.append(WebTable(self._name, self._numbered))

    def _end_table(self) -> None:
        self._take_cell()
        table = self._tables.pop()
        blocks = table.blocks()
        if self._tables:
            self._tables[-1].hold(blocks)
            self._note(NESTED)
        else:
            self._blocks.extend(blocks)

    def _take_cell(self) -> None:
        self._tables[-1].keep(self._text)
        self._tables[-1].end_cell()
        self._text = []

    def _note(self, remark: str) -> None:
        if remark not in self.remarks:
            self.remarks.append(remark)

    def _skip(self, tag: str) -> None:
        self._skipping = tag
        self._depth = 1
        if tag not in SKIPPED:
            self._note(HIDDEN)


def _is_hidden(attributes: Attributes) -> bool:
    return any(
        name == "hidden" or (name == "style" and NOT_SHOWN.search(value or "") is not None)
        for name, value in attributes
    )


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < len("1000") else otherwise
