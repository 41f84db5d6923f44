from typing import Any

import pytest

from reports.period_readings import change_reading

SHARE: dict[str, Any] = {
    "measure": "share of joiners",
    "earlier": "2010-19",
    "later": "2019-20",
    "earlier_people": 52,
    "earlier_out_of": 643,
    "people": 23,
    "out_of": 241,
    "difference_pp": 1.4565,
    "p_value": 0.01,
    "p_adjusted": 0.03,
    "detectable_difference_pp": 5.0,
}


@pytest.mark.parametrize(
    ("change", "reading"),
    [
        (
            {},
            (
                "evidence of a larger share of joiners: 8.09% (52 of 643) in 2010-19, 9.54% (23 of "
                "241) in 2019-20; +1.46 percentage points, adjusted p 0.0300."
            ),
        ),
        (
            {"p_adjusted": 0.06},
            (
                "not settled, +1.46 percentage points: evidence by itself (p 0.0100), but not once "
                "the comparisons shown are allowed for (adjusted p 0.0600)."
            ),
        ),
        (
            {"p_value": 0.5, "p_adjusted": 1.0},
            "no evidence of a change (one under 5.0 points could not have been seen reliably).",
        ),
        (
            {"p_value": 0.5, "p_adjusted": 1.0, "detectable_difference_pp": None},
            ("too few people to say: 8.09% (52 of 643) in 2010-19, 9.54% (23 of 241) in 2019-20."),
        ),
        ({"p_adjusted": None}, "not tested: nobody moved in 2010-19 or in 2019-20."),
    ],
)
def test_a_change_of_share_says_no_more_than_the_evidence(
    change: dict[str, Any], reading: str
) -> None:
    assert change_reading(SHARE | change) == reading


ODDS: dict[str, Any] = {
    "measure": "odds ratio",
    "earlier_odds_ratio": 0.774,
    "odds_ratio": 0.452,
    "p_value": 0.001,
    "p_adjusted": 0.004,
}


@pytest.mark.parametrize(
    ("change", "reading"),
    [
        (
            {},
            (
                "evidence that leavers compare with joiners otherwise than before (0.77 then 0.45, "
                "adjusted p 0.0040)."
            ),
        ),
        (
            {"p_adjusted": 0.06},
            (
                "not settled, 0.77 then 0.45: evidence by itself (p 0.0010), but not once the "
                "comparisons shown are allowed for (adjusted p 0.0600)."
            ),
        ),
        (
            {"p_value": 0.3, "p_adjusted": 0.9},
            (
                "no evidence that leavers compare with joiners otherwise than before (0.77 then "
                "0.45, p 0.3000)."
            ),
        ),
        (
            {"odds_ratio": None, "p_adjusted": None},
            "not tested: the counts of a period leave nothing to compare (0.77 then none).",
        ),
    ],
)
def test_a_change_of_odds_says_no_more_than_the_evidence(
    change: dict[str, Any], reading: str
) -> None:
    assert change_reading(ODDS | change) == reading
