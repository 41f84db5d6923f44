from typing import Any

import polars as pl
import pytest

from reports.compare_readings import compare_headline, pool_reading, pooled_reading, trend_reading

FOUND: dict[str, Any] = {"p_value": 0.001, "p_adjusted": 0.0127}
ALONE: dict[str, Any] = {"p_value": 0.04, "p_adjusted": 0.16}
UNKNOWN: dict[str, Any] = {"p_value": None, "p_adjusted": None}
BY_ITSELF = (
    "evidence by itself (p 0.0400), but not once the comparisons shown are allowed for "
    "(adjusted p 0.1600)"
)
NOTHING = "no evidence of a gap (one under 8.1 points could not have been seen reliably)"


def _pooled(**values: Any) -> dict[str, Any]:
    return {
        "stage": "Sift",
        "group": "Female",
        "reference": "Male",
        "campaigns": "C1, C2",
        "passed": 30,
        "failed": 10,
        "reference_passed": 40,
        "reference_failed": 40,
        "gap_pp": 24.5,
        "p_value": 0.4,
        "p_adjusted": 1.0,
        "homogeneity_p": 0.5,
        "homogeneity_p_adjusted": 1.0,
        "detectable_gap_pp": 8.125,
        **values,
    }


def _trend(**values: Any) -> dict[str, Any]:
    return {
        "counts": "1/9, 2/9, 3/9",
        "z": -2.0,
        "p_trend": 0.4,
        "p_adjusted": 1.0,
        "detectable_change_pp": 8.125,
        **values,
    }


def _pool(**values: Any) -> dict[str, Any]:
    return {
        "campaign": "C2",
        "group": "Female",
        "group_entered": 30,
        "base": 40,
        "earlier_group_entered": 40,
        "earlier_base": 80,
        "difference_pp": 25.0,
        "p_value": 0.4,
        "p_adjusted": 1.0,
        "detectable_difference_pp": 8.125,
        **values,
    }


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            FOUND,
            (
                "evidence of a gap: 75.00% (30 of 40) of women passed, 50.00% (40 of 80) of men; "
                "pooled gap +24.50 percentage points, adjusted p 0.0127."
            ),
        ),
        (
            {**FOUND, "campaigns": "C1", "reference": "Everyone else", "homogeneity_p": None},
            (
                "evidence of a gap: 75.00% (30 of 40) of women passed, 50.00% (40 of 80) of "
                "everyone else; gap +24.50 percentage points, adjusted p 0.0127."
            ),
        ),
        (ALONE, f"not settled, +24.50 percentage points: {BY_ITSELF}."),
        ({"detectable_gap_pp": None}, "too few people to say (40 women with an outcome)."),
        (
            {"detectable_gap_pp": None, "passed": 0, "failed": 1},
            "too few people to say (1 woman with an outcome).",
        ),
        ({}, f"{NOTHING}."),
        (UNKNOWN, "not tested: in no campaign have both women and men an outcome."),
        (
            {"homogeneity_p": 0.001, "homogeneity_p_adjusted": 0.01},
            (
                f"{NOTHING}; the campaigns differ (homogeneity p 0.0010), so one pooled figure "
                "does not describe them all."
            ),
        ),
        (
            {"homogeneity_p": 0.03, "homogeneity_p_adjusted": 0.3},
            (
                f"{NOTHING}; the campaigns may differ (homogeneity p 0.0300 by itself), and one "
                "pooled figure may not describe them all."
            ),
        ),
        ({"homogeneity_p": 0.05, "homogeneity_p_adjusted": 0.05}, f"{NOTHING}."),
    ],
)
def test_a_pooled_gap_is_read_by_the_rules(values: dict[str, Any], sentence: str) -> None:
    assert pooled_reading(_pooled(**values)) == sentence


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            FOUND,
            "evidence of a fall over the campaigns: 1/9, 2/9, 3/9 (adjusted p 0.0127).",
        ),
        (
            {**FOUND, "z": 2.0},
            "evidence of a rise over the campaigns: 1/9, 2/9, 3/9 (adjusted p 0.0127).",
        ),
        ({**ALONE, "p_trend": 0.04}, f"not settled: a trend is {BY_ITSELF}."),
        ({"detectable_change_pp": None}, "too few people to say (1/9, 2/9, 3/9)."),
        (
            {},
            (
                "no evidence of a trend (a steady change under 8.1 points from first to last "
                "could not have been seen reliably)."
            ),
        ),
        (
            {"p_trend": None, "p_adjusted": None},
            "not tested: the same for everybody (1/9, 2/9, 3/9).",
        ),
    ],
)
def test_a_trend_is_read_by_the_rules(values: dict[str, Any], sentence: str) -> None:
    assert trend_reading(_trend(**values)) == sentence


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            FOUND,
            (
                "evidence of a larger share of applicants: 75.00% (30 of 40), 50.00% (40 of 80) "
                "before; +25.00 percentage points, adjusted p 0.0127."
            ),
        ),
        (
            {**FOUND, "difference_pp": -25.0},
            (
                "evidence of a smaller share of applicants: 75.00% (30 of 40), 50.00% (40 of 80) "
                "before; -25.00 percentage points, adjusted p 0.0127."
            ),
        ),
        (ALONE, f"not settled, +25.00 percentage points: {BY_ITSELF}."),
        (
            {"detectable_difference_pp": None},
            "too few people to say (75.00% (30 of 40), 50.00% (40 of 80) before).",
        ),
        (
            {},
            "no evidence of a difference (one under 8.1 points could not have been seen reliably).",
        ),
        (UNKNOWN, "not tested: nobody applied, or nobody before."),
    ],
)
def test_pools_of_applicants_are_read_by_the_rules(values: dict[str, Any], sentence: str) -> None:
    assert pool_reading(_pool(**values)) == sentence


def _headline(rows: list[dict[str, Any]], pools: list[dict[str, Any]]) -> str:
    return compare_headline(pl.DataFrame(rows), pl.DataFrame(pools), ["C1", "C2"])


def test_the_headline_names_each_gap_with_its_stages_and_campaigns() -> None:
    rows = [
        _pooled(**FOUND),
        _pooled(**FOUND, stage="Test"),
        _pooled(**FOUND, stage="Offer", campaigns="C1", gap_pp=-3.0),
        _pooled(stage="Medical"),
    ]
    assert _headline(rows, []) == (
        "Evidence of a gap: women more likely to pass than men at Sift and Test (C1, C2); "
        "women less likely to pass than men at Offer (C1)"
    )


@pytest.mark.parametrize(
    ("rows", "pools", "sentence"),
    [
        ([_pooled()], [_pool(**FOUND)], "C1 and C2: no evidence that pass rates are apart"),
        ([], [_pool()], "C1 and C2: no evidence that the make-up of applicants changed"),
        (
            [],
            [_pool(**FOUND)],
            "Evidence of another share of applicants than before: women (C2)",
        ),
    ],
)
def test_without_a_gap_the_headline_claims_none(
    rows: list[dict[str, Any]], pools: list[dict[str, Any]], sentence: str
) -> None:
    assert _headline(rows, pools) == sentence


def test_no_reading_speaks_of_a_cause_or_of_no_difference() -> None:
    for values in (FOUND, ALONE, UNKNOWN, {}):
        texts = (pooled_reading(_pooled(**values)), pool_reading(_pool(**values)))
        for text in texts:
            assert "no difference" not in text
            assert "because" not in text
