from hypothesis import given
from hypothesis import strategies as st

from reports.report.model import Table
from reports.sheets.columns import sheet_columns
from reports.sheets.numbers import number
from tests.reports.renderers.workbook_read import as_shown

WHOLE = st.integers(0, 10**9)
SIGNS = st.sampled_from(["", "+", "-"])
PARTS = st.one_of(st.just(""), st.from_regex(r"\.[0-9]{1,4}", fullmatch=True))


def _table(headings: tuple[str, ...], *rows: tuple[str, ...], numeric: bool = True) -> Table:
    return Table("key", "Caption", headings, (numeric,) * len(headings), rows)


def _shown(table: Table) -> dict[str, list[str]]:
    return {
        each.heading: [cell if isinstance(cell, str) else cell.text for cell in each.cells]
        for each in sheet_columns(table)
    }


@given(SIGNS, WHOLE, PARTS, st.sampled_from(["", ","]))
def test_a_number_is_shown_as_the_report_shows_it(
    sign: str, whole: int, part: str, grouping: str
) -> None:
    text = f"{sign}{whole:{grouping}}{part}"
    found = number(text)
    if found is None:
        assert sign == "-"
        assert float(text.replace(",", "")) == 0
    else:
        assert as_shown(found.value, found.pattern) == text


@given(st.text(max_size=12))
def test_what_is_no_figure_is_no_number(text: str) -> None:
    found = number(text)
    assert found is None or as_shown(found.value, found.pattern) == text


def test_fractions_and_intervals_are_parted() -> None:
    table = _table(("From", "Interval"), ("72/169", "-3.44 to +1.87"), ("1/1,215", "[x]"))
    assert _shown(table) == {
        "From": ["72", "1"],
        "From: out of": ["169", "1,215"],
        "Interval: low": ["-3.44", "[x]"],
        "Interval: high": ["+1.87", "[x]"],
    }


def test_a_column_that_is_not_all_pairs_is_left_whole() -> None:
    assert _shown(_table(("People",), ("5/17",), ("12",))) == {"People": ["5/17", "12"]}
    assert _shown(_table(("People",), ("[x]",), ("[x]",))) == {"People": ["[x]", "[x]"]}


def test_a_column_of_words_stays_words() -> None:
    table = _table(("Printed",), ("48",), ("1/2",), numeric=False)
    (column,) = sheet_columns(table)
    assert column.cells == ("48", "1/2")


def test_headings_that_are_alike_are_told_apart() -> None:
    table = _table(("Group", "Rate", "Others", "Rate"), ("1", "2", "3", "4"))
    assert list(_shown(table)) == ["Group", "Rate", "Others", "Others: Rate"]
    table = _table(("Rate", "rate", "RATE", "rate (2)"), ("1", "2", "3", "4"))
    folded = [heading.casefold() for heading in _shown(table)]
    assert len(set(folded)) == 4
