"""Which groups of applicants are off their share of the community, in one sentence each way."""

from typing import Any

from reports.report.words.shares import apart_sentences
from tests.reports.report.verdicts import ALONE, EVIDENCE


def _share(
    group: str, campaign: str, gap: float, verdict: dict[str, Any], reading: str = ""
) -> Any:
    return {
        "characteristic": "sex",
        "group": group,
        "campaign": campaign,
        "gap_pp": gap,
        "detectable_gap_pp": 5.0,
        "reading": reading,
        **verdict,
    }


def test_smaller_and_larger_shares_are_told_apart() -> None:
    rows = [
        _share("Female", "A", -3.0, EVIDENCE),
        _share("Female", "B", -4.0, EVIDENCE),
        _share("Male", "A", 3.0, EVIDENCE),
        _share("BAME", "A", -9.0, ALONE),
    ]
    lead = "There is evidence that these were a {} share of applicants than of the community: {}."
    assert list(apart_sentences(rows)) == [
        lead.format("smaller", "women (A and B)"),
        lead.format("larger", "men (A)"),
    ]


def test_evidence_that_hangs_on_blanks_says_so() -> None:
    rows = [_share("Female", "A", -3.0, EVIDENCE, "not evidence with Not stated left out.")]
    (said,) = apart_sentences(rows)
    assert said.endswith("women (A, depending on how Not stated is counted).")


def test_without_evidence_nothing_is_said() -> None:
    assert list(apart_sentences([_share("Female", "A", -3.0, ALONE)])) == []
