"""Leaks planted in Word documents."""

import zlib
from struct import pack

from tests.recruitment.attack.changing import (
    File,
    Leak,
    Leaks,
    before_archive,
    more,
    packed,
    part,
    remarked,
    unpacked,
)

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY, NUMBERS, SETTINGS = "word/document.xml", "word/numbering.xml", "word/settings.xml"
CORE = "docProps/core.xml"
LABEL = "the name or description"
PARAGRAPH = "paragraph 1 of the document"


def _put(text: str) -> File:
    """Put something at the end of the first paragraph."""
    return part(BODY, "</w:p>", f"{text}</w:p>")


def _run(text: str, looks: str = "") -> File:
    return _put(f"<w:r><w:rPr>{looks}</w:rPr>{text}</w:r>")


def _beside(name: str, kind: str) -> Leak[bytes]:
    """Put a part with text beside the others."""
    own = f'<w:{kind} xmlns:w="{WORD}"><w:p><w:r><w:t>3 people</w:t></w:r></w:p></w:{kind}>'
    return Leak(f"the part word/{name}.xml", more(f"word/{name}.xml", own))


def _text_in_picture(content: bytes) -> bytes:
    parts = unpacked(content)
    name = next(each for each in parts if each.endswith(".png"))
    body = b"Comment\0" + b"3 disabled people"
    chunk = pack(">I", len(body)) + b"tEXt" + body + pack(">I", zlib.crc32(b"tEXt" + body))
    return packed(parts | {name: parts[name][:33] + chunk + parts[name][33:]})


def _after_picture(content: bytes) -> bytes:
    parts = unpacked(content)
    name = next(each for each in parts if each.endswith(".png"))
    return packed(parts | {name: parts[name] + b"3 disabled people"})


def _external(content: bytes) -> bytes:
    link = '<Relationship Id="rId990" TargetMode="External" Type="hyperlink" Target="x/3"/>'
    name = "word/_rels/document.xml.rels"
    return part(name, "</Relationships>", f"{link}</Relationships>")(content)


