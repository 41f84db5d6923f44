"""Markdown: pipe tables, headings, lists and paragraphs; code is not read."""

import re
from collections.abc import Iterator

from recruitment.ingest.blocks import Document, Grid, Paragraph
from recruitment.ingest.decoding import decoded
from recruitment.ingest.grids import check_cells, level_grid
from recruitment.ingest.originals import Original
from recruitment.ingest.plain_text import blocks_of_text, lines_of, without_emphasis
from recruitment.ingest.tabbed_lines import Line

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
RULE = re.compile(r":?-+:?")
UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*")
PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
CODE = re.compile(r"(?<!`)`+([^`]+)`+")
SLANTED = re.compile(r"(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
CELL_END = re.compile(r"(?<!\\)\|")


def read_markdown(document: Original) -> Document:
    """Return the paragraphs and tables of a Markdown file, without its marks.

    Raises:
        DataError: It is no text.
    """
    text, remarks = decoded(document)
    plain = "".join(_without_comments(text))
    lines = lines_of(plain)
    read = list(_without_code(lines))
    blocks = tuple(_blocks(document.name, read))
    return Document(document.name, blocks, (*remarks, *_unread(plain, len(lines) - len(read))))


def _unread(text: str, code_lines: int) -> Iterator[str]:
    if code_lines:
        yield "Code blocks were not read."
    if PICTURE.search(text):
        yield "Pictures were not read."
    if re.search(r"<table\b", text, re.IGNORECASE):
        yield "A table in HTML was read as text: give the document the suffix .html to read it."


def _without_comments(text: str) -> Iterator[str]:
    # A comment leaves its lines behind, so that the others keep their numbers.
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        yield text[position:start]
        yield "\n" * text.count("\n", start, end)
        position = end + len("-->")
    yield text[position:]


def _without_code(lines: list[Line]) -> Iterator[Line]:
    fence = ""
    for line in lines:
        found = FENCE.match(line.text)
        if fence:
            closes = found and found[1].startswith(fence)
            fence = "" if closes else fence
        elif found:
            fence = found[1]
        else:
            yield line


def _blocks(name: str, lines: list[Line]) -> Iterator[Paragraph | Grid]:
    text: list[Line] = []
    position = 0
    cells = 0
    while position < len(lines):
        end = _table_end(lines, position)
        if end == position:
            text.append(_plain(lines[position]))
            position += 1
            continue
        yield from blocks_of_text(text)
        text = []
        grid = _grid(lines[position:end])
        cells += len(grid.rows) * len(grid.rows[0])
        check_cells(name, cells)
        yield grid
        position = end
    yield from blocks_of_text(text)


def _table_end(lines: list[Line], start: int) -> int:
    # A heading, a rule of as many cells, and rows up to the first line without a bar.
    heading, rule = lines[start], lines[start + 1 : start + 2]
    if "|" not in heading.text or not rule or "-" not in rule[0].text:
        return start
    cells = _cells(rule[0])
    if len(cells) != len(_cells(heading)) or not all(RULE.fullmatch(each) for each in cells):
        return start
    end = start + 2
    while end < len(lines) and "|" in lines[end].text:
        end += 1
    return end


def _grid(table: list[Line]) -> Grid:
    rows = [line for number, line in enumerate(table) if number != 1]
    cells = [list(map(_unmarked, _cells(line))) for line in rows]
    return level_grid(cells, (line.place for line in rows))


def _cells(line: Line) -> list[str]:
    inner = line.text.strip().removeprefix("|")
    cells = [cell.strip() for cell in CELL_END.split(inner)]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells


def _plain(line: Line) -> Line:
    if UNDERLINE.fullmatch(line.text):
        return Line("", line.place)
    return Line(
        _unmarked(line.text.lstrip("> ") if line.text[:1] == ">" else line.text), line.place
    )


def _unmarked(text: str) -> str:
    linked = LINK.sub(r"\1", PICTURE.sub("", text))
    return ESCAPED.sub(r"\1", SLANTED.sub(r"\1", without_emphasis(CODE.sub(r"\1", linked))))
