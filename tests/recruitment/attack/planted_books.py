"""Leaks planted in workbooks."""

from tests.recruitment.attack.changing import (
    Leak,
    Leaks,
    before_archive,
    first_sheet,
    more,
    part,
    remarked,
    twice,
)

SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK, STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"
CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
# A number among the cells, of which LE19 has 545 candidates in the first row.
COUNT = r'<c r="B7" s="(\d+)"><v>545</v></c>'
HIDDEN = r'<c r="E12" s="\d+" t="s">'


def _sheet(state: str) -> Leak[bytes]:
    def planted(content: bytes) -> bytes:
        row = '<row r="1"><c r="A1"><v>3</v></c></row>'
        own = f'<worksheet xmlns="{SHEETS}"><sheetData>{row}</sheetData></worksheet>'
        named = f'<sheet name="Further" sheetId="99" state="{state}" r:id="rId990"/></sheets>'
        link = (
            f'<Relationship Id="rId990" Type="{LINKS}/worksheet" Target="worksheets/sheet99.xml"/>'
        )
        for change in (
            more("xl/worksheets/sheet99.xml", own),
            part(BOOK, "</sheets>", named),
            part("xl/_rels/workbook.xml.rels", "</Relationships>", f"{link}</Relationships>"),
        ):
            content = change(content)
        return content

    return Leak("the hidden sheet", planted)


def _external(content: bytes) -> bytes:
    link = f'<Relationship Id="rId990" TargetMode="External" Type="{LINKS}/hyperlink" '
    target = 'Target="https://example.org/?disabled=%33"/></Relationships>'
    return part("xl/worksheets/_rels/sheet5.xml.rels", "</Relationships>", link + target)(content)


