import re

from reports.word.markup import paragraph, run
from reports.word.sheets import LANDSCAPE, Piece, joined

WORDS = paragraph("Normal", run("words"))
TABLE = "<w:tbl/>"


def _orientations(body: str) -> list[str]:
    return re.findall(r'w:orient="(\w+)"', body)


def test_pieces_on_one_kind_of_sheet_are_one_section() -> None:
    body = joined([Piece(WORDS), Piece(TABLE), Piece(WORDS)])
    assert _orientations(body) == ["portrait"]
    assert body.endswith("</w:sectPr>")


def test_the_section_ends_in_the_last_paragraph_before_the_sheet_turns() -> None:
    body = joined([Piece(WORDS), Piece(WORDS + TABLE + WORDS, LANDSCAPE), Piece(WORDS)])
    assert _orientations(body) == ["portrait", "landscape", "portrait"]
    assert body.count("<w:p>") == 4
    assert body.count("<w:sectPr>") - body.count("</w:sectPr></w:pPr>") == 1


def test_after_a_table_one_more_paragraph_holds_the_end_of_the_section() -> None:
    body = joined([Piece(TABLE, LANDSCAPE), Piece(WORDS)])
    assert _orientations(body) == ["landscape", "portrait"]
    assert body.startswith(TABLE + "<w:p>")


def test_only_the_first_page_of_all_goes_without_a_header() -> None:
    body = joined([Piece(WORDS), Piece(TABLE, LANDSCAPE), Piece(WORDS)])
    assert body.count("<w:titlePg/>") == 1
    assert body.index("<w:titlePg/>") < body.index(TABLE)
