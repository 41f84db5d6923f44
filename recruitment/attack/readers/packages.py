"""What Word documents and workbooks have in common: parts of XML, properties, pictures."""

import re
import struct
from collections.abc import Iterator
from typing import Any

from recruitment.attack.reading import Text
from recruitment.ingest.archives import Archive

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
PNG = b"\x89PNG\r\n\x1a\n"
# Elements of the properties that count parts, and parts that say which program wrote the file.
PLAIN = {
    "i4": re.compile(r"\d+"),
    "revision": re.compile(r"\d+"),
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
            for text in (*given, element.text or ""):
                if text.strip() and not (name in PLAIN and _is_plain(name, text)):
                    yield Text(f"the property {given[0] if given else name}", text)
        yield from _comments(archive, part)


def _is_plain(name: str, text: str) -> bool:
    """Return whether a count of parts or a version is what programs write."""
    return PLAIN[name].fullmatch(text) is not None


def _comments(archive: Archive, part: str) -> Iterator[Text]:
    for element in parsed(archive, part).iter():
        if not isinstance(element.tag, str):
            yield Text(f"a comment in {part}", element.text or "")


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
