"""Leaks planted in the parts of Word documents and workbooks, and in PDFs."""

import re
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from struct import pack
from zipfile import ZipFile

import pypdf

Plant = Callable[[bytes], bytes]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _part(name: str, before: str, after: str) -> Plant:
    """Put something in the place of something else, once, in one part."""

    def planted(content: bytes) -> bytes:
        parts = _parts(content)
        text = parts[name].decode()
        changed = re.sub(before, lambda _: after, text, count=1)
        assert changed != text, name
        return _packed(parts | {name: changed.encode()})

    return planted


def _more(name: str, text: str | bytes) -> Plant:
    def planted(content: bytes) -> bytes:
        own = text if isinstance(text, bytes) else text.encode()
        return _packed(_parts(content) | {name: own})

    return planted


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _hidden_sheet(content: bytes) -> bytes:
    row = '<row r="1"><c r="A1"><v>3</v></c></row>'
    own = f'<worksheet xmlns="{SHEETS}"><sheetData>{row}</sheetData></worksheet>'
    added = _more("xl/worksheets/sheet99.xml", own)(content)
    sheet = '<sheet name="More" sheetId="99" state="hidden" r:id="rId990"/></sheets>'
    named = _part("xl/workbook.xml", "</sheets>", sheet)(added)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    link = (
        f'<Relationship Id="rId990" Type="{kind}" Target="worksheets/sheet99.xml"/></Relationships>'
    )
    return _part("xl/_rels/workbook.xml.rels", "</Relationships>", link)(named)


def _text_in_picture(content: bytes) -> bytes:
    parts = _parts(content)
    name = next(each for each in parts if each.endswith(".png"))
    body = b"Comment\0" + b"3 disabled people"
    chunk = pack(">I", len(body)) + b"tEXt" + body + pack(">I", zlib.crc32(b"tEXt" + body))
    return _packed(parts | {name: parts[name][:33] + chunk + parts[name][33:]})


def _first_sheet_of_counts(name: str, before: str, after: str) -> Plant:
    def planted(content: bytes) -> bytes:
        parts = _parts(content)
        for part, own in sorted(parts.items()):
            if part.startswith("xl/worksheets/sheet") and re.search(before, own.decode()):
                return _part(part, before, after)(content)
        raise AssertionError(name)

    return planted


# A number among the cells, of which LE19 has 545 candidates in the first row.
COUNT = r'<c r="B7" s="(\d+)"><v>545</v></c>'

BOOKS: Mapping[str, Plant] = {
    "a hidden sheet": _hidden_sheet,
    "a sheet that is named": _part("xl/workbook.xml", 'name="Cover"', 'name="3 disabled"'),
    "a defined name": _part(
        "xl/workbook.xml", "<definedNames>", '<definedNames><definedName name="n">3</definedName>'
    ),
    "a comment on a cell": _more(
        "xl/comments1.xml", f'<comments xmlns="{SHEETS}"><t>3 disabled people</t></comments>'
    ),
    "a core property": _part(
        "docProps/core.xml", "<dc:creator>", "<dc:description>3 people</dc:description><dc:creator>"
    ),
    "a custom property": _more(
        "docProps/custom.xml", '<Properties><property name="disabled">3</property></Properties>'
    ),
    "a property of the program": _part("docProps/app.xml", "Microsoft Excel", "3 people"),
    "a number format": _part(
        "xl/styles.xml", r'formatCode="\+0;-0;\+0"', 'formatCode="0&quot; of 3&quot;"'
    ),
    "a look of some hidden cells": _first_sheet_of_counts(
        "looks", r'<c r="E12" s="\d+" t="s">', '<c r="E12" s="2" t="s">'
    ),
    "a value finer than it shows": _first_sheet_of_counts(
        "value", COUNT, '<c r="B7" s="7"><v>546</v></c>'
    ),
    "a value with decimals": _first_sheet_of_counts(
        "decimals", COUNT, '<c r="B7" s="7"><v>545.3</v></c>'
    ),
    "a formula": _first_sheet_of_counts(
        "formula", COUNT, '<c r="B7" s="7"><f>542+3</f><v>545</v></c>'
    ),
    "a cell beside the table": _first_sheet_of_counts(
        "beside",
        r'<c r="E7" s="(\d+)"><v>35</v></c>',
        '<c r="E7" s="7"><v>35</v></c><c r="F7"><v>3</v></c>',
    ),
    "a header": _first_sheet_of_counts(
        "header", r"<oddFooter>[^<]*</oddFooter>", "<oddFooter>3 people</oddFooter>"
    ),
    "a hidden row": _first_sheet_of_counts("row", '<row r="7"', '<row r="7" hidden="1"'),
    "a rule on what may be entered": _first_sheet_of_counts(
        "rule",
        "<pageMargins",
        '<dataValidations><dataValidation prompt="3"/></dataValidations><pageMargins',
    ),
    "a name of a table": _part("xl/tables/table5.xml", 'name="table_', 'name="disabled_3_'),
    "a name of a column": _part("xl/tables/table5.xml", r'id="1" name="[^"]*"', 'id="1" name="3"'),
    "a part of its own": _more("xl/media/image1.bin", b"3"),
    "a text that no cell shows": _more("xl/externalLinks/link1.xml", "<x>3</x>"),
}

