"""The metadata of a PDF: XML in which each element may say one thing."""

import re
from collections.abc import Iterator
from typing import Any

from recruitment.attack.numbers import masked
from recruitment.attack.readers.packages import local
from recruitment.attack.reading import Text

DATE = re.compile(r"\d{4}-\d\d-\d\d(T[\d:+\-Z.]*)?")
IDENTITY = re.compile(r"[A-Za-z0-9+/=:-]{22,}")
# What elements and attributes hold that says nothing.
PLAIN = {
    "CreatorTool": re.compile(r"Typst [\d.]+"),
    "ModifyDate": DATE,
    "CreateDate": DATE,
    "InstanceID": IDENTITY,
    "DocumentID": IDENTITY,
    "part": re.compile("1"),
    "format": re.compile("application/pdf"),
    "RenditionClass": re.compile("proof"),
    "PDFVersion": re.compile(r"1\.7"),
    "xmptk": re.compile("xmp-writer"),
    "lang": re.compile("x-default|en-GB"),
}
PACKET = re.compile(r"<\?xpacket [^>]*\?>")
MOST = 1_000_000


def metadata_texts(document: Any) -> Iterator[Text]:
    """Yield what the metadata of a document says.

    Raises:
        ValueError: It is no XML, or declares a document type.
    """
    from docx.oxml import parse_xml

    stream = document.root_object.get("/Metadata")
    if stream is None:
        return
    text = PACKET.sub("", stream.get_object().get_data().decode("utf-8")).strip()
    if "<!DOCTYPE" in text or len(text) > MOST:
        raise ValueError
    pages = re.compile(str(len(document.pages)))
    for element in parse_xml(text.encode()).iter():
        name = local(element)
        plain = pages if name == "NPages" else PLAIN.get(name)
        for said in (element.text or "", element.tail or ""):
            if said.strip() and not (plain and plain.fullmatch(said.strip())):
                yield Text(f"the metadata, {masked(name) or 'a comment'}", said)
        for key, value in element.attrib.items():
            known = PLAIN.get(local(key))
            if value and not (known and known.fullmatch(value)):
                yield Text(f"the metadata, {masked(local(key))} of {masked(name)}", value)
