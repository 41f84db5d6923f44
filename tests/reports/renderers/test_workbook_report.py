import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest

from reports.renderers.xlsx import render
from reports.report.assembly import Cover, assembled
from reports.report.model import Notes, Report, Section, Table
from reports.report.words.phrases import BY_ITSELF
from reports.visible import visible
from tests.reports.renderers.same_words import grids, sentences
from tests.reports.renderers.workbook_read import Sheet, sheets
from tests.reports.report.made import COVER, labelled, real, report
from tests.reports.samples import HOSTILE

FRONT = ["Cover", "Contents", "Findings", "Text", "Notes"]
FIGURE = re.compile(r"[+-]?[\d,]+(\.\d+)?")


@cache
def _made() -> Report:
    return report(real())


@cache
def _book() -> dict[str, Sheet]:
    return sheets(render(_made()))


def _parts(book: bytes) -> str:
    with ZipFile(BytesIO(book)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def _joined(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put together again the columns of two figures that the workbook parts."""
    columns = list(zip(*rows, strict=True))
    whole: list[tuple[str, ...]] = []
    for place, (heading, *cells) in enumerate(columns):
        following = columns[place + 1] if place + 1 < len(columns) else ("",)
        if following[0] == f"{heading}: out of":
            whole.append((heading, *_pairs(cells, following[1:], "/")))
        elif heading.endswith(": low"):
            whole.append((heading[:-5], *_pairs(cells, following[1:], " to ")))
        elif not heading.endswith((": out of", ": high")):
            whole.append((heading, *cells))
    return list(zip(*whole, strict=True))


def _pairs(first: list[str], second: tuple[str, ...], between: str) -> list[str]:
    return [
        one if one == two and one.startswith("[") else f"{one}{between}{two}"
        for one, two in zip(first, second, strict=True)
    ]


def test_every_sentence_of_the_report_is_in_it() -> None:
    texts = {text for sheet in _book().values() for text in sheet.shown.values()}
    named = {f"{name}: {text}" for *_, name, text in _book()["Text"].rows}
    sources = {f"Source: {each}" for each in _made().sources} & texts
    read = texts | named | {each.removeprefix("Source: ") for each in sources}
    assert [each for each in sentences(_made()) if each not in read] == []


def test_every_paragraph_stands_beside_its_number() -> None:
    rows = _book()["Text"].rows
    numbers = [name for *_, name, _ in rows if name.isdigit()]
    assert numbers == [str(each) for each in range(1, 64)]
    assert rows[7][:3] == ("Recommendation", "[z]", "3")
    assert rows[7][3].startswith("The Panel is asked to note")


def test_every_cell_of_every_table_shows_what_the_report_shows() -> None:
    for table, expected in zip(_made().tables, grids(_made()), strict=True):
        headings, *cells = _joined(_book()[table.label].rows)
        assert cells == expected[1:]
        for read, heading in zip(headings, expected[0], strict=True):
            assert read == heading or read.endswith(f": {heading}")


def test_figures_are_numbers_and_printed_figures_stay_text() -> None:
    for table in _made().tables:
        sheet = _book()[table.label]
        for row, cells in enumerate(sheet.rows[1:], start=1):
            for place, text in enumerate(cells):
                if FIGURE.fullmatch(text):
                    assert sheet.is_number(row, place) == (table.key != "audit-findings")


def test_each_worksheet_has_its_title_in_a1_and_at_most_one_table() -> None:
    names = [f"Table {number}" for number in range(1, len(_made().tables) + 1)]
    assert list(_book()) == [*FRONT, *names]
    marked = [name for sheet in _book().values() for name, _ in sheet.tables]
    assert len(marked) == len(_book()) - 1 == len(set(marked))
    assert all(re.fullmatch(r"table_[a-z0-9_]+", name) for name in marked)
    for table in _made().tables:
        assert _book()[table.label].above[0] == f"{table.label}: {visible(table.caption)}"


def test_over_a_table_stand_its_section_the_policy_symbols_and_notes() -> None:
    section = "It belongs to the section “LE19 PC Recruitment Campaign”."
    assert _book()["Table 5"].above[1:] == [
        f"This worksheet contains one table. {section}",
        "Disclosure policy: open. Nothing is hidden or rounded: these figures are public already.",
        "Change: in percentage points (pp), with its 95% confidence interval.",
        BY_ITSELF,
        "The adjusted p allows for all changes of this report tested together (Holm).",
    ]


def test_no_cell_of_a_table_is_blank() -> None:
    tables = [sheet for sheet in _book().values() if sheet.tables]
    assert all(text for sheet in tables for row in sheet.rows for text in row)


def test_the_cover_says_what_it_is_and_contents_name_every_other_worksheet() -> None:
    assert _book()["Cover"].above[:4] == [
        "Recruitment and retention",
        "Recruitment campaigns LE19, LE19a, PCDA, DHEP and DHEP2",
        "Date: 15 June 2020",
        "Disclosure policy: open. Nothing is hidden or rounded: these figures are public already.",
    ]
    assert [name for name, _ in _book()["Contents"].rows[1:]] == list(_book())[2:]


def test_nothing_is_merged_frozen_coloured_or_hidden_and_links_stay_within() -> None:
    parts = _parts(render(_made()))
    assert not re.search("<mergeCell|<pane |conditionalFormatting|<f>|hidden=|<fgColor rgb", parts)
    targets = re.findall(r'<hyperlink ref="[A-Z0-9]+" location="([^"]+)"', parts)
    assert parts.count("<hyperlink ") == len(targets)
    assert {target.strip("'").partition("'!")[0] for target in targets} == set(list(_book())[2:])


def test_the_same_report_gives_the_same_bytes_and_bears_its_date() -> None:
    first = render(_made())
    assert first == render(report(real()))
    assert ">2020-06-15T00:00:00Z</dcterms:created>" in _parts(first)
    undated = assembled(real(), replace(COVER, date=None), ["purpose"])
    assert ">2020-01-01T00:00:00Z</dcterms:created>" in _parts(render(undated))


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_text_is_a_cell_of_text(label: str) -> None:
    made = assembled(labelled(label), Cover(label, label, None, label))
    book = render(made)
    read = sheets(book)
    assert read["Cover"].above[0] == visible(label)
    first = next(table for table in made.tables if table.key == "campaigns")
    assert [row[0] for row in read[first.label].rows[1:]] == [visible(r[0]) for r in first.rows]
    assert not re.search("<f>|<script|TargetMode", _parts(book))


def test_a_table_without_rows_says_so_and_a_report_without_notes_has_none() -> None:
    empty = Table("empty", "Nothing", ("A", "B"), (False, True), (), number=1)
    made = replace(_made(), sections=(Section("one", "One", (empty,)),), findings=())
    book = sheets(render(made))
    assert list(book) == ["Cover", "Contents", "Text", "Notes", "Table 1"]
    assert book["Table 1"].above[-1] == "There are no rows in this table."
    assert book["Notes"].above[-1] == "There are no rows in this table."
    assert not book["Table 1"].tables


def test_a_note_stands_beside_its_section() -> None:
    one = Section("one", "One", (Notes(("First.", "Second.")),))
    made = replace(_made(), sections=(one,), findings=())
    rows = sheets(render(made))["Notes"].rows
    assert rows == [("Section", "Note"), ("One", "First."), ("One", "Second.")]