BOOKS: Leaks = {
    "a hidden sheet": _sheet("hidden"),
    "a sheet hidden from the menu too": _sheet("veryHidden"),
    "a sheet that is named": Leak(
        "the name of a sheet", part(BOOK, 'name="Cover"', 'name="3 disabled"')
    ),
    "a defined name": Leak(
        "a defined name",
        part(BOOK, "<definedNames>", '<definedNames><definedName name="n">3</definedName>'),
    ),
    "a remark on a defined name": Leak(
        "the remark comment", part(BOOK, "<definedName ", '<definedName comment="3 people" ')
    ),
    "who shared it": Leak(
        "the remark userName",
        part(BOOK, "<workbookPr", '<fileSharing userName="3 people"/><workbookPr'),
    ),
    "a comment on a cell": Leak(
        "a comment",
        more("xl/comments1.xml", f'<comments xmlns="{SHEETS}"><t>3 people</t></comments>'),
    ),
    "the author of a comment": Leak(
        "a comment",
        more("xl/comments1.xml", f'<comments xmlns="{SHEETS}"><author>3 of us</author></comments>'),
    ),
    "a comment in a thread": Leak(
        "a comment",
        more(
            "xl/threadedComments/t1.xml", "<ThreadedComments><text>three</text></ThreadedComments>"
        ),
    ),
    "a text box": Leak(
        "a comment",
        more("xl/drawings/drawing1.xml", "<wsDr><txBody><t>3 people</t></txBody></wsDr>"),
    ),
    "the alt text of a drawing": Leak(
        "the remark alt", more("xl/drawings/vml1.vml", '<xml><shape alt="3 people"/></xml>')
    ),
    "a core property": Leak(
        "the property description",
        part(CORE, "<dc:creator>", "<dc:description>3 people</dc:description><dc:creator>"),
    ),
    "a keyword": Leak(
        "the property keywords",
        part(CORE, "<dc:creator>", "<cp:keywords>disabled=3</cp:keywords><dc:creator>"),
    ),
    "a custom property": Leak(
        "the property disabled",
        more(CUSTOM, '<Properties><property name="disabled"><i4>3</i4></property></Properties>'),
    ),
    "the name of a custom property": Leak(
        "the property disabled #",
        more(CUSTOM, '<Properties><property name="disabled 3"/></Properties>'),
    ),
    "a property of the program": Leak(
        "the property Application", part(APP, "Microsoft Excel", "3 people")
    ),
    "the company": Leak(
        "the property Company", part(APP, "<Company></Company>", "<Company>3 people</Company>")
    ),
    "a number format": Leak(
        "a number format",
        part("xl/styles.xml", r'formatCode="\+0;-0;\+0"', 'formatCode="0&quot; of 3&quot;"'),
    ),
    "the name of a style": Leak(
        "the name of a style",
        part(
            "xl/styles.xml",
            "<cellStyles ([^>]*)>",
            r'<cellStyles \1><cellStyle name="n3" xfId="0"/>',
        ),
    ),
    "a look of some hidden cells": Leak(
        "the looks of hidden cells", first_sheet(HIDDEN, '<c r="E12" s="2" t="s">')
    ),
    "colours by value": Leak(
        "conditionalFormatting",
        first_sheet("<pageMargins", '<conditionalFormatting sqref="B7"/><pageMargins'),
    ),
    "a value finer than it shows": Leak(
        "LE19, Application, entered, everybody",
        first_sheet(COUNT, '<c r="B7" s="7"><v>546</v></c>'),
    ),
    "a value with decimals": Leak(
        "row Application, column All", first_sheet(COUNT, '<c r="B7" s="7"><v>545.3</v></c>')
    ),
    "a value in other writing": Leak(
        "row Application, column All", first_sheet(COUNT, '<c r="B7" s="7"><v>5.46E2</v></c>')
    ),
    "a formula": Leak(
        "an element f", first_sheet(COUNT, '<c r="B7" s="7"><f>542+3</f><v>545</v></c>')
    ),
    "a cell beside the table": Leak(
        "row Application",
        first_sheet(r'(<c r="E7" s="\d+"><v>35</v></c>)', r'\1<c r="F7"><v>3</v></c>'),
    ),
    "a cell far below the table": Leak(
        "row", first_sheet("</sheetData>", '<row r="99"><c r="B99"><v>3</v></c></row></sheetData>')
    ),
    "a header": Leak(
        "sheet Cover",
        first_sheet(r"<oddFooter>[^<]*</oddFooter>", "<oddHeader>3 people</oddHeader>"),
    ),
    "a footer of the first page": Leak(
        "firstFooter", first_sheet("</headerFooter>", "<firstFooter>3</firstFooter></headerFooter>")
    ),
    "a hidden row": Leak("a hidden row", first_sheet('<row r="7"', '<row r="7" hidden="1"')),
    "a hidden column": Leak("a hidden col", first_sheet('<col min="1"', '<col hidden="1" min="1"')),
    "a rule on what may be entered": Leak(
        "dataValidation",
        first_sheet(
            "<pageMargins",
            '<dataValidations><dataValidation prompt="3"/></dataValidations><pageMargins',
        ),
    ),
    "what is filtered out": Leak(
        "filter",
        part(
            "xl/tables/table5.xml",
            "<tableColumns",
            '<autoFilter><filterColumn colId="1"><filters><filter val="3"/></filters>'
            "</filterColumn></autoFilter><tableColumns",
        ),
    ),
    "a name of a table": Leak(
        "the name of a table", part("xl/tables/table5.xml", ' name="table_', ' name="disabled_3_')
    ),
    "a name of a column": Leak(
        "the name of a column",
        part("xl/tables/table5.xml", r'id="1" name="[^"]*"', 'id="1" name="3"'),
    ),
    "the label of a row of totals": Leak(
        "the remark totalsRowLabel",
        part("xl/tables/table5.xml", "<tableColumn ", '<tableColumn totalsRowLabel="3 of them" '),
    ),
    "a text that no cell shows": Leak(
        "a text that no cell shows",
        part(STRINGS, "</sst>", "<si><t>3 disabled people</t></si></sst>"),
    ),
    "how a text is said": Leak(
        "sheet Cover, row 1",
        part(STRINGS, "<si><t>([^<]*)</t></si>", r"<si><t>\1</t><rPh><t>3 people</t></rPh></si>"),
    ),
    "where a link leads": Leak("where a link leads", _external),
    "data of a chart": Leak(
        "the part xl/charts", more("xl/charts/chart1.xml", "<chart><v>3</v></chart>")
    ),
    "a store of a pivot table": Leak(
        "the part xl/pivotCache", more("xl/pivotCache/records1.xml", "<r><n v='3'/></r>")
    ),
    "an embedded workbook": Leak("the part xl/embeddings", more("xl/embeddings/book.xlsx", b"PK3")),
    "another workbook's values": Leak(
        "the part xl/externalLinks", more("xl/externalLinks/link1.xml", "<x>3</x>")
    ),
    "a picture": Leak("the part xl/media", more("xl/media/image1.bin", b"3")),
    "a small picture of the whole": Leak(
        "the part docProps/thumbnail", more("docProps/thumbnail.jpeg", b"3")
    ),
    "a comment on the archive": Leak("a comment on the archive", remarked),
    "what stands before the archive": Leak("what stands before the archive", before_archive),
    "a part of the same name": Leak("parts of the same name", twice(STRINGS)),
}
