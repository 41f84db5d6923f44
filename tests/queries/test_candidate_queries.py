"""The statements that count candidates, on rows made by hand."""

from collections.abc import Iterator

import duckdb
import pytest

from queries import candidates as statements

ROWS = """
    SELECT * FROM (VALUES
        (' k1 ', 'p1', 'Sift', 'F'), ('k1', 'p1', 'Offer', 'F'),
        (chr(160) || 'k2', ' p1', 'Sift', NULL),
        ('', 'p2', 'Sift', 'M'), (NULL, 'p3', NULL, NULL)
    ) AS rows (candidate, person, t0, t1)
"""
# key, person, row, stage, reached, disordered, outcome, answers
ENTRIES = """
    SELECT * FROM (VALUES
        ('a', ' p1', 1, 1, 1, 0, 'passed', 5), ('a', 'p1', 2, 2, 2, 0, '', 5),
        ('a', 'p1', 3, 2, 2, 0, '', 5), ('b', 'p1', 4, 1, 1, 0, 'failed', 5),
        ('b', NULL, 5, 1, 1, 0, 'pending', 0), ('c', ' ', 6, 1, 1, 0, 'passed', 5),
        ('c', 'p2', 7, 2, 2, 0, '', 5)
    ) AS entries (candidate, person, row_number, stage_bit, reached, disordered, outcome, answers)
"""


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.sql(ROWS).to_view("source_rows")
        statements.view_candidate_rows(opened)
        opened.sql(ENTRIES).to_table("candidate_entries")
        statements.keep_candidate_histories(opened)
        yield opened


def test_keys_are_trimmed_of_what_cannot_be_seen_and_rows_are_numbered(
    con: duckdb.DuckDBPyConnection,
) -> None:
    rows = con.sql("SELECT candidate, t1, says, row_number FROM candidate_rows").fetchall()
    assert rows == [
        ("k1", "F", True, 1),
        ("k1", "F", True, 2),
        ("k2", "", True, 3),
        ("", "M", True, 4),
        ("", "", False, 5),
    ]


def test_texts_are_counted_in_the_rows_that_say_anything(con: duckdb.DuckDBPyConnection) -> None:
    found = statements.candidate_texts(con)
    assert found == statements.CandidateTexts(
        entries=4,
        silent=1,
        without_key=1,
        in_powers=0,
        in_power=None,
        texts=({"Sift": 3, "Offer": 1}, {"F": 2, "M": 1, "": 1}),
    )


def test_keys_that_excel_shows_in_powers_of_ten_are_counted(con: duckdb.DuckDBPyConnection) -> None:
    keys = "unnest(['1.00E+05', '1E+17', '2,5e+20', '1E5', 'E+1', 'A1.00E+05', '12.0E+05'])"
    con.sql(f"SELECT {keys} AS candidate, NULL AS person, 'F' AS t0").to_view("source_rows")
    statements.view_candidate_rows(con)
    found = statements.candidate_texts(con)
    assert (found.in_powers, found.in_power) == (3, "1.00E+05")


def test_texts_of_the_first_rows_are_those_alone(con: duckdb.DuckDBPyConnection) -> None:
    assert statements.candidate_texts(con, first=2).texts == ({"Sift": 1, "Offer": 1}, {"F": 2})


def test_people_with_several_applications_are_counted(con: duckdb.DuckDBPyConnection) -> None:
    assert statements.candidate_reapplicants(con).rows() == [(1, 2)]


def test_candidates_are_counted_by_their_ways(con: duckdb.DuckDBPyConnection) -> None:
    assert statements.candidate_paths(con).rows() == [
        # reached, passed, pending, failed, withdrawn, blank, disordered; candidates, rows, changing
        (1, 0, 1, 1, 0, 0, 0, 1, 2, 1),
        (3, 1, 0, 0, 0, 2, 0, 2, 5, 0),
    ]


def test_steady_candidates_are_counted_by_answers_and_repetitions(
    con: duckdb.DuckDBPyConnection,
) -> None:
    steady = statements.candidate_steady_answers(con, one_row=False)
    assert steady.rows() == [(3, 1, 0, 0, 0, 5, 2, 1)]


def test_a_candidate_without_any_stage_repeats_nothing(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DROP TABLE candidate_entries")
    row = "'a' AS candidate, 1 AS row_number, 0 AS stage_bit, 0 AS reached, 0 AS disordered"
    con.sql(f"SELECT {row}, '' AS outcome, 5 AS answers").to_table("candidate_entries")
    statements.keep_candidate_histories(con)
    steady = statements.candidate_steady_answers(con, one_row=True)
    assert steady.rows() == [(0, 0, 0, 0, 0, 5, 1, 0)]


def test_candidates_with_several_rows_are_not_steady_where_one_is_due(
    con: duckdb.DuckDBPyConnection,
) -> None:
    assert statements.candidate_steady_answers(con, one_row=True).is_empty()
    changing = statements.candidate_changing_answers(con, one_row=True)
    shown = changing.select("stage_bit", "answers", "apart", "candidates", "repeats", "first_row")
    assert shown.rows() == [(0, [0, 5], True, 1, 0, 4), (0, [5], True, 2, 1, 1)]


def test_answers_that_differ_are_listed_by_stage(con: duckdb.DuckDBPyConnection) -> None:
    changing = statements.candidate_changing_answers(con, one_row=False)
    assert changing.rows() == [(1, 0, 1, 1, 0, 1, [0, 5], True, 1, 2, 0, 4)]


def test_nothing_is_read_where_nobody_differs(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DROP TABLE candidate_entries")
    con.sql(ENTRIES).query(
        "entries", "SELECT * REPLACE (error('read') AS candidate) FROM entries"
    ).to_view("candidate_entries")
    with pytest.raises(duckdb.InvalidInputException, match="read"):
        statements.candidate_changing_answers(con, one_row=False)
    none = statements.candidate_changing_answers(con, one_row=False, any_there=False)
    assert none.is_empty()


@pytest.mark.parametrize(("stage_bit", "first"), [(0, 1), (2, 2)])
def test_the_first_row_of_a_way_is_that_of_the_stage_asked_for(
    con: duckdb.DuckDBPyConnection, stage_bit: int, first: int
) -> None:
    con.sql(
        "SELECT 3 AS reached, 1 AS passed, 0 AS pending, 0 AS failed, 0 AS withdrawn, 2 AS blank, "
        f"0 AS disordered, 7 AS contradiction, {stage_bit} AS stage_bit"
    ).to_table("wanted_ways")
    assert statements.candidate_first_rows(con).rows() == [(7, first)]


def test_the_first_row_of_each_text_is_told(con: duckdb.DuckDBPyConnection) -> None:
    con.sql("SELECT t0 AS text, row_number FROM candidate_rows").to_view("candidate_column")
    con.sql("SELECT unnest(['Offer', 'Sift']) AS text").to_table("wanted_texts")
    assert statements.candidate_first_texts(con).rows() == [("Sift", 1), ("Offer", 2)]
