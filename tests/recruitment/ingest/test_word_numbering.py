from pathlib import Path
from typing import Any

from tests.recruitment.ingest.made import (
    changed,
    document_of,
    found,
    paragraph,
    read_as,
    word_bytes,
)


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
