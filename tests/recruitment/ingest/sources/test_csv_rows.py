import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.sources import csv_rows as rows_module
from recruitment.ingest.sources.csv_rows import ALONE, FOLLOWED, NEVER_CLOSED, CsvRow, csv_rows

CELLS = st.text(alphabet='ab,;\t|"\n é', max_size=6)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=8)


def rows_of(text: str, delimiter: str = ",") -> list[CsvRow]:
    return list(csv_rows(StringIO(text, newline=""), delimiter))


@given(TABLES, st.sampled_from(",;\t|^"), st.sampled_from(["\n", "\r\n"]))
def test_what_a_program_wrote_comes_back_as_it_was(
    table: list[list[str]], delimiter: str, end: str
) -> None:
    file = StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(table)
    found = rows_of(file.getvalue(), delimiter)
    assert [row.cells for row in found] == table
    assert not any(row.broken for row in found)


@given(st.text(alphabet='a,"\n\r', max_size=60))
def test_every_line_belongs_to_a_row_or_to_a_broken_one(text: str) -> None:
    found = rows_of(text)
    lines = [line for row in found for line in range(row.line, row.line + row.lines)]
    assert lines == list(range(1, len(StringIO(text, newline="").readlines()) + 1))


def test_a_mark_that_is_never_closed_takes_no_row_after_it() -> None:
    found = rows_of('a,b\n1,"2\n3,4\n5,6\n')
    assert found[1] == CsvRow(2, 1, broken=NEVER_CLOSED)
    assert [row.cells for row in found[2:]] == [["3", "4"], ["5", "6"]]


def test_each_broken_row_is_told_by_its_line() -> None:
    found = rows_of('"a"b,1\nc,2\n"d" ,3\ne",4\n"f,5\n')
    assert [(row.line, row.broken) for row in found if row.broken] == [
        (1, FOLLOWED),
        (3, FOLLOWED),
        (4, ALONE),
        (5, NEVER_CLOSED),
    ]


def test_a_row_over_several_lines_is_called_by_its_first() -> None:
    found = rows_of('a,"1\n2\n3"\nb,4\n')
    assert [(row.line, row.lines) for row in found] == [(1, 3), (4, 1)]


def test_a_row_without_end_is_given_up() -> None:
    long = "a," * rows_module.LONGEST_ROW
    assert [row.broken for row in rows_of(f"{long}\nb,1\n")] == [rows_module.TOO_LONG, None]
    lines = '"1\n' + '2","\n' * (rows_module.LONGEST_ROW // 4)
    assert rows_of(lines)[0].broken == NEVER_CLOSED


def test_a_value_that_is_too_long_is_told() -> None:
    assert [row.broken for row in rows_of(f"{'x' * 140_000},1\nb,2\n")] == [rows_module.LARGE, None]


def test_a_nul_is_a_character_like_others() -> None:
    assert rows_of("a\0,1\n")[0].cells == ["a\0", "1"]
