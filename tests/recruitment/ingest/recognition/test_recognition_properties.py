from hypothesis import given
from hypothesis import strategies as st

from analytics.audit.finding import Finding
from analytics.audit.report import audited
from analytics.audit.severity import Severity
from recruitment.ingest.blocks import Document, Grid, Paragraph
from recruitment.ingest.recognition.places import span
from recruitment.ingest.recognition.report import Recognised, recognised

TOKENS = st.sampled_from(
    [
        *("", "", "Total", "BAME", "Female", "Blank", "%", "% of total", "No.", "White", "2019"),
        *("Applications", "Offer", "Successful", "centre", "Ethnicity", "Change", "Stage", "Group"),
        *("546", "1,234", "36", "Blank 36", "19.41%", "20 %", "5 (10%)", "12 (+5%)", "0.25", "0"),
        *("<5", "[c]", "n/a", "-", "l9%", "1\u202e2", "Not available %", "There is a -2% change."),
    ]
)
GROUPS = ("BAME", "Female", "LGBT+", "Disability")
STAGES = ("Applications", "Telephone interview", "Face to face interview", "Assessment Centre")


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    width = draw(st.integers(1, 6))
    rows = draw(st.lists(st.tuples(*[TOKENS] * width), min_size=1, max_size=8))
    return Grid(tuple(rows), tuple(f"line {number}" for number in range(1, len(rows) + 1)))


@st.composite
def counts(draw: st.DrawFn) -> list[tuple[str, int, list[tuple[int, int]]]]:
    """Rows of a label, a total, and for each group its people and those who left it blank."""
    groups = draw(st.integers(1, len(GROUPS)))
    rows = []
    for stage in STAGES[: draw(st.integers(1, len(STAGES)))]:
        total = draw(st.integers(10, 2_000))
        part = st.tuples(st.integers(0, total // 2), st.integers(0, total // 2))
        rows.append((stage, total, draw(st.lists(part, min_size=groups, max_size=groups))))
    return rows


def _percent(part: int, total: int) -> str:
    tenths = (2_000 * part + total) // (2 * total)
    return f"{tenths // 10}.{tenths % 10}%"


def _under(rows: list[tuple[str, int, list[tuple[int, int]]]]) -> list[list[str]]:
    heading = [each for group in GROUPS[: len(rows[0][2])] for each in (group, "")]
    lines = [["", "TOTAL", *heading]]
    for label, total, parts in rows:
        people = [each for group, blank in parts for each in (f"{group:,}", f"Blank {blank:,}")]
        shares = [_percent(each, total) for pair in parts for each in pair]
        lines += [[label, f"{total:,}", *people], ["% of total", "", *shares]]
    return lines


def _beside(rows: list[tuple[str, int, list[tuple[int, int]]]]) -> list[list[str]]:
    named = GROUPS[: len(rows[0][2])]
    heading = [text for group in named for text in (group, f"{group} %", "Not stated", "%")]
    lines = [["Stage", "Total", *heading]]
    for label, total, parts in rows:
        cells = [
            text for pair in parts for each in pair for text in (str(each), _percent(each, total))
        ]
        lines.append([label, str(total), *cells])
    return lines


def _inside(rows: list[tuple[str, int, list[tuple[int, int]]]]) -> list[list[str]]:
    named = GROUPS[: len(rows[0][2])]
    lines = [["Stage", "Total", *(text for group in named for text in (group, "(Blank)"))]]
    for label, total, parts in rows:
        cells = [f"{each} ({_percent(each, total)})" for pair in parts for each in pair]
        lines.append([label, str(total), *cells])
    return lines


def _recognised(lines: list[list[str]]) -> Recognised:
    places = tuple(f"line {number}" for number in range(1, len(lines) + 1))
    grid = Grid(tuple(map(tuple, lines)), places)
    heading = Paragraph("ZZ23 campaign", "line 0")
    return recognised(Document("draft.txt", (heading, grid)))


@given(counts())
def test_every_layout_of_one_table_is_read_alike(
    rows: list[tuple[str, int, list[tuple[int, int]]]],
) -> None:
    read = [_recognised(layout(rows)) for layout in (_under, _beside, _inside)]
    tables = [
        [(row.label, row.total, row.counts, row.shares, row.stage) for row in table.rows]
        for found in read
        for table in found.report.tables
    ]
    assert tables[0] == tables[1] == tables[2]
    assert [row[:2] for row in tables[0]] == [(label, total) for label, total, _ in rows]
    assert all(found.not_understood == () for found in read)


@given(counts())
def test_percentages_that_are_right_are_found_right(
    rows: list[tuple[str, int, list[tuple[int, int]]]],
) -> None:
    found = _recognised(_beside(rows))
    wrong = [
        each
        for each in audited(found.report)
        if isinstance(each, Finding)
        and each.what == "percentage"
        and each.severity not in {Severity.agrees, Severity.precision}
    ]
    assert wrong == []


@given(grids())
def test_no_table_is_passed_over_in_silence(grid: Grid) -> None:
    found = recognised(Document("draft.txt", (grid,)))
    said = {remark.place for remark in (*found.understood, *found.not_understood)}
    text = {sentence.place for sentence in found.sentences}
    assert said or text or not any(map(any, grid.rows)) or span(grid) in said


@given(counts(), st.data())
def test_no_percentage_of_a_damaged_table_is_passed_over_in_silence(
    rows: list[tuple[str, int, list[tuple[int, int]]]], data: st.DataObject
) -> None:
    lines = data.draw(st.sampled_from([_under, _beside, _inside]))(rows)
    for _ in range(data.draw(st.integers(1, 3))):
        row = data.draw(st.integers(0, len(lines) - 1))
        lines[row][data.draw(st.integers(1, len(lines[0]) - 1))] = data.draw(TOKENS)
    found = _recognised(lines)
    read = {
        text for table in found.report.tables for row in table.rows for text in row.shares.values()
    }
    lost = [
        (number, text)
        for number, line in enumerate(lines, start=1)
        for text in line[1:]
        if text.endswith("%") and text[0].isdigit() and text not in read
    ]
    places = [remark.place for remark in found.not_understood]
    assert all(_is_named(number, places) for number, _ in lost)


def _is_named(line: int, places: list[str]) -> bool:
    # The line itself, the row of counts over it, or all of the table.
    return any(
        place in {f"line {line}", f"line {line - 1}"} or "lines" in place for place in places
    )
