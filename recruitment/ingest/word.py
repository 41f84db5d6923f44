"""Word documents, through python-docx's parser: text in reading order, as it would be printed."""

from collections.abc import Iterator
from typing import Any

from recruitment.errors import DataError
from recruitment.ingest.archives import Archive
from recruitment.ingest.blocks import Document, Grid, Paragraph
from recruitment.ingest.originals import Original
from recruitment.ingest.paragraph_numbers import ParagraphNumbers, split_number
from recruitment.ingest.tabbed_lines import Line, blocks_of_lines
from recruitment.ingest.word_numbering import Numbering
from recruitment.ingest.word_package import WordPackage
from recruitment.ingest.word_remarks import PICTURES, counted, word_remarks
from recruitment.ingest.word_tables import WordTables
from recruitment.ingest.word_text import contents, local, text_of, word


def read_word(document: Original) -> Document:
    """Return the paragraphs and tables of a Word document, in their order.

    Tracked insertions are text; deletions and hidden text are not. Automatic numbers are worked
    out where they are plain (``11.``, ``1.7``) and give the paragraph its place; paragraphs without
    are counted. Paragraphs with tabs between their parts are rows of a table. Footnotes come last.

    Raises:
        DataError: It is damaged, is no Word document, or holds pictures and no text.
    """
    package = WordPackage(Archive(document))
    body = package.main.find(word("body"))
    if body is None:
        raise package.archive.damaged()
    blocks = (*_Body(document.name, package).blocks(body), *_notes(package))
    if not any(isinstance(block, Grid) or block.text for block in blocks):
        _check_pictures(document.name, package.main)
    return Document(document.name, blocks, tuple(word_remarks(package)))


class _Body:
    """The body of a document while it is read from top to bottom."""

    def __init__(self, name: str, package: WordPackage) -> None:
        self._tables = WordTables(name)
        self._numbering = Numbering(package.part("numbering"), package.part("styles"))
        self._numbers = ParagraphNumbers()
        self._paragraphs = 0

    def blocks(self, body: Any) -> Iterator[Paragraph | Grid]:
        lines: list[Line] = []
        for element in contents(body):
            if local(element) == "p":
                lines.append(self._line(element))
            else:
                yield from blocks_of_lines(lines)
                lines = []
                yield from self._tables.grids(element)
        yield from blocks_of_lines(lines)

    def _line(self, element: Any) -> Line:
        text = text_of(element).strip(" \n")
        automatic = self._numbering.number(element) if text.strip() else None
        if not text.strip():
            return Line("", "")
        self._paragraphs += 1
        typed, rest = split_number(text.strip())
        # A tab after a typed number is part of the numbering; others part the cells of a row.
        plain = rest if typed and "\t" not in rest else text
        number = automatic or (typed if plain is rest else None)
        place = self._numbers.place(number, f"paragraph {self._paragraphs} of the document")
        return Line(plain, place)


def _notes(package: WordPackage) -> Iterator[Paragraph]:
    for kind in ("footnote", "endnote"):
        part = package.part(f"{kind}s")
        for note in [] if part is None else part.iter(word(kind)):
            # The lines that part notes from text are kept among them, with a type.
            text = " ".join(text_of(note).split())
            if note.get(word("type")) in {None, "normal"} and text:
                yield Paragraph(text, f"{kind} {note.get(word('id'))}")


def _check_pictures(name: str, main: Any) -> None:
    if counted(main)[PICTURES]:
        raise DataError(
            f"{name} holds pictures and no text, as a scan does; take the document they show"
        )
