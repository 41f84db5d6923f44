from hypothesis import given
from hypothesis import strategies as st

from analytics.audit.candidates import Kind
from analytics.audit.denominators import (
    fitting_denominators,
    shared_denominators,
    wrong_figures,
)
from analytics.audit.printed import PrintedRow, PrintedTable
from analytics.audit.severity import fits
from tests.analytics.audit.printed_tables import (
    BAME,
    CELLS,
    NO_ETHNICITY,
    WOMEN,
    right_tables,
    row,
    share,
    table,
)

# LE19's list at pre-employment checks: 169 entered, 5 failed.
PRE_EMPLOYMENT = row(
    "Assessment Centre Successful",
    169,
    {BAME: 27, WOMEN: 72, NO_ETHNICITY: 8},
    {BAME: "15.98%", WOMEN: "42.68%", NO_ETHNICITY: "3.66%"},
)
# PCDA's last list.
SEARCH = row(
    "F2F interview successful",
    56,
    {BAME: 11, WOMEN: 25, NO_ETHNICITY: 5},
    {BAME: "20.51%", WOMEN: "41.0%", NO_ETHNICITY: "12.82%"},
)


def _fitted(of: PrintedRow) -> list[tuple[int | None, int | None]]:
    found = fitting_denominators(table(of), WOMEN, wrong_figures(of))
    return [(each.numerator, each.denominator) for each, _ in found]


def _shared(of: PrintedTable, number: int) -> list[tuple[int | None, int | None, tuple[str, ...]]]:
    printed = of.rows[number]
    found = shared_denominators(of, printed, BAME, wrong_figures(printed))
    return [(each.numerator, each.denominator, each.labels) for each, _ in found]


def test_wrong_are_the_figures_that_their_counts_do_not_give() -> None:
    assert list(wrong_figures(PRE_EMPLOYMENT)) == [WOMEN, NO_ETHNICITY]


@given(right_tables())
def test_nothing_is_wrong_in_a_right_table(right: PrintedTable) -> None:
    assert [wrong_figures(each) for each in right.rows] == [{}] * len(right.rows)


def test_39_is_the_smallest_denominator_that_fits_the_last_list_of_pcda() -> None:
    assert _fitted(SEARCH) == [(16, 39)]


@given(st.integers(0, 2**32 - 1))
def test_the_fitted_denominator_is_the_least_that_a_slow_search_finds(seed: int) -> None:
    counts = [seed % 37 + 1, seed // 37 % 37 + 1, seed // 1369 % 37 + 1]
    shares = dict(zip((BAME, WOMEN, NO_ETHNICITY), (share(n, 38) for n in counts), strict=True))
    printed = row("any", 500, dict.fromkeys(shares, 0), shares)
    wrong = wrong_figures(printed).values()
    least = next(
        total
        for total in range(2, 1000)
        if all(any(fits(each, n, total) for n in range(total + 1)) for each in wrong)
    )
    found = [total for _, total in _fitted(printed)]
    assert found in ([least], [])


def test_one_figure_alone_fits_too_many_denominators() -> None:
    assert _fitted(row("one", 56, {WOMEN: 25}, {WOMEN: "41.03%"})) == []


def test_figures_that_fit_only_a_large_denominator_fit_it_by_chance() -> None:
    shares = {BAME: "3%", WOMEN: "41%"}
    assert _fitted(row("whole", 56, {BAME: 11, WOMEN: 25}, shares)) == []


def test_a_fitted_denominator_that_is_printed_is_named() -> None:
    printed = table(SEARCH, row("booked", 39, {}))
    [(found, _)] = fitting_denominators(printed, BAME, wrong_figures(SEARCH))
    assert (found.kind, found.labels) == (Kind.fitting_denominator, ("booked",))


def test_a_total_nowhere_printed_is_found_from_the_own_counts() -> None:
    counts = {BAME: 21, WOMEN: 41, NO_ETHNICITY: 6}
    shares = {cell: share(count, 92) for cell, count in counts.items()}
    assert _shared(table(row("interviewed", 93, counts, shares)), 0) == [(21, 92, ())]


def test_a_total_nowhere_printed_is_found_from_the_counts_of_another_row() -> None:
    counts = {BAME: 21, WOMEN: 41, NO_ETHNICITY: 6}
    shares = {cell: share(count, 92) for cell, count in counts.items()}
    other = {BAME: 28, WOMEN: 61, NO_ETHNICITY: 11}
    printed = table(row("telephone", 150, other, shares), row("interviewed", 93, counts))
    assert (21, 92, ("interviewed",)) in _shared(printed, 0)


def test_a_printed_total_is_not_called_nowhere_printed() -> None:
    counts = dict.fromkeys(CELLS, 21)
    shares = dict.fromkeys(CELLS, share(21, 92))
    printed = table(row("interviewed", 93, counts, shares), row("others", 92, {}))
    assert 92 not in [total for _, total, _ in _shared(printed, 0)]
