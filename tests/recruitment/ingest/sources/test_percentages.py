from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.sources.percentages import printed_percentage
from recruitment.ingest.sources.understood import NotUnderstood, Understood


@given(st.decimals(0, 100, places=2))
def test_a_percentage_keeps_the_decimals_it_is_printed_with(value: Decimal) -> None:
    found = printed_percentage(f"{value:f}%")
    assert isinstance(found, Understood)
    assert f"{found.value:f}" == f"{value:f}"


@pytest.mark.parametrize(("text", "value"), [("19.41 %", "19.41"), ("19.4", "19.4"), ("0", "0")])
def test_the_sign_may_stand_apart_or_be_left_out(text: str, value: str) -> None:
    assert printed_percentage(text) == Understood(Decimal(value))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no percentage"),
        ("0.1941", "may be a fraction or a percentage; write the sign"),
        ("1", "may be a fraction or a percentage; write the sign"),
        ("100.01%", "is over 100%; a share of people is not"),
        ("-3%", "is negative; a share of people is not"),
        ("\u22123.43%", "is negative; a share of people is not"),
        ("+3%", "has a sign, as a change does and a share does not"),
        ("19,41%", "has a decimal comma; write a point"),
        ("3.4pp", "is in percentage points, which are a change"),
        ("<5%", "is no exact percentage"),
        ("12%*", "carries a mark; write the percentage alone"),
        ("[c]", "stands for a figure that is not given"),
        ("n/a", "stands for a figure that is not given"),
        ("-", "stands for a figure that is not given"),
        ("9" * 61, "is longer than 60 characters"),
        ("a fifth", "is no percentage"),
    ],
)
def test_what_is_no_percentage_says_why(text: str, said: str) -> None:
    found = printed_percentage(text)
    assert isinstance(found, NotUnderstood)
    assert found.why == said
