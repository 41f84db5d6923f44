from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.audit.candidates import Kind
from analytics.audit.explanations import MOST, Explanation, explanations, explanations_by_cell
from analytics.audit.numbers import printed_number
from analytics.audit.printed import Cell, PrintedReport, PrintedRow, PrintedTable
from analytics.audit.severity import fits
from tests.analytics.audit.packaged import packaged, row_of, series_row
from tests.analytics.audit.planted.nonsense import DRAWS, offered
from tests.analytics.audit.printed_tables import BAME, WHITE, WOMEN, right_tables, row, share, table

LGBT, DISABLED = ("sexual_orientation", "LGBT+"), ("disability", "Disabled")
NO_ORIENTATION = ("sexual_orientation", "Not stated")


@pytest.fixture(scope="module")
def report() -> PrintedReport:
    return packaged()


def _first(found: list[Explanation]) -> tuple[Kind, int | None, int | None, int]:
    best = found[0]
    return best.found.kind, best.found.numerator, best.found.denominator, best.support


@pytest.mark.parametrize(("cell", "count"), [(WOMEN, 39), (LGBT, 14), (NO_ORIENTATION, 11)])
def test_le19_interview_failures_are_over_the_125_of_another_row(
    report: PrintedReport, cell: Cell, count: int
) -> None:
    table, row = row_of(report, "LE19", "Face to face interview unsuccessful")
    found = explanations(table, row, cell)
    assert _first(found) == (Kind.other_total, count, 125, 3)
    assert found[0].found.labels == ("Tel. interview unsuccessful",)


@pytest.mark.parametrize(("cell", "count"), [(WOMEN, 70), (LGBT, 22), (DISABLED, 5)])
def test_le19_pre_employment_is_over_169_less_the_5_who_failed(
    report: PrintedReport, cell: Cell, count: int
) -> None:
    table, row = series_row(report, "LE19", "Pre-employment checks")
    found = explanations(table, row, cell)
    assert _first(found) == (Kind.difference, count, 164, 3)
    assert found[0].found.labels == (
        "Assessment Centre Successful",
        "Pre-employment checks unsuccessful",
    )


@pytest.mark.parametrize(("cell", "count"), [(BAME, 8), (WOMEN, 16), (LGBT, 5)])
def test_the_last_row_of_pcda_fits_39(report: PrintedReport, cell: Cell, count: int) -> None:
    table, row = series_row(report, "PCDA", "Assessment centre")
    assert _first(explanations(table, row, cell)) == (Kind.fitting_denominator, count, 39, 3)


@pytest.mark.parametrize(
    ("stage", "cell", "quotient"),
    [
        ("Application", BAME, (Kind.other_row, 28, 150, 3)),
        ("Application", WOMEN, (Kind.other_row, 61, 150, 3)),
        ("Telephone interview", BAME, (Kind.shared_denominator, 21, 92, 3)),
        ("Telephone interview", WOMEN, (Kind.shared_denominator, 41, 92, 3)),
        ("Face to face interview", BAME, (Kind.other_row, 11, 56, 4)),
        ("Face to face interview", DISABLED, (Kind.other_row, 2, 56, 4)),
    ],
)
def test_the_lists_of_pcda_are_those_of_the_next_stage(
    report: PrintedReport, stage: str, cell: Cell, quotient: tuple[Kind, int, int, int]
) -> None:
    table, row = series_row(report, "PCDA", stage)
    assert _first(explanations(table, row, cell)) == quotient


def test_the_share_of_dhep_has_a_digit_changed(report: PrintedReport) -> None:
    table, row = row_of(report, "DHEP", "Applications submitted")
    [found] = explanations(table, row, BAME)
    assert (found.found.kind, found.found.labels) == (Kind.digit_slip, ("changed",))


def test_leavers_are_over_the_sum_of_the_parts() -> None:
    counts = {BAME: 77, ("ethnicity", "Not stated"): 29, WHITE: 1109}
    shares = {cell: share(count, 1215) for cell, count in counts.items()}
    left = row("Leavers", 955, counts, shares)
    found = explanations_by_cell(table(left, whole=True), left)
    assert [_first(each) for each in found.values()] == [
        (Kind.sum_of_parts, count, 1215, 3) for count in counts.values()
    ]


@given(right_tables(), st.data())
def test_an_explanation_gives_the_printed_figure_and_there_are_few(
    right: PrintedTable, data: st.DataObject
) -> None:
    changed = _with_one_wrong(right, data)
    [printed] = [printed_number(text) for text in (changed.shares[BAME],)]
    assert printed is not None
    found = explanations(right, changed, BAME)
    assert len(found) <= MOST
    quotients = [each.found for each in found if each.found.kind is not Kind.digit_slip]
    assert all(fits(printed, each.numerator, each.denominator) for each in quotients)
    assert all(0 <= each.chance <= 0.05 for each in found)


@given(right_tables(), st.data())
def test_the_same_row_twice_is_explained_alike(right: PrintedTable, data: st.DataObject) -> None:
    changed = _with_one_wrong(right, data)
    again = replace(changed, shares=dict(changed.shares), counts=dict(changed.counts))
    assert explanations(right, changed, BAME) == explanations(right, again, BAME)


def _with_one_wrong(right: PrintedTable, data: st.DataObject) -> PrintedRow:
    chosen = data.draw(st.sampled_from(right.rows))
    text = f"{data.draw(st.integers(0, 10_000)) / 100:.2f}%"
    return replace(chosen, shares={**chosen.shares, BAME: text})


@given(right_tables())
def test_a_right_figure_needs_no_explanation(right: PrintedTable) -> None:
    assert all(explanations_by_cell(right, each) == {} for each in right.rows)


@pytest.mark.parametrize("text", ["n/a", "-3%"])
def test_what_is_no_share_has_no_explanation(text: str) -> None:
    odd = row("odd", 200, {BAME: 40}, {BAME: text})
    assert explanations(table(odd, row("other", 50, {BAME: 15})), odd, BAME) == []


def test_a_figure_that_nothing_gives_is_undetermined() -> None:
    odd = row("odd", 200, {BAME: 40}, {BAME: "63.47%"})
    assert explanations(table(odd, row("other", 50, {BAME: 15})), odd, BAME) == []


@pytest.mark.parametrize("name", DRAWS)
@pytest.mark.parametrize("in_row", [1, 3])
def test_figures_drawn_at_random_are_seldom_explained(name: str, in_row: int) -> None:
    """About one in twenty; 300 figures may by chance show a little more."""
    found = offered(DRAWS[name], in_row=in_row, decimals=2, tables=300 // in_row, seed=5)
    assert found.figures > 200
    assert found.share < 0.10
