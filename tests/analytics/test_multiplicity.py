from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from analytics.multiplicity import benjamini_hochberg, holm
from analytics.selection import FloatArray

Method = Callable[[npt.ArrayLike], FloatArray]
METHODS = [holm, benjamini_hochberg]
families = st.lists(st.floats(0, 1), min_size=1, max_size=20)


def test_benjamini_and_hochberg_reject_four_of_the_fifteen_in_their_example() -> None:
    # Benjamini and Hochberg (1995), section 3: thrombolysis after myocardial infarction
    given_p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
    given_p += [0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert (benjamini_hochberg(given_p) <= 0.05).sum() == 4
    assert (holm(given_p) <= 0.05).sum() == 3


@pytest.mark.parametrize(("method", "name"), [(holm, "holm"), (benjamini_hochberg, "fdr_bh")])
@settings(max_examples=20)  # statsmodels takes its time
@given(family=families)
def test_adjusted_p_values_are_those_of_statsmodels(
    method: Method, name: str, family: list[float]
) -> None:
    expected = multipletests(family, method=name)[1]
    np.testing.assert_allclose(method(family), expected, rtol=1e-12, atol=1e-300)


@pytest.mark.parametrize("method", METHODS)
@given(family=families)
def test_adjusting_never_lowers_a_p_value_nor_changes_the_order(
    method: Method, family: list[float]
) -> None:
    adjusted, order = method(family), np.argsort(family, kind="stable")
    assert np.all(adjusted >= family)
    assert np.all(np.diff(adjusted[order]) >= 0)
    assert np.all(adjusted <= 1)


@given(families)
def test_screening_is_never_stricter_than_claiming(family: list[float]) -> None:
    assert np.all(benjamini_hochberg(family) <= holm(family) * (1 + 1e-12))


@pytest.mark.parametrize("method", METHODS)
@given(family=families, place=st.integers(0, 20))
def test_a_comparison_that_was_not_made_changes_nothing(
    method: Method, family: list[float], place: int
) -> None:
    place = min(place, len(family))
    adjusted = method([*family[:place], np.nan, *family[place:]])
    assert np.isnan(adjusted[place])
    np.testing.assert_array_equal(np.delete(adjusted, place), method(family))


@pytest.mark.parametrize("method", METHODS)
def test_equal_p_values_stay_equal(method: Method) -> None:
    assert len(set(method([0.02, 0.01, 0.02, 0.02])[[0, 2, 3]])) == 1


@pytest.mark.parametrize("method", METHODS)
def test_every_row_is_a_family_of_its_own(method: Method) -> None:
    rows = np.array([[0.01, 0.04, np.nan], [0.03, np.nan, np.nan]])
    np.testing.assert_array_equal(method(rows), [method(row) for row in rows])


@pytest.mark.parametrize("method", METHODS)
def test_a_family_of_one_or_none_is_left_as_it_is(method: Method) -> None:
    assert method(0.03) == 0.03
    assert method([]).shape == (0,)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("wrong", [-0.01, 1.01])
def test_what_is_no_p_value_is_refused(method: Method, wrong: float) -> None:
    with pytest.raises(ValueError, match="p-values must lie between 0 and 1"):
        method([0.5, wrong])
