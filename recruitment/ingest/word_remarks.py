"""What a Word document holds besides the text that was read."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from recruitment.ingest.word_package import WordPackage
from recruitment.ingest.word_text import is_on, text_of, word

PICTURES = "picture"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Elements that are not read, by the end of their full names.
UNREAD = {
    "drawingml/2006/picture}pic": PICTURES,
    "schemas-microsoft-com:vml}imagedata": PICTURES,
    "drawingml/2006/chart}chart": "chart",
    "drawing/2014/chartex}chart": "chart",
    "drawingml/2006/diagram}relIds": "diagram",
    "wordprocessingml/2006/main}txbxContent": "text box",
    "wordprocessingml/2006/main}object": "embedded object",
    "wordprocessingml/2006/main}altChunk": "embedded document",
    "officeDocument/2006/math}oMath": "equation",
}
ENDINGS = {kind: "es" if kind.endswith("x") else "s" for kind in UNREAD.values()}
DELETED = ("del", "moveFrom")
INSERTED = ("ins", "moveTo")


def word_remarks(package: WordPackage) -> Iterator[str]:
    """Yield what a reader must know about the reading, one sentence each."""
    main = package.main
    for kind, number in counted(main).items():
        yield f"{_many(number, kind)} {_was(number)} not read."
    yield from _on_changes(main)
    yield from _on_tables(main)
    if any(is_on(each.find(word("rPr")), "vanish") for each in main.iter(word("r"))):
        yield "Hidden text was not read."
    if any(text_of(each).strip() for each in _margins(package)):
        yield "Headers and footers were not read."
    comments = sum(len(part.findall(word("comment"))) for part in package.parts("comments"))
    if comments:
        yield f"{_many(comments, 'comment')} {_was(comments)} not read."
    if any(name.lower().endswith("vbaproject.bin") for name in package.archive):
        yield "It carries macros, which were not run."


def counted(root: Any) -> Counter[str]:
    """Return how many pictures, charts, text boxes and so on stand in ``root``."""
    found: Counter[str] = Counter()
    for element in _shown(root):
        if kind := _kind(element.tag):
            found[kind] += 1
    return found


@cache
def _kind(tag: str) -> str:
    return next((UNREAD[end] for end in UNREAD if tag.endswith(end)), "")


def _shown(root: Any) -> Iterator[Any]:
    # A drawing is followed by a copy of itself for older versions.
    copies = {each for fallback in root.iter(FALLBACK) for each in fallback.iter()}
    return (each for each in root.iter() if isinstance(each.tag, str) and each not in copies)


def _on_changes(main: Any) -> Iterator[str]:
    deleted = sum(1 for name in DELETED for _ in main.iter(word(name)))
    inserted = sum(1 for name in INSERTED for _ in main.iter(word(name)))
    if deleted:
        yield f"{_many(deleted, 'tracked deletion')} {_was(deleted)} left out."
    if inserted:
        yield f"{_many(inserted, 'tracked insertion')} {_was(inserted)} read as text."


def _on_tables(main: Any) -> Iterator[str]:
    inside = sum(1 for cell in main.iter(word("tc")) for _ in cell.iterchildren(word("tbl")))
    if inside:
        stands = "stands" if inside == 1 else "stand"
        read = f"{_was(inside)} read after it"
        yield f"{_many(inside, 'table')} {stands} in a cell of another, and {read}."


def _margins(package: WordPackage) -> Iterator[Any]:
    for kind in ("header", "footer"):
        for part in package.parts(kind):
            yield from part.iter(word("p"))


def _many(number: int, kind: str) -> str:
    return f"{number:,} {kind}{ENDINGS.get(kind, 's') if number != 1 else ''}"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
