import datetime as dt
from dataclasses import replace
from functools import cache
from io import BytesIO

import pypdf
import pytest

from reports.renderers.pdf import render
from reports.report.assembly import Cover, assembled
from reports.report.model import KeyFinding, Paragraph, Report, Section, Table
from reports.visible import visible
from tests.reports.renderers.same_words import Rows, grids, left_over, sentences
from tests.reports.renderers.tagged import Tag, tags
from tests.reports.report.made import COVER, labelled, real, report
from tests.reports.samples import HOSTILE

# What the page adds to what the report says.
OWN = {"Date: 15 June 2020", "Key findings", "Contents", "Notes", "Sources"}
# In none of the fonts, so their code points stand there.
NOT_DRAWN = [
    "\uff1d1+1",
    "\u65e5\u672c\u8a9e\u306e\u5019\u88dc\u8005",
    "\U0001f469\u200d\U0001f692 \u2764\ufe0f",
]


@cache
def _made() -> Report:
    return report(real())


@cache
def _pdf() -> bytes:
    return render(_made())


@cache
def _tags() -> Tag:
    return tags(_pdf())


@cache
def _reader() -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(_pdf()))


def _rows(root: Tag) -> list[Rows]:
    return [
        [tuple(cell.text for cell in row.every("TH", "TD")) for row in table.every("TR")]
        for table in root.every("Table")
    ]


def _bare(text: str) -> str:
    """Leave out spaces, and where lines may break: the reader makes some up, or loses them."""
    return "".join(text.replace("\u200b", "").split())


def _short(label: str) -> Report:
    """A report with ``label`` everywhere and no charts, which would take long to draw."""
    made = assembled(labelled(label), Cover(label, label, None, label))
    kept = tuple(each for each in made.sections if each.key in {"background", "data-quality"})
    return replace(made, sections=kept, findings=())


def _one_table(columns: int, rows: int, word: str = "cell") -> Report:
    headings = tuple(f"Heading {place}" for place in range(columns))
    cells = tuple((f"row {row}", *[word] * (columns - 1)) for row in range(rows))
    table = Table("one", "One", headings, (False,) * columns, cells, number=1)
    paragraph = Paragraph("See Table 1.", see=("one",), number=7)
    sections = (Section("one", "One", (paragraph, table)),)
    return replace(_made(), sections=sections, findings=())


def test_every_sentence_is_read_out_in_the_order_of_the_report() -> None:
    others = set(left_over(sentences(_made()), _tags().spoken())) - OWN
    # A figure has its finding and how to read it above it, and its source below.
    sources = {each for each in others if each.startswith("Source")}
    assert len(others - sources) == 2 * len(_made().figures)
    assert any(each.startswith("LE19: evidence that representation of women") for each in others)
    assert any(each.endswith("15 June 2020: paragraphs 4 and 8") for each in sources)


def test_every_cell_of_every_table_is_the_report_s() -> None:
    assert _rows(_tags()) == grids(_made())


def test_paragraphs_keep_their_numbers() -> None:
    labels = [each.text for each in _tags().every("Lbl")]
    assert [each for each in labels if each != "•"] == [f"{number}." for number in range(1, 64)]


def test_it_says_what_it_is_in_which_language_and_that_it_is_accessible() -> None:
    root, said = _reader().root_object, _reader().metadata
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert (said.title, said.subject) == (_made().title, _made().subtitle)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()


def test_every_heading_stands_in_the_structure_and_in_the_bookmarks() -> None:
    headings = [each.text for each in _tags().every("H1")]
    expected = [visible(section.heading) for section in _made().sections]
    assert headings == ["Key findings", "Contents", *expected, "Sources"]
    listed = [each.title for each in _reader().outline if not isinstance(each, list)]
    assert [each for each in listed if each in expected] == expected


def test_every_figure_has_its_words_and_its_caption_before_it() -> None:
    alts = [each.entries["/Alt"] for each in _tags().every("Figure")]
    assert alts == [visible(figure.alt) for figure in _made().figures]
    captions = [each.text for each in _tags().every("Caption")]
    blocks = (*_made().figures, *_made().tables)
    assert sorted(captions) == sorted(f"{each.label}: {visible(each.caption)}" for each in blocks)


