"""What Word documents and workbooks have in common: parts of XML, properties, pictures."""

import re
import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from recruitment.attack.numbers import masked
from recruitment.attack.reading import Text
from recruitment.ingest.archives import Archive
from recruitment.ingest.originals import Original

PROPERTIES = re.compile(r"docProps/(core|app|custom)\.xml")
# Chunks of a picture that have no room for words.
CHUNKS = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"pHYs",
    b"sRGB",
    b"gAMA",
    b"cHRM",
    b"sBIT",
    b"tRNS",
    b"bKGD",
}
# What a name and its place take, of each part, at most.
MOST_AROUND = 300
PNG = b"\x89PNG\r\n\x1a\n"
COUNTED = re.compile(r"\d+")
# Elements of the properties that count parts, pages or words, that say which program wrote the
# file, and when; own properties may have such names too, and are read.
PLAIN = {
    **dict.fromkeys(("i4", "revision", "Pages", "Words", "Characters", "Lines"), COUNTED),
    **dict.fromkeys(("Paragraphs", "CharactersWithSpaces", "TotalTime"), COUNTED),
    **dict.fromkeys(("created", "modified"), re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")),
    "DocSecurity": re.compile("0"),
    "AppVersion": re.compile(r"\d\d\.\d{4}"),
    "Application": re.compile(r"Microsoft [A-Za-z ]+|LibreOffice/[\w.$-]+"),
    "ScaleCrop": re.compile("true|false"),
}


def parsed(archive: Archive, part: str) -> Any:
    """Return the root of a part of XML.

    Raises:
        DataError: It is no XML.
    """
    from docx.oxml import parse_xml

    try:
        return parse_xml(archive.markup(part))
    except (SyntaxError, ValueError):
        raise archive.damaged() from None


def local(element: Any) -> str:
    """Return the name of an element, or of an attribute, without its namespace."""
    tag = element if isinstance(element, str) else element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def property_texts(archive: Archive) -> Iterator[Text]:
    """Yield every text of the document's properties, own ones and their names among them."""
    for part in archive:
        if not PROPERTIES.fullmatch(part):
            continue
        for element in parsed(archive, part).iter():
            name = local(element)
            given = [value for key, value in element.attrib.items() if local(key) == "name"]
            owner = element.getparent()
            called = element if given or owner is None else owner
            named = called.get("name") or name
            for text in (*given, element.text or ""):
                if text.strip() and ("custom" in part or not _is_plain(name, text)):
                    yield Text(f"the property {masked(named)}", text)
        yield from _comments(archive, part)


def _is_plain(name: str, text: str) -> bool:
    """Return whether a count of parts or a version is what programs write."""
    return name in PLAIN and PLAIN[name].fullmatch(text) is not None


def relation_texts(archive: Archive) -> Iterator[Text]:
    """Yield where links lead that lead out of the document."""
    for part in archive:
        if part.endswith(".rels"):
            for each in parsed(archive, part).iter():
                if each.get("TargetMode") == "External":
                    yield Text("where a link leads", unquote(each.get("Target", "")))


def strange_packing(file: Original) -> Iterator[str]:
    """Yield what stands in the archive itself: remarks, parts of the same name, loose bytes."""
    with ZipFile(BytesIO(file.content)) as archive:
        entries = archive.infolist()
        if archive.comment or any(each.comment for each in entries):
            yield "a comment on the archive"
        if len({each.filename.casefold() for each in entries}) < len(entries):
            yield "parts of the same name"
        packed = sum(each.compress_size for each in entries)
    if not file.content.startswith(b"PK\x03\x04"):
        yield "what stands before the archive"
    if len(file.content) > packed + MOST_AROUND * (len(entries) + 1):
        yield "what stands between the parts of the archive"


def _comments(archive: Archive, part: str) -> Iterator[Text]:
    for element in parsed(archive, part).iter():
        if not isinstance(element.tag, str):
            yield Text(f"a comment in {masked(part)}", element.text or "")


def picture_is_plain(content: bytes) -> bool:
    """Return whether a picture is a PNG that has no words in it."""
    if not content.startswith(PNG):
        return False
    at = len(PNG)
    while at + 8 <= len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        if name not in CHUNKS:
            return False
        at += 12 + length
    return at == len(content)
