"""The parts of a Word document beside its text: headers, notes, labels, lists, styles, settings."""

import re
from collections.abc import Iterator
from typing import Any

from recruitment.attack.numbers import spelt_out
from recruitment.attack.readers.packages import local, parsed
from recruitment.attack.reading import Text
from recruitment.ingest.archives import Archive

# Parts that hold text which is printed, or kept beside the text.
WORDED = re.compile(r"word/(first_)?(header|footer|comments|footnotes|endnotes|glossary)\w*\.xml")
FIELD = re.compile(
    r'\s*(TOC \\o "1-1" \\h \\z|SEQ (Table|Figure) \\\* ARABIC|REF _Ref(Table|Figure)\d+ \\h|'
    r"PAGE|NUMPAGES)\s*"
)
PAGES = re.compile(r"Page \d+ of \d+$")
OWN_NAME = re.compile(
    r"_Ref(Table|Figure|Section)\d+|_GoBack|_Toc\d+|NumberedParagraph|ListBullet2"
)
# Attributes that are read out or shown, and elements whose every attribute is.
NAMED = {
    "descr": "the alt text",
    "title": "a title",
    "tooltip": "a tool tip",
    "alt": "the alt text",
    "string": "the text of a shape",
    "author": "an author",
    "initials": "an author",
    "displayText": "an entry of a list to choose from",
}
DESCRIBED = {
    *("tblCaption", "tblDescription", "docVar", "alias", "tag", "listItem", "customXml"),
    *("placeholder", "aliases", "dataBinding"),
}
HAVE_NAMES = {"bookmarkStart", "docPr"}
# How the numbers of a list look: text, with a per cent sign and the level for the number.
NUMBER = re.compile(r"%\d")
PRIVATE = 0xF000


def texts_beside(archive: Archive) -> Iterator[Text]:
    """Yield the text of headers, footers, comments and notes, and of lists, styles and settings."""
    for part in archive:
        if WORDED.fullmatch(part):
            root = parsed(archive, part)
            paragraphs = [each for each in root.iter() if local(each) == "p"]
            yield from (Text(f"the part {part}", _without_page(each)) for each in paragraphs)
            yield from labels(root, part)
        elif part == "word/settings.xml":
            yield from labels(parsed(archive, part), "the settings")
        elif part == "word/numbering.xml":
            yield from _lists(parsed(archive, part))
        elif part == "word/styles.xml":
            yield from _styles(parsed(archive, part))


def labels(root: Any, near: str) -> Iterator[Text]:
    """Yield what elements are called and described as, and the fields that are not our own."""
    for each in root.iter():
        name = local(each)
        for key, value in each.attrib.items():
            if local(key) in NAMED:
                yield Text(NAMED[local(key)], value, near)
            elif _describes(name, local(key)) and not OWN_NAME.fullmatch(value):
                yield Text(f"the name or description ({name})", value, near)
            elif local(key) == "instr" and not FIELD.fullmatch(value):
                yield Text("a field", value, near)
        if name == "instrText" and not FIELD.fullmatch(each.text or ""):
            yield Text("a field", each.text or "", near)
        if not isinstance(each.tag, str):
            yield Text("a comment in the XML", each.text or "", near)


def words_of(element: Any) -> str:
    """Return the words in an element, those that are hidden or struck out among them."""
    words = []
    for each in element.iter():
        match local(each):
            case "t" | "delText":
                words.append(each.text or "")
            case "sym":
                words.append(_character(each))
            case "noBreakHyphen":
                words.append("-")
            case "tab" | "br" | "cr":
                words.append(" ")
    return " ".join("".join(words).split())


def glued(paragraph: Any) -> Iterator[str]:
    """Yield the runs of a paragraph that say a number, which may stand close to another word."""
    runs = [words_of(each) for each in paragraph.iter() if local(each) == "r"]
    yield from (each for each in runs if len(runs) > 1 and spelt_out(each))


def _character(symbol: Any) -> str:
    """Return a character that is given by its number; fonts of symbols have theirs further up."""
    codes = [value for key, value in symbol.attrib.items() if local(key) == "char"]
    code = int(codes[0], 16) if codes and re.fullmatch("[0-9A-Fa-f]{1,5}", codes[0]) else 0
    return chr(code - PRIVATE if code >= PRIVATE else code) if code else "[?]"


def _without_page(paragraph: Any) -> str:
    """Return the words of a header or footer; the numbers of pages there are fields."""
    fields = [each.text or "" for each in paragraph.iter() if local(each) == "instrText"]
    numbered = [each.strip() for each in fields] == ["PAGE", "NUMPAGES"]
    return PAGES.sub("", words_of(paragraph)) if numbered else words_of(paragraph)


def _describes(element: str, attribute: str) -> bool:
    return element in DESCRIBED or (element in HAVE_NAMES and attribute == "name")


def _lists(root: Any) -> Iterator[Text]:
    """Yield what the numbers of lists say, and where they start if not at 1."""
    for each in root.iter():
        value = next((held for key, held in each.attrib.items() if local(key) == "val"), "")
        if local(each) == "lvlText":
            yield Text("the look of a list", NUMBER.sub("", value))
        elif local(each) in {"start", "startOverride"} and value not in {"0", "1"}:
            yield Text("the start of a list", value)


def _styles(root: Any) -> Iterator[Text]:
    """Yield the names of styles that are not those of every document."""
    for each in root.iter():
        if local(each) == "style" and any(local(key) == "customStyle" for key in each.attrib):
            for own in each:
                if local(own) in {"name", "aliases"}:
                    named = next(iter(own.attrib.values()), "")
                    yield Text("the name of a style", named)