DOCUMENTS: Leaks = {
    "the alt text of a picture": Leak(
        "the alt text", part(BODY, 'descr="', 'descr="3 disabled people. ')
    ),
    "the title of a picture": Leak("a title", part(BODY, "<wp:docPr ", '<wp:docPr title="3" ')),
    "the name of a picture": Leak(
        LABEL, part(BODY, r'(<wp:docPr [^>]*)name="[^"]*"', r'\1name="3 people"')
    ),
    "the description of a table": Leak(
        LABEL, part(BODY, '<w:tblDescription w:val="', '<w:tblDescription w:val="3 people. ')
    ),
    "a core property": Leak(
        "the property keywords",
        part(CORE, "<dc:language>", "<cp:keywords>3 people</cp:keywords><dc:language>"),
    ),
    "a custom property": Leak(
        "the property disabled",
        more("docProps/custom.xml", '<P><property name="disabled"><i4>3</i4></property></P>'),
    ),
    "the company": Leak(
        "the property Company",
        more("docProps/app.xml", "<Properties><Company>3 people</Company></Properties>"),
    ),
    "deleted text": Leak(PARAGRAPH, _put("<w:del><w:r><w:delText>3</w:delText></w:r></w:del>")),
    "inserted text": Leak(PARAGRAPH, _put("<w:ins><w:r><w:t>3</w:t></w:r></w:ins>")),
    "moved text": Leak(PARAGRAPH, _put("<w:moveFrom><w:r><w:t>3</w:t></w:r></w:moveFrom>")),
    "who changed something": Leak("an author", _put('<w:ins w:author="3 people"/>')),
    "hidden text": Leak(PARAGRAPH, _run("<w:t>3 people</w:t>", "<w:vanish/>")),
    "white text": Leak(PARAGRAPH, _run("<w:t>3 people</w:t>", '<w:color w:val="FFFFFF"/>')),
    "text of no size": Leak(PARAGRAPH, _run("<w:t>three</w:t>", '<w:sz w:val="1"/>')),
    "a symbol of another font": Leak(PARAGRAPH, _run('<w:sym w:font="Wingdings" w:char="F033"/>')),
    "a text box": Leak(
        PARAGRAPH,
        _run("<w:pict><w:txbxContent><w:p><w:r><w:t>3</w:t></w:r></w:p></w:txbxContent></w:pict>"),
    ),
    "drawn letters": Leak(
        "the text of a shape", _run('<w:pict><w:textpath string="3 people"/></w:pict>')
    ),
    "the alt text of a shape": Leak(
        "the alt text", _run('<w:pict><w:shape alt="3 people"/></w:pict>')
    ),
    "a variable of the document": Leak(
        LABEL,
        part(
            SETTINGS,
            "<w:decimalSymbol",
            '<w:docVars><w:docVar w:name="n" w:val="3"/></w:docVars><w:decimalSymbol',
        ),
    ),
    "a footer": Leak(
        "the part word/footer.xml",
        part("word/footer.xml", "</w:p>", "<w:r><w:t>3 people</w:t></w:r></w:p>"),
    ),
    "a header": Leak(
        "the part word/header.xml",
        part("word/header.xml", "</w:p>", "<w:r><w:t>3 people</w:t></w:r></w:p>"),
    ),
    "a comment": _beside("comments", "comments"),
    "a footnote": _beside("footnotes", "footnotes"),
    "an endnote": _beside("endnotes", "endnotes"),
    "the author of a comment": Leak(
        "an author",
        more(
            "word/comments.xml",
            f'<w:comments xmlns:w="{WORD}"><w:comment w:initials="3"/></w:comments>',
        ),
    ),
    "data of its own": Leak("the part customXml", more("customXml/item1.xml", "<n>3</n>")),
    "an embedded workbook": Leak(
        "the part word/embeddings", more("word/embeddings/b.xlsx", b"PK3")
    ),
    "data of a chart": Leak("the part word/charts", more("word/charts/chart1.xml", "<v>3</v>")),
    "a page within the document": Leak("the part word/chunk", more("word/chunk.html", "<p>3</p>")),
    "a bookmark": Leak(LABEL, _put('<w:bookmarkStart w:id="900" w:name="disabled 3"/>')),
    "a field": Leak("a field", _put('<w:r><w:instrText> QUOTE "3" </w:instrText></w:r>')),
    "a simple field": Leak("a field", _put('<w:fldSimple w:instr=" QUOTE 3 "/>')),
    "a tool tip": Leak("a tool tip", _put('<w:hyperlink w:anchor="le19" w:tooltip="3 people"/>')),
    "the tag of a control": Leak(
        LABEL, _put('<w:sdt><w:sdtPr><w:tag w:val="disabled 3"/></w:sdtPr><w:sdtContent/></w:sdt>')
    ),
    "a list to choose from": Leak(
        "a list to choose from", _put('<w:sdt><w:listItem w:displayText="3 people"/></w:sdt>')
    ),
    "where a link leads": Leak("where a link leads", _external),
    "the name of a style": Leak(
        "the name of a style",
        part(
            "word/styles.xml",
            "</w:styles>",
            '<w:style w:customStyle="1"><w:name w:val="Three people"/></w:style></w:styles>',
        ),
    ),
    "the look of a list": Leak(
        "the look of a list", part(NUMBERS, 'w:lvlText w:val="', 'w:lvlText w:val="3 people, ')
    ),
    "the start of a list": Leak(
        "the start of a list", part(NUMBERS, '<w:start w:val="1"/>', '<w:start w:val="3"/>')
    ),
    "the shade of a hidden cell": Leak(
        "the looks of hidden cells",
        part(
            BODY,
            r"<w:tcPr>(?=<w:tcW [^>]*/></w:tcPr><w:p><w:pPr>(?:(?!</w:tc>).)*?\[c\])",
            '<w:tcPr><w:shd w:val="clear" w:fill="FFEEEE"/>',
        ),
    ),
    "a comment in the markup": Leak(
        "a comment in the XML", part(BODY, "</w:body>", "<!-- 3 --></w:body>")
    ),
    "words in a picture": Leak("words in the picture", _text_in_picture),
    "words after a picture": Leak("words in the picture", _after_picture),
    "a picture of another kind": Leak(
        "the part word/media", more("word/media/image90.svg", "<svg>3</svg>")
    ),
    "a comment on the archive": Leak("a comment on the archive", remarked),
    "what stands before the archive": Leak("what stands before the archive", before_archive),
}
