import pytest

from reports.bound_readings import bound_reading
from reports.gap_readings import gap_headline, gap_reading, with_gap_readings

WOMEN: dict[str, object] = {
    "campaign": "LE19",
    "stage": "Application",
    "group": "Female",
    "reference": "Male",
    "passed": 150,
    "failed": 33,
    "pass_rate": 150 / 183,
    "reference_passed": 246,
    "reference_failed": 100,
    "reference_pass_rate": 246 / 346,
    "gap_pp": 10.868947,
    "p_value": 0.0061677,
    "p_adjusted": 0.0308383,
    "detectable_gap_pp": 10.919,
    "largest_stage": "Application",
}


def test_evidence_comes_with_rates_counts_size_and_adjusted_p() -> None:
    assert gap_reading(WOMEN) == (
        "evidence of a gap: 81.97% of women passed (150 of 183), 71.10% of men (246 of 346); "
        "+10.87 percentage points, adjusted p 0.0308."
    )


def test_overall_names_the_stage_that_contributes_most() -> None:
    reading = gap_reading(WOMEN | {"stage": "Overall"})
    assert reading.endswith("; the largest part of it arises at Application.")


def test_screening_claims_less() -> None:
    assert gap_reading(WOMEN, screen=True).startswith("worth a closer look: 81.97% of women")


NOBODY_TO_SEE = {"p_adjusted": 1.0, "p_value": 0.4, "detectable_gap_pp": None}


@pytest.mark.parametrize(
    ("change", "reading"),
    [
        (
            {"p_adjusted": 0.09},
            (
                "not settled, +10.87 percentage points: evidence by itself (p 0.0062), but not "
                "once the comparisons shown are allowed for (adjusted p 0.0900)."
            ),
        ),
        (
            {"p_adjusted": 1.0, "p_value": 0.4},
            "no evidence of a gap (one under 10.9 points could not have been seen reliably).",
        ),
        (
            NOBODY_TO_SEE,
            "too few people to say (183 women with an outcome).",
        ),
        (
            {"p_adjusted": None, "pass_rate": None},
            "not tested: no women passed or failed.",
        ),
        (
            NOBODY_TO_SEE | {"passed": 1, "failed": 0},
            "too few people to say (1 woman with an outcome).",
        ),
        (
            {"p_adjusted": None},
            "not tested: no men passed or failed.",
        ),
        (
            {"p_adjusted": None, "reference": "All others who stated"},
            "not tested: nobody else who stated passed or failed.",
        ),
        (
            {"p_adjusted": None, "reference": "Everyone else"},
            "not tested: nobody else passed or failed.",
        ),
    ],
)
def test_less_than_evidence_says_less(change: dict[str, object], reading: str) -> None:
    assert gap_reading(WOMEN | change) == reading


def test_the_headline_names_overall_gaps_before_stages() -> None:
    import polars as pl

    rows = pl.DataFrame([WOMEN, WOMEN | {"stage": "Overall", "gap_pp": -3.0}])
    assert gap_headline(rows, ["LE19"]) == (
        "Evidence of a gap: women less likely to pass than men (Overall)"
    )
    assert gap_headline(rows.head(1), ["LE19", "PCDA"], screen=True) == (
        "Worth a closer look: women more likely to pass than men (LE19, Application)"
    )
    none = rows.with_columns(p_adjusted=pl.lit(1.0))
    assert gap_headline(none, ["LE19"]) == (
        "LE19: no evidence of a gap in pass rates once all comparisons are allowed for"
    )
    assert gap_headline(rows.clear(), ["DHEP"]) == "DHEP: no outcomes to compare yet"
    assert with_gap_readings(none)["reading"].str.contains("not settled").all()


BLANKS: dict[str, object] = {
    "group": "Female",
    "gap_pp": -4.0,
    "blanks": 17,
    "lowest_gap_pp": -8.0,
    "highest_gap_pp": 1.5,
    "tipping_direction": 3,
}


@pytest.mark.parametrize(
    ("change", "reading"),
    [
        (
            {},
            (
                "whoever the 17 blanks are, the gap lies between -8.00 and +1.50 points; "
                "3 of them, among women, could close it."
            ),
        ),
        (
            {"tipping_direction": 1},
            (
                "whoever the 17 blanks are, the gap lies between -8.00 and +1.50 points; "
                "one of them, among women, could close it."
            ),
        ),
        (
            {"tipping_direction": None, "blanks": 1},
            (
                "whoever the one blank is, the gap lies between -8.00 and +1.50 points; only by "
                "falling to both sides could they close it."
            ),
        ),
        (
            {"tipping_direction": None, "highest_gap_pp": -1.5},
            (
                "whoever the 17 blanks are, the gap lies between -8.00 and -1.50 points; "
                "they could not close it."
            ),
        ),
        ({"blanks": 0}, "no blanks; the gap is -4.00 points."),
        ({"gap_pp": None}, "not known: nobody on one side has an outcome."),
        (
            {"gap_pp": 0.0, "tipping_direction": 0},
            (
                "whoever the 17 blanks are, the gap lies between -8.00 and +1.50 points; there is "
                "none as it stands."
            ),
        ),
    ],
)
def test_bounds_say_how_far_and_how_few(change: dict[str, object], reading: str) -> None:
    assert bound_reading(BLANKS | change) == reading
