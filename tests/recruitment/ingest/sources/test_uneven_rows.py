import pytest

from recruitment.ingest.sources.uneven_rows import TextRow, uneven_rows


def lines_of(text: str) -> list[TextRow]:
    rows = [line.split(",") for line in text.split("/")]
    return [TextRow(number, 1, tuple(row)) for number, row in enumerate(rows, 1)]


def told(text: str) -> list[tuple[int, str]]:
    return [(row.line, what) for row, what in uneven_rows(lines_of(text))]


@pytest.mark.parametrize(
    "text",
    [
        "a,b,c/1,2,3/4,5,6",
        "LE19/a,b/1,2",
        "LE19//a,b/1,2//Source: HR",
        "LE19,,/,,/a,b,c/1,2,3/,,/Note,,",
        "a,b,c/1,2,3,/4,5,6,",
        "a,b,c,/1,2,3/4,5,6",
        "a,b/1,2//c,d,e/3,4,5",
        "a,b/1,2//3,4",
        "Total/546/106",
        "",
    ],
)
def test_tables_as_programs_and_people_write_them_raise_no_alarm(text: str) -> None:
    assert told(text) == []


def test_a_row_with_too_few_values_is_told() -> None:
    said = "2 values, where others have 3; is a value missing?"
    assert told("a,b,c/1,2,3/4,5/6,7,8") == [(3, said)]


def test_a_row_with_too_many_values_is_told() -> None:
    said = "4 values, where others have 3; is a quotation mark missing?"
    assert told("a,b,c/1,2,3/1,234,5,6") == [(3, said)]


def test_headings_that_lack_one_are_told_and_not_the_rows_below() -> None:
    said = "2 values, where others have 3; is a value missing?"
    assert told("a,b/1,2,3/4,5,6") == [(1, said)]


@pytest.mark.parametrize("text", ["a,b,c/1,2,3/Off", "a,b,c/1,2,3/4/5,6,7"])
def test_a_row_that_is_cut_short_is_no_note(text: str) -> None:
    assert told(text) == [(3, "1 value, where others have 3; is a value missing?")]


def test_a_row_alone_below_the_table_is_measured_by_the_table() -> None:
    said = "2 values, where others have 3; is a value missing?"
    assert told("a,b,c/1,2,3//4,5") == [(4, said)]


def test_a_row_over_several_lines_says_how_many() -> None:
    rows = [*lines_of("a,b/1,2"), TextRow(3, 4, ("1", "2", "3"))]
    said = [what for _, what in uneven_rows(rows)]
    assert said == ["3 values over 4 lines, where others have 2; is a quotation mark missing?"]
