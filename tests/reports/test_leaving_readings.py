from typing import Any

import pytest

from reports.leaving_readings import rate_reading

RATE: dict[str, Any] = {
    "group": "BAME",
    "reference": "White",
    "leavers": 6,
    "mean_headcount": 180.0,
    "years": 1.0,
    "leaving_rate": 6 / 180,
    "reference_leavers": 112,
    "reference_headcount": 1950.0,
    "reference_rate": 112 / 1950,
    "rate_ratio": 0.58,
    "rate_ratio_low": 0.209,
    "rate_ratio_high": 1.303,
    "p_value": 0.01,
    "p_adjusted": 0.03,
}
BESIDE = (
    "3.33 in 100 left in a year (6 of a mean of 180); of White people, 5.74 in 100 (112 of a mean "
    "of 1,950); ratio 0.58 (0.21 to 1.30)"
)


@pytest.mark.parametrize(
    ("change", "reading"),
    [
        ({}, f"evidence that they leave slower: {BESIDE}, adjusted p 0.0300."),
        (
            {"p_adjusted": 0.06},
            (
                f"not settled: {BESIDE}, evidence by itself (p 0.0100), but not once the "
                "comparisons shown are allowed for (adjusted p 0.0600)."
            ),
        ),
        (
            {"p_value": 0.3, "p_adjusted": 0.9},
            f"no evidence that they leave faster or slower: {BESIDE}.",
        ),
        (
            {"reference": None, "p_adjusted": None},
            "3.33 in 100 left in a year (6 of a mean of 180).",
        ),
        (
            {"leavers": 0, "leaving_rate": 0.0, "p_adjusted": None},
            "0.00 in 100 left in a year (0 of a mean of 180); not compared, because nobody left.",
        ),
    ],
)
def test_a_leaving_rate_says_no_more_than_the_evidence(
    change: dict[str, Any], reading: str
) -> None:
    assert rate_reading(RATE | change) == reading


def test_a_ratio_that_is_endless_is_said_to_be_none() -> None:
    endless = {"reference_leavers": 0, "reference_rate": 0.0, "rate_ratio": None}
    assert rate_reading(RATE | endless) == (
        "evidence that they leave faster: 3.33 in 100 left in a year (6 of a mean of 180); of "
        "White people, 0.00 in 100 (0 of a mean of 1,950); no ratio, because nobody they are "
        "compared with left, adjusted p 0.0300."
    )
