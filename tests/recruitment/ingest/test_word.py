from pathlib import Path
from typing import Any

from recruitment.ingest.blocks import Grid
from tests.recruitment.ingest.made import (
    RUN,
    changed,
    document_of,
    entry,
    found,
    grids,
    paragraph,
    read_as,
    texts,
    word_bytes,
)

MAIN = "word/document.xml"


def test_paragraphs_and_tables_come_in_the_order_of_the_document(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        document.add_heading("Background", 1)
        document.add_table(1, 2).cell(0, 1).text = "Blank 36"
        document.add_paragraph("Offers")

    document = read_as(tmp_path, "a.docx", word_bytes(fill))
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Grid", "Paragraph"]
    assert grids(document)[0] == Grid((("", "Blank 36"),), ("table 1, row 1",))
    assert found(document)[1] == ("paragraph 2 of the document", "Offers")


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


def test_a_document_of_300_pages_is_read_whole(tmp_path: Path) -> None:
    row = f"<w:tr>{''.join(f'<w:tc>{paragraph(str(each))}</w:tc>' for each in range(10))}</w:tr>"
    page = [paragraph("A sentence with 19.41% in it. " * 6)] * 8 + [f"<w:tbl>{row * 12}</w:tbl>"]
    made = document_of(*page * 300)
    assert len(read_as(tmp_path, "a.docx", made).blocks) == 2_700
