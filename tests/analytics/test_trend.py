import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.chi_squared import two_standard_deviations
from analytics.selection import Selection
from analytics.trend import cochran_armitage
from tests.analytics.selections import selections


@st.composite
def periods(draw: st.DrawFn) -> Selection:
    people = draw(st.lists(selections(most=30), min_size=2, max_size=6))
    return Selection([p.selected for p in people], [p.total for p in people])


def test_malformations_by_alcohol_drunk() -> None:
    # z 0.817, P = 0.41391 in the tests of Fagerland, Lydersen and Laake's R package
    # contingencytables: Mills and Graubard (1987), thinned out, four levels
    found = cochran_armitage(Selection([48, 38, 5, 1], [1754, 1484, 83, 13]))
    np.testing.assert_allclose(abs(found.z), 0.817, atol=5e-4)
    np.testing.assert_allclose(found.p_value, 0.41391, atol=5e-6)


@given(periods())
def test_it_is_the_correlation_of_period_and_selection(people: Selection) -> None:
    when = np.repeat(np.arange(people.total.size), people.total)
    chosen = np.concatenate(
        [np.arange(n) < x for x, n in zip(people.selected, people.total, strict=True)]
    ).astype(float)
    known = len(set(when)) > 1 and len(set(chosen)) > 1
    expected = np.sqrt(when.size) * np.corrcoef(when, chosen)[0, 1] if known else 0
    np.testing.assert_allclose(cochran_armitage(people).z, expected, rtol=1e-9, atol=1e-9)


@given(selections(), selections())
def test_two_periods_are_compared_by_pearsons_test(first: Selection, second: Selection) -> None:
    both = Selection([first.selected, second.selected], [first.total, second.total])
    expected = two_standard_deviations(second, first)
    np.testing.assert_allclose(cochran_armitage(both).z, expected.z, rtol=1e-9, atol=1e-12)


@given(periods(), st.floats(0.1, 100), st.integers(-2000, 2000))
def test_only_the_proportions_between_gaps_matter(
    people: Selection, unit: float, start: int
) -> None:
    scores = start + unit * np.arange(people.total.size)
    expected = cochran_armitage(people).z
    np.testing.assert_allclose(cochran_armitage(people, scores).z, expected, rtol=1e-6, atol=1e-9)


@given(periods())
def test_time_running_backwards_changes_the_sign(people: Selection) -> None:
    backwards = Selection(people.selected[::-1], people.total[::-1])
    np.testing.assert_allclose(
        cochran_armitage(backwards).z, -cochran_armitage(people).z, rtol=1e-9, atol=1e-12
    )


def test_what_shows_no_movement_says_nothing() -> None:
    nobody, everybody, alone, empty = [0, 0], [5, 6], [0, 3], [0, 0]
    people = Selection([nobody, everybody, alone, empty], [[5, 6], [5, 6], [0, 6], [0, 0]])
    found = cochran_armitage(people)
    np.testing.assert_array_equal([found.z, found.p_value], [[0] * 4, [1] * 4])


@pytest.mark.parametrize("scores", [[1], [1, 2, 3], [[1, 2]], [1, np.inf], [np.nan, 1]])
def test_scores_that_do_not_fit_are_refused(scores: list[float]) -> None:
    with pytest.raises(ValueError, match="one finite number per period"):
        cochran_armitage(Selection([1, 2], [3, 4]), scores)


def test_counts_without_periods_are_refused() -> None:
    with pytest.raises(ValueError, match="periods lie along the last axis"):
        cochran_armitage(Selection(1, 2))
