"""What cannot be said of pass rates, group by group."""

from typing import Any

from reports.report.words.limits import limit_sentences
from tests.reports.report.verdicts import ALONE, EVIDENCE

NONE = {"p_value": 0.4, "p_adjusted": 1.0}


def _gap(group: str, verdict: dict[str, Any], stage: str = "Overall", **values: Any) -> Any:
    return {"group": group, "stage": stage, "detectable_gap_pp": 12.25, **verdict, **values}


def test_a_group_with_evidence_anywhere_is_not_among_those_without() -> None:
    rows = [_gap("Female", EVIDENCE, "Sift"), _gap("Female", NONE), _gap("BAME", NONE)]
    (said,) = limit_sentences([], rows)
    assert said == (
        "There is no evidence that BAME people were more or less likely to pass than those they "
        "are compared with. That is not to say that they fared alike: over all stages, gaps under "
        "12.3 percentage points (BAME people) could not have been seen reliably."
    )


def test_a_group_that_is_not_settled_is_not_said_to_be_without_evidence() -> None:
    (said,) = limit_sentences([], [_gap("Female", ALONE, "Sift"), _gap("Female", NONE)])
    assert said.startswith("Whether women were more or less likely to pass than those they are")
    assert "is not settled" in said


def test_the_size_that_could_hide_is_that_of_the_campaigns_together() -> None:
    pooled = [_gap("BAME", NONE, detectable_gap_pp=5.0)]
    (said,) = limit_sentences(pooled, [_gap("BAME", NONE), _gap("BAME", NONE, "Sift")])
    assert "gaps under 5.0 percentage points (BAME people)" in said


def test_of_people_too_few_no_size_is_named() -> None:
    (said,) = limit_sentences([], [_gap("BAME", NONE, detectable_gap_pp=None)])
    assert said.endswith("That is not to say that they fared alike.")


def test_of_nobody_tested_nothing_is_said() -> None:
    nothing = {"p_value": None, "p_adjusted": None}
    assert list(limit_sentences([], [_gap("BAME", nothing)])) == []
