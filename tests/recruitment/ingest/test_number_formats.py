from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.number_formats import general, shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.1941, "0.00%", "19.41%"),
        (0.19415, "0.00%", "19.42%"),
        (0.066, "0.0 %", "6.6 %"),
        (-0.0343, "0.00%", "-3.43%"),
        (0.0916, "+0.00%;-0.00%", "+9.16%"),
        (-0.0343, "+0.00%;-0.00%", "-3.43%"),
        (0.0, "0%;-0%;\\n\\i\\l", "nil"),
        (-0.001, "0%", "0%"),
        (1919.0, "#,##0", "1,919"),
        (-1919.0, "#,##0_);(#,##0)", "(1,919)"),
        (1919.5, "#,##0.00", "1,919.50"),
        (7.0, "000", "007"),
        (0.5, "0.##", "0.5"),
        (12.0, '0" people"', "12 people"),
        (1234.5, "[$£-809]#,##0.00", "£1,234.50"),
        (5.0, "[Red]0", "5"),
        (1234567.0, "0,", "1235"),
        (0.1941, "", "0.1941"),
        (0.1941, "General", "0.1941"),
        (0.1941, "# ?/?", "0.1941"),
        (0.1941, "[>1]0%;0.0", "0.1941"),
        (0.1941, "0.00E+00", "0.1941"),
        (0.1941, "0%" * 200, "0.1941"),
        (float("inf"), "0%", "inf"),
    ],
)
def test_a_number_is_shown_as_its_format_says(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (546.0, "546"),
        (-3.0, "-3"),
        (0.1, "0.1"),
        (1 / 3, "0.333333333"),
        (100 / 3, "33.33333333"),
        (1e20, "1e+20"),
        (1e-7, "1e-07"),
        (float("nan"), "nan"),
    ],
)
def test_a_number_without_a_format_fills_eleven_characters(value: float, text: str) -> None:
    assert general(value) == text


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_percentage_is_rounded_half_up_from_the_digits_that_are_stored(
    part: int, whole: int
) -> None:
    share = part / whole
    exact = Decimal(f"{share:.15g}") * 100
    expected = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert shown(share, "0.00%") == f"{expected}%"
