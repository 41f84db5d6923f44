import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.report.model import Table
from reports.word.column_widths import PADDING, column_widths, reads_well, text_width

WORDS = st.text("abcdefg MW-", max_size=60)


def table(headings: tuple[str, ...], *rows: tuple[str, ...], figures: int = 0) -> Table:
    """Make a table whose last ``figures`` columns are figures."""
    numeric = tuple(len(headings) - place <= figures for place in range(len(headings)))
    return Table("made", "Made", headings, numeric, rows)


@given(
    rows=st.integers(1, 5).flatmap(
        lambda columns: st.lists(st.tuples(*[WORDS] * columns), min_size=1, max_size=4)
    ),
    room=st.floats(100, 800),
)
def test_the_columns_fill_the_room(rows: list[tuple[str, ...]], room: float) -> None:
    widths = column_widths(table(rows[0], *rows), room)
    assert sum(widths) == pytest.approx(room)
    assert min(widths) > 0


def test_figures_stay_whole_beside_words_that_do_not() -> None:
    made = table(("Stage", "Interval"), ("x" * 300, "-13.58 to +5.34"), figures=1)
    _, interval = column_widths(made, 482)
    assert interval >= text_width("-13.58 to +5.34") + PADDING


def test_room_goes_to_the_column_that_makes_rows_high() -> None:
    made = table(("Who", "What"), *[("one", "a sentence of a good many words in a row")] * 5)
    who, what = column_widths(made, 300)
    assert what > 3 * who


def test_a_table_reads_well_until_its_figures_or_its_lines_want_more_room() -> None:
    figures = table(("A", "B", "C"), ("-13.58 to +5.34",) * 3, figures=3)
    assert reads_well(figures, 260)
    assert not reads_well(figures, 200)
    lines = table(("A", "B"), *[("name", "a sentence of a good many words in a row")] * 9)
    assert reads_well(lines, 180)
    assert not reads_well(lines, 110)


def test_a_table_without_rows_has_columns() -> None:
    assert column_widths(table(("A", "B")), 100) == pytest.approx([50, 50], abs=3)
    assert reads_well(table(("A", "B")), 100)
