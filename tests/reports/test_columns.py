from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.studies.attrition import CHANGE_COLUMNS, STAGE_COLUMNS
from reports.cells import cell, known, p_text, signed
from reports.columns import COLUMNS, OWN, columns_of
from reports.columns.column import Column
from reports.layouts import LAYOUTS
from tests.reports.samples import change, stage

EVERY = [column for registry in (COLUMNS, *OWN.values()) for column in registry.values()]


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("stage", "Application", "Application"),
        ("provisional", True, "yes"),
        ("provisional", False, "no"),
        ("entered", 1234567, "1,234,567"),
        ("entered", 0, "0"),
        ("representation_pct", 100 * 5 / 160, "3.13"),
        ("representation_pct", 0.0, "0.00"),
        ("change_pp", 100 * 5 / 160, "+3.13"),
        ("change_pp", -100 * 5 / 160, "-3.13"),
        ("change_pp", -0.001, "0.00"),
        ("p_value", 0.00004, "<0.0001"),
        ("p_value", 0.00005, "0.0001"),
        ("p_value", 1.0, "1.0000"),
    ],
)
def test_a_value_is_written_by_its_kind(name: str, value: object, text: str) -> None:
    assert cell(name, {name: value}) == text


@pytest.mark.parametrize("nothing", [None, nan, inf, -inf])
@pytest.mark.parametrize(
    ("name", "text"),
    [("representation_pct", "[x]"), ("p_value", "[x]"), ("change_pp", "[z]"), ("stage", "[x]")],
)
def test_what_is_not_known_is_a_symbol(name: str, nothing: object, text: str) -> None:
    assert cell(name, {name: nothing}) == text


def test_counts_stand_over_their_base() -> None:
    assert cell("from_counts", change(from_base=1000)) == "40/1,000"
    assert cell("to_counts", change()) == "10/20"


def test_an_interval_has_both_ends_with_their_signs() -> None:
    assert cell("change_interval", change()) == "-9.50 to +28.13"


def test_an_interval_with_one_end_is_not_available() -> None:
    assert cell("change_interval", change(change_high_pp=None)) == "[x]"


def test_every_column_of_a_table_has_a_heading() -> None:
    assert {*STAGE_COLUMNS, *CHANGE_COLUMNS} <= COLUMNS.keys()
    for question, layouts in LAYOUTS.items():
        assert {name for each in layouts for name in each.columns} <= columns_of(question).keys()


def test_a_question_may_give_a_shared_name_a_meaning_of_its_own() -> None:
    own = {"stage": Column("Step"), "share_pct": Column("Share (%)", "percentage")}
    assert cell("share_pct", {"share_pct": 100 * 5 / 160}, own) == "3.13"
    assert cell("stage", {"stage": None}, own) == "[x]"


def test_no_two_columns_of_one_table_have_the_same_heading() -> None:
    for columns in (STAGE_COLUMNS, CHANGE_COLUMNS):
        headings = [COLUMNS[name].heading for name in columns]
        assert len(set(headings)) == len(headings)


def test_every_figure_has_a_unit_in_its_heading() -> None:
    units = {"percentage": "(%)", "points": ("(pp)", "(%)")}
    for column in EVERY:
        assert column.heading.endswith(units.get(column.kind, ""))


def test_no_heading_and_no_definition_uses_a_refused_term() -> None:
    words = " ".join(f"{each.heading} {each.meaning}" for each in EVERY).lower()
    for refused in ("percentage change", "success rate", "attrition", "no difference", "because"):
        assert refused not in words


@given(st.floats(-100, 100))
def test_a_sign_is_shown_exactly_where_the_text_is_not_zero(points: float) -> None:
    text = signed(points)
    assert text.startswith(("+", "-")) == (float(text) != 0)
    assert abs(float(text) - points) <= 0.005 + 1e-12


@given(st.floats(0, 1))
def test_a_p_value_is_never_written_as_0(p_value: float) -> None:
    assert float(p_text(p_value).lstrip("<")) > 0


def test_text_and_numbers_are_known_and_nothing_else_is() -> None:
    values = ["", 0, 0.0, False, None, nan, inf]
    assert [known(value) for value in values] == [True, True, True, True, False, False, False]


def test_stage_rows_are_written_whole() -> None:
    names = ["stage", "entered", "not_stated", "representation_pct", "change_from_previous_pp"]
    assert [cell(name, stage(1)) for name in names] == ["Stage 1", "1,234", "7", "8.10", "[z]"]
