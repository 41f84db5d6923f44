import time
from pathlib import Path
from typing import Any

import pytest

from recruitment.errors import DataError
from recruitment.ingest.blocks import Grid
from tests.recruitment.ingest.made import (
    changed,
    entry,
    found,
    grids,
    picture_bytes,
    read_as,
    texts,
    word_bytes,
    word_element,
)

MAIN = "word/document.xml"
RUN = "<w:r><w:t>{}</w:t></w:r>"


def document_of(*elements: str) -> bytes:
    """Return a document whose body is ``elements``."""

    def fill(document: Any) -> None:
        for markup in elements:
            document.element.body.insert(-1, word_element(markup))

    return word_bytes(fill)


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{RUN.format(text)}</w:p>"


def test_paragraphs_and_tables_come_in_the_order_of_the_document(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        document.add_heading("Background", 1)
        document.add_table(1, 2).cell(0, 1).text = "Blank 36"
        document.add_paragraph("Offers")

    document = read_as(tmp_path, "a.docx", word_bytes(fill))
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Grid", "Paragraph"]
    assert grids(document)[0] == Grid((("", "Blank 36"),), ("table 1, row 1",))
    assert found(document)[1] == ("paragraph 2 of the document", "Offers")


def test_automatic_numbers_are_the_places_of_paragraphs(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        for number in range(11):
            document.add_paragraph(f"Text {number}", style="List Number")
            document.add_paragraph("A bullet", style="List Bullet")

    places = [place for place, text in found(read_as(tmp_path, "a.docx", word_bytes(fill)))]
    assert places[-2:] == ["paragraph 11", "paragraph 22 of the document"]


NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num>
</w:numbering>"""


def numbered(use: int, depth: int) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{use}"/></w:numPr>'
    return paragraph("Text", numbering)


def test_levels_starts_and_restarts_of_a_list_are_followed(tmp_path: Path) -> None:
    levels = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (9, 0), (1, 7)]
    made = document_of(*(numbered(use, depth) for use, depth in levels))
    content = changed(made, {"word/numbering.xml": NUMBERING})
    places = [place for place, _ in found(read_as(tmp_path, "a.docx", content))]
    assert places == [
        "paragraph 3",
        "paragraph 3.1",
        "paragraph 3.2",
        "paragraph 4 of the document",
        "paragraph 4",
        "paragraph 4.1",
        "paragraph 10",
        "paragraph 11",
        "paragraph 9 of the document",
        "paragraph 10 of the document",
    ]


def test_a_style_gives_its_list_and_level_to_its_paragraphs(tmp_path: Path) -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = (
        f'<w:styles {names}><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>'
    )
    numbering = NUMBERING.replace(
        '<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Base"/>'
    )
    used = ("Base", "Own", "Loop", "None")
    made = document_of(*(paragraph("Text", f'<w:pStyle w:val="{each}"/>') for each in used))
    parts = {"word/styles.xml": styles, "word/numbering.xml": numbering}
    assert [place for place, _ in found(read_as(tmp_path, "a.docx", changed(made, parts)))] == [
        "paragraph 3.1",
        "paragraph 3.2",
        "paragraph 3 of the document",
        "paragraph 4 of the document",
    ]


def test_typed_numbers_are_the_places_of_paragraphs(tmp_path: Path) -> None:
    made = document_of(
        paragraph("11. LE19"), "<w:p><w:r><w:t>12.</w:t><w:tab/><w:t>LE19a</w:t></w:r></w:p>"
    )
    assert found(read_as(tmp_path, "a.docx", made)) == [
        ("paragraph 11", "LE19"),
        ("paragraph 12", "LE19a"),
    ]


def test_the_same_number_twice_tells_which_of_the_two(tmp_path: Path) -> None:
    made = document_of(paragraph("1. One"), paragraph("1. Again"))
    assert found(read_as(tmp_path, "a.docx", made)) == [
        ("paragraph 1", "One"),
        ("paragraph 1 (paragraph 2 of the document)", "Again"),
    ]


def test_paragraphs_with_tabs_are_the_rows_of_a_table(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("BAME")
        document.add_paragraph("Application\t19.41%")
        document.add_paragraph("Offer\t13.89%")

    document = read_as(tmp_path, "a.docx", word_bytes(fill))
    assert grids(document) == [
        Grid(
            (("Application", "19.41%"), ("Offer", "13.89%")),
            ("paragraph 2 of the document", "paragraph 3 of the document"),
        )
    ]


def test_merged_cells_repeat_their_text_and_say_so(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "BAME"
        table.cell(0, 2).merge(table.cell(2, 2)).text = "Total"

    grid = grids(read_as(tmp_path, "a.docx", word_bytes(fill)))[0]
    assert grid.rows == (("BAME", "BAME", "Total"), ("", "", "Total"), ("", "", "Total"))
    assert grid.merged == {(0, 1), (1, 2), (2, 2)}


def test_a_row_that_begins_late_keeps_its_columns(tmp_path: Path) -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    whole = f"<w:tr>{cell.format(RUN.format('1'))}{cell.format(RUN.format('2'))}</w:tr>"
    late = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell.format(RUN.format("3"))
    made = document_of(f"<w:tbl>{whole}{late}</w:tr></w:tbl>")
    assert grids(read_as(tmp_path, "a.docx", made))[0].rows == (("1", "2"), ("", "3"))


def test_a_table_in_a_cell_comes_after_the_outer_one_and_is_named(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "outer"
        cell.add_table(1, 1).cell(0, 0).text = "inner"

    document = read_as(tmp_path, "a.docx", word_bytes(fill))
    assert [(grid.rows, grid.places) for grid in grids(document)] == [
        ((("outer",),), ("table 1, row 1",)),
        ((("inner",),), ("table 2, row 1",)),
    ]
    said = "1 table stands in a cell of another, and was read after it."
    assert document.remarks == (said,)


def test_tracked_insertions_are_text_and_deletions_are_not(tmp_path: Path) -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>13</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{RUN.format("14%")}</w:ins>'
    document = read_as(
        tmp_path, "a.docx", document_of(f"<w:p>{RUN.format('BAME ')}{deleted}{inserted}</w:p>")
    )
    assert texts(document) == ["BAME 14%"]
    assert document.remarks == (
        "1 tracked deletion was left out.",
        "1 tracked insertion was read as text.",
    )


def test_a_deleted_row_is_no_row(tmp_path: Path) -> None:
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    gone = row.format('<w:trPr><w:del w:id="1"/></w:trPr>', "137")
    made = document_of(f"<w:tbl>{gone}{row.format('', '140')}</w:tbl>")
    assert grids(read_as(tmp_path, "a.docx", made))[0].rows == (("140",),)


def test_hidden_text_and_field_codes_are_not_text(tmp_path: Path) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Page </w:t></w:r>'
    field = f"<w:r><w:instrText>PAGE</w:instrText></w:r>{RUN.format('3')}"
    document = read_as(tmp_path, "a.docx", document_of(f"<w:p>{hidden}{shown}{field}</w:p>"))
    assert (texts(document), document.remarks) == (["Page 3"], ("Hidden text was not read.",))


def test_text_in_links_content_controls_and_breaks_is_read(tmp_path: Path) -> None:
    link = f"<w:hyperlink>{RUN.format('linked')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtContent>{RUN.format('chosen')}</w:sdtContent></w:sdt>"
    signs = "<w:r><w:br/><w:t>pre</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>sift</w:t></w:r>"
    block = f"<w:sdt><w:sdtContent><w:p>{link}{signs}{control}</w:p></w:sdtContent></w:sdt>"
    assert texts(read_as(tmp_path, "a.docx", document_of(block))) == ["linked pre-siftchosen"]


def test_a_raised_footnote_mark_does_not_join_the_number_before_it(tmp_path: Path) -> None:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
    assert texts(read_as(tmp_path, "a.docx", document_of(f"<w:p>{RUN.format('169')}{mark}</w:p>")))[
        0
    ] == ("169²")


def test_footnotes_come_last_and_are_found_by_their_number(tmp_path: Path) -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>--</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>As at May</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    made = document_of("<w:p><w:r><w:t>8%</w:t><w:footnoteReference w:id='2'/></w:r></w:p>")
    relation = (
        b'<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    relations = entry(made, "word/_rels/document.xml.rels").replace(b"</Relationships>", relation)
    content = changed(
        made, {"word/footnotes.xml": notes, "word/_rels/document.xml.rels": relations}
    )
    assert found(read_as(tmp_path, "a.docx", content)) == [
        ("paragraph 1 of the document", "8%"),
        ("footnote 2", "As at May"),
    ]


def test_headers_comments_and_pictures_are_said_not_to_be_read(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(picture_bytes())

    def fill(document: Any) -> None:
        written = document.add_paragraph("Offers")
        document.add_comment(written.runs[0], text="Check")
        document.sections[0].header.paragraphs[0].text = "DRAFT"
        document.add_picture(str(tmp_path / "one.png"))

    assert read_as(tmp_path, "a.docx", word_bytes(fill)).remarks == (
        "1 picture was not read.",
        "Headers and footers were not read.",
        "1 comment was not read.",
    )


def test_a_text_box_and_its_copy_for_older_versions_are_one_and_not_read(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{RUN.format('boxed')}</w:p></w:txbxContent>"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = (
        f'<w:r><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice Requires="wps">'
        f"<w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    made = document_of(f"<w:p>{RUN.format('Offers')}{both}</w:p>")
    document = read_as(tmp_path, "a.docx", made)
    assert (texts(document), document.remarks) == (["Offers"], ("1 text box was not read.",))


def test_a_chart_is_said_not_to_be_read(tmp_path: Path) -> None:
    chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    made = document_of(
        f'<w:p>{RUN.format("Offers")}<w:r><w:drawing><c:chart xmlns:c="{chart}"/></w:drawing></w:r>'
        "</w:p>"
    )
    assert read_as(tmp_path, "a.docx", made).remarks == ("1 chart was not read.",)


def test_a_document_of_pictures_only_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(picture_bytes())
    made = word_bytes(lambda document: document.add_picture(str(tmp_path / "one.png")))
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.docx", made)
    said = "a.docx holds pictures and no text, as a scan does; take the document they show"
    assert str(caught.value) == said


def test_a_document_in_the_strict_form_of_the_standard_is_read(tmp_path: Path) -> None:
    made = document_of(paragraph("Offers"))
    strict = entry(made, MAIN).replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(read_as(tmp_path, "a.docx", changed(made, {MAIN: strict}))) == ["Offers"]


def test_a_relation_to_a_part_that_is_missing_does_no_harm(tmp_path: Path) -> None:
    made = document_of(paragraph("Offers"))
    relations = entry(made, "word/_rels/document.xml.rels").replace(b"numbering.xml", b"../NULL")
    content = changed(made, {"word/_rels/document.xml.rels": relations})
    assert texts(read_as(tmp_path, "a.docx", content)) == ["Offers"]


def test_a_table_wider_than_any_report_is_refused(tmp_path: Path) -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr><w:p/></w:tc>'
    made = document_of(f"<w:tbl>{f'<w:tr>{cell}</w:tr>' * 2_100}</w:tbl>")
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.docx", made)
    assert str(caught.value) == (
        "a.docx is refused: a table in it has over 2,000,000 cells; leave only the tables to be "
        "read"
    )


def test_a_document_of_300_pages_is_read_in_a_few_seconds(tmp_path: Path) -> None:
    row = f"<w:tr>{''.join(f'<w:tc>{paragraph(str(each))}</w:tc>' for each in range(10))}</w:tr>"
    page = [paragraph("A sentence with 19.41% in it. " * 6)] * 8 + [f"<w:tbl>{row * 12}</w:tbl>"]
    made = document_of(*page * 300)
    started = time.perf_counter()
    assert len(read_as(tmp_path, "a.docx", made).blocks) == 2_700
    assert time.perf_counter() - started < 10
