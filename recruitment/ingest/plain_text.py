"""Plain text: a paragraph to a line or to several, tables with tabs between their cells."""

import re
from collections.abc import Iterator

from recruitment.ingest.blocks import Document, Grid, Paragraph
from recruitment.ingest.decoding import decoded
from recruitment.ingest.originals import Original
from recruitment.ingest.paragraph_numbers import MARK, ParagraphNumbers, split_number
from recruitment.ingest.tabbed_lines import Line, blocks_of_lines

# Not str.splitlines: editors count no line at a form feed or a paragraph separator.
LINE_ENDS = re.compile(r"\r\n|\r|\n")
ENDED = (".", ":", ";", "?", "!", ",-", ":-")
HEADING = re.compile(r"#{1,6}\s+")
# A line this long was broken by the page, not by its writer.
FULL_LINE = 60
EMPHASIS = re.compile(r"\*\*([^*\s](?:[^*]*[^*\s])?)\*\*|(?<!\w)__([^_\s](?:[^_]*[^_\s])?)__(?!\w)")


def read_plain_text(document: Original) -> Document:
    """Return the paragraphs and tables of a text file.

    A line that ends without a full stop goes on in the next, unless that is blank, has tabs or
    begins with a list mark or a paragraph number. Numbers and marks are taken off the text; a
    number becomes its place (``paragraph 11``), and other text is found by its ``line 97``.

    Raises:
        DataError: It is no text.
    """
    text, remarks = decoded(document)
    return Document(document.name, tuple(blocks_of_text(lines_of(text))), remarks)


def lines_of(text: str) -> list[Line]:
    """Return the lines of ``text`` as an editor counts them, form feeds as blank lines."""
    lines = enumerate(LINE_ENDS.split(text), start=1)
    return [Line(line.replace("\f", " "), f"line {number}") for number, line in lines]


def blocks_of_text(lines: list[Line]) -> Iterator[Paragraph | Grid]:
    """Yield the paragraphs and tables of ``lines``."""
    return blocks_of_lines(_numbered(lines))


def without_emphasis(text: str) -> str:
    """Return ``text`` without the marks of headings and bold print that converters leave in it.

    >>> without_emphasis("There is a **+1.69**% percentage change."), without_emphasis("## Female")
    ('There is a +1.69% percentage change.', 'Female')
    """
    return EMPHASIS.sub(r"\1\2", HEADING.sub("", text, count=1) if text[:1] == "#" else text)


def _numbered(lines: list[Line]) -> Iterator[Line]:
    numbers = ParagraphNumbers()
    for line in _joined(lines):
        number, text = (None, line.text) if line.tabbed else split_number(line.text)
        yield Line(text, numbers.place(number, line.place))


def _joined(lines: list[Line]) -> list[Line]:
    # What goes on in the next line, or over a page's end in the next but one, becomes one line.
    parts: list[list[Line]] = []
    for line in map(_plain, lines):
        if parts and _goes_on(parts[-1][-1], line):
            parts[-1].append(line)
        elif len(parts) > 1 and _goes_on_over_page(parts[-2][-1], parts[-1][0], line):
            parts.pop()
            parts[-1].append(Line(MARK.sub("", line.text, count=1), line.place))
        else:
            parts.append([line])
    return [_together(part) for part in parts]


def _plain(line: Line) -> Line:
    # One tab after a paragraph number is part of the numbering, and no table.
    text = line.text.strip()
    number, rest = split_number(text)
    if line.tabbed and (number is None or "\t" in rest):
        return line
    plain = without_emphasis(text.replace("\t", " "))
    return Line(plain, line.place, whole=HEADING.match(text) is not None)


def _together(parts: list[Line]) -> Line:
    first = parts[0]
    return Line(" ".join(part.text for part in parts), first.place) if len(parts) > 1 else first


def _goes_on(before: Line, line: Line) -> bool:
    if _stands_alone(before) or _stands_alone(line) or before.text.endswith(ENDED):
        return False
    number, _ = split_number(line.text)
    return number is None and not MARK.match(line.text)


def _goes_on_over_page(before: Line, between: Line, line: Line) -> bool:
    if not between.blank or _stands_alone(before) or len(before.text) < FULL_LINE:
        return False
    return before.text[-1].islower() and MARK.sub("", line.text, count=1)[:1].islower()


def _stands_alone(line: Line) -> bool:
    return line.blank or line.tabbed or line.whole
