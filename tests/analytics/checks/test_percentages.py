import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.audit.numbers import printed_number
from analytics.audit.quotients import judged
from analytics.checks.percentages import WRONG, checked_percentages
from tests.analytics.checks.known import PERCENTAGES


def _printed(text: str, numerator: int | None, denominator: int | None) -> pl.DataFrame:
    row = {"campaign": "C1", "printed": text, "numerator": numerator, "denominator": denominator}
    return pl.DataFrame([row], PERCENTAGES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("6.59%", []),
        ("6.6%", []),
        ("6.5 %", []),
        ("6.58%", [("6.59%", "last digit", False)]),
        ("6.23%", [("6.59%", "material", False)]),
        ("-6.59%", [("6.59%", "material", False)]),
        ("1234567890123456789012%", [("6.59%", "material", False)]),
    ],
)
def test_what_is_off_by_a_digit_or_more_is_advice(
    text: str, found: list[tuple[str, str, bool]]
) -> None:
    findings = checked_percentages(_printed(text, 36, 546)).findings
    assert findings.select("recomputed", "severity", "contradiction").rows() == found


@pytest.mark.parametrize("unknown", [("n/a", 1, 2), ("5%", None, 2), ("5%", 1, None), ("5%", 1, 0)])
def test_what_cannot_be_compared_is_not_looked_at(
    unknown: tuple[str, int | None, int | None],
) -> None:
    checked = checked_percentages(_printed(*unknown))
    assert (checked.findings.height, checked.looked_at) == (0, {"percentages": 0})


@given(
    st.decimals(0, 110, places=2) | st.decimals(0, 110, places=1) | st.integers(0, 110),
    st.integers(0, 60) | st.integers(10**8, 10**17),
    st.integers(1, 60) | st.integers(10**8, 10**17),
)
def test_a_whole_column_is_judged_as_one_by_one(text: object, part: int, whole: int) -> None:
    number = printed_number(f"{text}%")
    assert number is not None
    _, severity = judged(number, part, whole)
    found = checked_percentages(_printed(f"{text}%", part, whole)).findings
    assert found["severity"].to_list() == ([severity.value] if severity in WRONG else [])