def test_every_table_has_headings_that_say_so() -> None:
    for table in _tags().every("Table"):
        (head,) = table.every("THead")
        assert all(each.scopes == {"/Column"} for each in head.every("TH"))


def test_references_lead_to_the_page_of_their_table() -> None:
    document = pypdf.PdfReader(BytesIO(render(_one_table(16, 20))))
    links = [each.get_object() for page in document.pages for each in page.get("/Annots", [])]
    assert "Table 1, page 2" in [each["/Contents"] for each in links]


@pytest.mark.parametrize("findings", [3, 40])
def test_the_contents_stand_on_one_page(findings: int) -> None:
    said = tuple(KeyFinding(f"Finding {number}. " * 9, "") for number in range(findings))
    bare = tuple(replace(section, blocks=()) for section in _made().sections)
    made = replace(_made(), findings=said, sections=bare)
    pages = pypdf.PdfReader(BytesIO(render(made))).pages
    texts = [page.extract_text() for page in pages[:6]]
    (page,) = [each for each in texts if "Contents" in each]
    assert page.count(" . . . ") >= len(_made().sections)


def test_its_fonts_are_in_it_and_none_comes_from_the_machine() -> None:
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()
        for page in _reader().pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert {each["/BaseFont"].partition("+")[2].partition("-")[0] for each in fonts} == {"Arimo"}
    assert all("/FontFile2" in each["/FontDescriptor"].get_object() for each in fonts)


def test_charts_and_wide_tables_lie_on_their_side_and_all_else_stands() -> None:
    lying = [page for page in _reader().pages if page.mediabox.width > page.mediabox.height]
    assert len(lying) > len(_made().figures)
    narrow, wide = (pypdf.PdfReader(BytesIO(render(_one_table(n, 2)))) for n in (6, 14))
    shapes = [[p.mediabox.width > p.mediabox.height for p in each.pages] for each in (narrow, wide)]
    assert [any(each) for each in shapes] == [False, True]


def test_a_long_table_has_its_headings_on_every_page_of_it() -> None:
    pages = pypdf.PdfReader(BytesIO(render(_one_table(3, 200)))).pages
    held = [text for page in pages if "cell" in (text := page.extract_text())]
    assert len(held) > 3
    assert all("Heading 2" in text for text in held)


def test_the_policy_and_the_page_stand_under_every_page() -> None:
    texts = [page.extract_text() for page in _reader().pages]
    for number, text in enumerate(texts, start=1):
        assert _made().policy in text
        assert f"Page {number} of {len(texts)}" in text


def test_the_same_report_gives_the_same_bytes_and_bears_its_date() -> None:
    short = _one_table(2, 2)
    assert render(short) == render(short)
    assert _reader().metadata.creation_date == dt.datetime(2020, 6, 15, tzinfo=dt.UTC)
    undated = pypdf.PdfReader(BytesIO(render(replace(short, date=None)))).metadata
    assert undated.creation_date is None
    assert undated.modification_date is None


@pytest.mark.parametrize("label", [each for each in HOSTILE if each not in NOT_DRAWN])
def test_a_hostile_label_is_shown_as_it_is(label: str) -> None:
    made = _short(label)
    root = tags(render(made))
    own = {*map(_bare, OWN), _bare(f"Author:{visible(label)}")}
    assert set(left_over(map(_bare, sentences(made)), map(_bare, root.spoken()))) <= own
    for table, expected in zip(_rows(root), grids(made), strict=True):
        assert [[*map(_bare, row)] for row in table] == [[*map(_bare, row)] for row in expected]


@pytest.mark.parametrize("label", NOT_DRAWN)
def test_a_label_that_no_font_can_draw_is_spelt_out(label: str) -> None:
    assert f"[U+{ord(label[0]):04X}]" in tags(render(_short(label))).text


def test_a_chart_shows_a_hostile_label() -> None:
    made = assembled(labelled('<b>\u65e5&"'), replace(COVER, policy=""))
    one = next(each for each in made.sections if made.figures[-2] in each.blocks)
    pages = pypdf.PdfReader(BytesIO(render(replace(made, sections=(one,), findings=())))).pages
    chart = next(page for page in pages if "Figure" in page.extract_text()[-200:])
    assert '<b>[U+65E5]&"' in chart.extract_text().replace("\u200b", "")
