import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from reports.renderers.word import render
from reports.report.assembly import Cover, assembled
from reports.report.model import Report
from reports.word import pictures
from reports.word.sheets import PORTRAIT, TWIPS
from reports.word.tables import sheet_of
from tests.reports.renderers.same_words import words_of
from tests.reports.renderers.word_reading import (
    bookmarks,
    contents_lines,
    field_codes,
    opened,
    under,
    words_in,
)
from tests.reports.report.made import COVER, labelled, real, report
from tests.reports.samples import HOSTILE

DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
EMU_TO_THE_INCH = 914_400


@cache
def _panel() -> bytes:
    return render(report(real()))


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put dots in place of charts, which take longer than all the rest."""
    monkeypatch.setattr(pictures, "drawn", lambda _: [DOT])


def _sections(*keys: str) -> Report:
    return assembled(real(), COVER, keys)


def test_it_says_every_number_and_sentence_of_the_report() -> None:
    assert words_in(opened(_panel())) == words_of(report(real()))


def test_nothing_in_it_breaks_the_rules_of_its_format(tmp_path: Path) -> None:
    path = tmp_path / "panel.docx"
    path.write_bytes(_panel())
    assert OpenXmlValidator().validate(path).errors == []


@pytest.mark.usefixtures("undrawn")
def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(report(real())) == render(report(real()))


def test_its_charts_are_the_same_each_time() -> None:
    assert render(_sections("retention")) == render(_sections("retention"))


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_label_is_shown(label: str) -> None:
    made = report(labelled(label))
    assert words_in(opened(render(made))) == words_of(made)


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_title_and_author_are_shown(label: str) -> None:
    made = assembled(real(), Cover(label, label, None, label), ["purpose"])
    assert words_in(opened(render(made))) == words_of(made)


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("label", ["</w:t>&<x>", "{ INCLUDEPICTURE }", "\x1b[31m\u202e", "x" * 300])
def test_a_hostile_label_breaks_no_rule_of_the_format(label: str, tmp_path: Path) -> None:
    path = tmp_path / "panel.docx"
    path.write_bytes(render(report(labelled(label))))
    assert OpenXmlValidator().validate(path).errors == []


def test_every_table_repeats_its_header_and_keeps_its_rows_whole() -> None:
    tables = under(opened(_panel()), "w:tbl")
    assert len(tables) == len(report(real()).tables)
    for table in tables:
        rows = list(table.iter(qn("w:tr")))
        repeated = [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows]
        assert repeated == [True, *[False] * (len(rows) - 1)]
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_tables_and_pictures_have_alternative_texts() -> None:
    document, made = opened(_panel()), report(real())
    told = [each.get(qn("w:val")) for each in under(document, "w:tblDescription")]
    assert told == [table.caption for table in made.tables]
    shown = [each.get("descr") for each in under(document, "wp:docPr")]
    assert shown == [figure.alt for figure in made.figures]


def test_pictures_have_300_dots_to_the_inch_and_fit_the_page() -> None:
    document = opened(_panel())
    parts = [
        document.part.related_parts[each.get(qn("r:embed"))] for each in under(document, "a:blip")
    ]
    for extent, part in zip(under(document, "wp:extent"), parts, strict=True):
        width, height = (int(extent.get(side)) / EMU_TO_THE_INCH for side in ("cx", "cy"))
        assert part.image.px_width / width == pytest.approx(300, rel=0.01)  # type: ignore[attr-defined]
        assert width * 72 <= PORTRAIT.text_width + 1
        assert height * 72 <= PORTRAIT.text_height


def test_captions_are_counted_and_references_lead_to_them() -> None:
    document, made = opened(_panel()), report(real())
    codes = field_codes(document)
    assert codes.count("SEQ Table \\* ARABIC") == len(made.tables)
    assert codes.count("SEQ Figure \\* ARABIC") == len(made.figures)
    led = {code.split()[1] for code in codes if code.startswith("REF")}
    assert len(led) > 20
    assert led <= set(bookmarks(document))


def test_the_contents_name_every_section_and_lead_to_it() -> None:
    document = opened(_panel())
    lines = contents_lines(document)
    assert lines[:3] == ["Contents", "Key findings", "Purpose of Report\tparagraph 1"]
    assert "Appendix B: Definitions\tparagraph 60" in lines
    assert len(lines) == len(report(real()).sections) + 3
    led = [each.get(qn("w:anchor")) for each in under(document, "w:hyperlink")]
    assert set(led) <= set(bookmarks(document))
    assert len(set(led)) == len(lines) - 1


def test_the_contents_stay_together_on_the_page_they_are_moved_to() -> None:
    lines = list(under(opened(_panel()), "w:sdtContent")[0].iter(qn("w:p")))
    kept = [each.find(f".//{qn('w:keepNext')}") is not None for each in lines]
    assert kept == [True] * (len(lines) - 1) + [False]


def test_a_sheet_lies_on_its_side_only_where_a_table_needs_it() -> None:
    wide = [table for table in report(real()).tables if sheet_of(table) != PORTRAIT]
    turned = [
        section
        for section in opened(_panel()).sections
        if section.orientation == WD_ORIENT.LANDSCAPE
    ]
    assert 0 < len(turned) <= len(wide) < len(report(real()).tables) / 2


def test_every_table_is_as_wide_as_its_sheet() -> None:
    tables = under(opened(_panel()), "w:tbl")
    for table, own in zip(tables, report(real()).tables, strict=True):
        widths = [int(each.get(qn("w:w"))) for each in table.iter(qn("w:gridCol"))]
        room = sheet_of(own).text_width * TWIPS
        assert sum(widths) == pytest.approx(room, abs=len(widths))


def test_every_page_has_title_policy_and_number_but_the_first_no_title() -> None:
    for number, section in enumerate(opened(_panel()).sections):
        assert section.header.paragraphs[0].text == COVER.title
        assert section.footer.paragraphs[0].text == COVER.policy
        assert section.footer.paragraphs[1].text.startswith("Page ")
        assert section.different_first_page_header_footer is (number == 0)


def test_properties_are_those_of_the_report() -> None:
    cover = Cover("Annual report", "HR", dt.date(2021, 3, 4), "Policy.")
    found = opened(render(assembled(real(), cover, ["purpose"]))).core_properties
    assert (found.title, found.author, found.last_modified_by) == ("Annual report", "HR", "HR")
    assert (found.language, found.comments) == ("en-GB", "")
    midnight = dt.datetime(2021, 3, 4, tzinfo=dt.UTC)
    assert found.created == found.modified == midnight


def test_without_a_date_there_is_none() -> None:
    made = replace(_sections("purpose"), date=None)
    found = opened(render(made)).core_properties
    assert found.created is found.modified is None


def test_a_report_without_findings_and_sections_opens() -> None:
    made = replace(_sections("purpose"), findings=(), sections=(), sources=(), policy="")
    assert words_in(opened(render(made))) == words_of(made)


def test_a_chart_too_high_for_a_page_is_drawn_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "SMALLEST", 2.0)
    made = _sections("le19")
    told = [each.get("descr") for each in under(opened(render(made)), "wp:docPr")]
    first, second = made.figures
    assert told == [
        first.alt,
        f"Figure 1, continued. {first.alt}",
        second.alt,
        f"Figure 2, continued. {second.alt}",
    ]


def test_a_chart_without_a_size_is_a_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "drawn", lambda _: ["<svg/>"])
    with pytest.raises(ValueError, match="no size"):
        render(_sections("le19"))
