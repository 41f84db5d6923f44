import numpy as np

from analytics.bisection import first_true


def test_a_condition_that_never_holds_gives_the_upper_end() -> None:
    found = first_true(lambda x: np.full(x.shape, fill_value=False), np.zeros(2), np.ones(2))
    np.testing.assert_array_equal(found, [1, 1])


def test_many_roots_are_found_side_by_side() -> None:
    squares = np.arange(1.0, 7.0).reshape(2, 3)
    found = first_true(lambda x: x * x >= squares, np.zeros(1), np.full((2, 1), 10.0))
    np.testing.assert_allclose(found, np.sqrt(squares), rtol=1e-14)