DOCUMENTS: Mapping[str, Plant] = {
    "the alt text of a picture": _part(
        "word/document.xml", 'descr="', 'descr="3 disabled people. '
    ),
    "the description of a table": _part(
        "word/document.xml", '<w:tblDescription w:val="', '<w:tblDescription w:val="3 people. '
    ),
    "the title of a picture": _part("word/document.xml", "<wp:docPr ", '<wp:docPr title="3" '),
    "a document property": _part(
        "docProps/core.xml", "<dc:language>", "<cp:keywords>3 people</cp:keywords><dc:language>"
    ),
    "a comment": _more(
        "word/comments.xml",
        f'<w:comments xmlns:w="{WORD}"><w:p><w:r><w:t>3</w:t></w:r></w:p></w:comments>',
    ),
    "deleted text": _part(
        "word/document.xml",
        "</w:p>",
        "<w:del><w:r><w:delText>3 people</w:delText></w:r></w:del></w:p>",
    ),
    "hidden text": _part(
        "word/document.xml",
        "</w:p>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>3 people</w:t></w:r></w:p>",
    ),
    "a variable of the document": _part(
        "word/settings.xml",
        "<w:decimalSymbol",
        '<w:docVars><w:docVar w:name="n" w:val="3"/></w:docVars><w:decimalSymbol',
    ),
    "a footer": _part("word/footer.xml", "</w:p>", "<w:r><w:t>3 people</w:t></w:r></w:p>"),
    "data of its own": _more("customXml/item1.xml", "<n>3</n>"),
    "a bookmark": _part(
        "word/document.xml", "</w:p>", '<w:bookmarkStart w:id="900" w:name="disabled 3"/></w:p>'
    ),
    "a field": _part(
        "word/document.xml", "</w:p>", '<w:r><w:instrText> QUOTE "3" </w:instrText></w:r></w:p>'
    ),
    "words in a picture": _text_in_picture,
    "a picture of another kind": _more("word/media/image90.svg", "<svg>3</svg>"),
    "the shade of a hidden cell": _part(
        "word/document.xml",
        r"<w:tcPr>(?=<w:tcW [^>]*/></w:tcPr><w:p><w:pPr>(?:(?!</w:tc>).)*?\[c\])",
        '<w:tcPr><w:shd w:val="clear" w:fill="FFEEEE"/>',
    ),
    "a comment in the markup": _part("word/document.xml", "</w:body>", "<!-- 3 --></w:body>"),
}


def _written(change: Callable[[pypdf.PdfWriter], None]) -> Plant:
    def planted(content: bytes) -> bytes:
        writer = pypdf.PdfWriter(clone_from=BytesIO(content))
        change(writer)
        file = BytesIO()
        writer.write(file)
        return file.getvalue()

    return planted


def _note(writer: pypdf.PdfWriter) -> None:
    from pypdf.annotations import FreeText

    writer.add_annotation(0, FreeText(text="3 people", rect=(50, 50, 200, 80)))


def _other_metadata(writer: pypdf.PdfWriter) -> None:
    stream = writer.root_object["/Metadata"].get_object()
    stream.set_data(stream.get_data().replace(b"</dc:title>", b"</dc:title><x>3 people</x>"))


def _script(writer: pypdf.PdfWriter) -> None:
    from pypdf.generic import DictionaryObject, NameObject, TextStringObject

    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert(3)")}
    named = DictionaryObject({NameObject(key): value for key, value in action.items()})
    writer.root_object[NameObject("/OpenAction")] = named


PAPERS: Mapping[str, Plant] = {
    "a property": _written(lambda writer: writer.add_metadata({"/Keywords": "3 people"})),
    "other metadata": _written(_other_metadata),
    "an attachment": _written(lambda writer: writer.add_attachment("n.txt", b"3")),
    "a note": _written(_note),
    "a bookmark": _written(lambda writer: writer.add_outline_item(title="3 people", page_number=0)),
    "a script": _written(_script),
}
