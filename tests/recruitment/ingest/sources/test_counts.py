import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.sources.counts import LARGEST, whole_count
from recruitment.ingest.sources.understood import NotUnderstood, Understood

SUPPRESSED = "is suppressed; counts are needed"
NO_FIGURE = "says that there is no figure; a count is needed, 0 for nobody"
DIGITS = "write the digits alone"


def why(text: str) -> str:
    found = whole_count(text)
    assert isinstance(found, NotUnderstood)
    return found.why


@given(st.integers(0, LARGEST))
def test_a_whole_number_is_read_as_it_is(number: int) -> None:
    assert whole_count(f" {number}\u00a0") == Understood(number)


@given(st.integers(1_000, LARGEST))
def test_commas_between_thousands_are_read_and_noted(number: int) -> None:
    found = whole_count(f"{number:,}")
    assert found == Understood(number, f"“{number:,}” was read as {number}")


@pytest.mark.parametrize("text", ["546.0", "546.00"])
def test_a_whole_number_that_was_written_as_a_decimal_is_whole(text: str) -> None:
    assert whole_count(text) == Understood(546)


@pytest.mark.parametrize(
    "text",
    [
        "<5",
        "< 5",
        "≤5",
        "*",
        "**",
        "[c]",
        "[C]",
        "[low]",
        "c",
        "~",
        "fewer than 5",
        "under 10",
        "5 or fewer",
        "up to 5",
        "suppressed",
        "[u]",
    ],
)
def test_a_suppressed_count_is_never_a_number(text: str) -> None:
    assert why(text) == SUPPRESSED


@pytest.mark.parametrize(
    "text",
    [
        "n/a",
        "N/A",
        "na",
        "-",
        "\u2013",
        "\u2014",
        "..",
        "[x]",
        "[z]",
        "None",
        "nil",
        "null",
        "NaN",
        "?",
        "TBC",
        "not known",
        ":",
    ],
)
def test_a_figure_that_is_not_there_is_never_nought(text: str) -> None:
    assert why(text) == NO_FIGURE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no count; write 0 for nobody"),
        ("45%", "is a percentage, not a count"),
        ("45 per cent", "is a percentage, not a count"),
        ("2.5", "is not whole; people are counted whole"),
        (".5", "is not whole; people are counted whole"),
        ("1.234", f"may be a fraction or thousands; {DIGITS}"),
        ("546.000", f"may be a fraction or thousands; {DIGITS}"),
        ("1.234.567", f"may be a fraction or thousands; {DIGITS}"),
        ("-1", "is negative; a count of people is not"),
        ("\u22122", "is negative; a count of people is not"),
        ("-0.5", "is negative; a count of people is not"),
        ("(5)", f"is in brackets, which may mean less than nothing; {DIGITS}"),
        ("+5", f"has a sign; {DIGITS}"),
        ("1e400", "is written in powers of ten; write all its digits"),
        ("1E5", "is written in powers of ten; write all its digits"),
        ("1 234", f"is parted by spaces or marks; {DIGITS}"),
        ("1\u202f234", f"is parted by spaces or marks; {DIGITS}"),
        ("1\u2019234", f"is parted by spaces or marks; {DIGITS}"),
        ("1,5", f"has commas or points that part no thousands; {DIGITS}"),
        ("12,34", f"has commas or points that part no thousands; {DIGITS}"),
        ("1,234,5", f"has commas or points that part no thousands; {DIGITS}"),
        ("007", "begins with 0, as a code does and a count does not"),
        ("12*", f"carries a mark; {DIGITS}"),
        ("12²", f"carries a mark; {DIGITS}"),
        ("12 [r]", f"carries a mark; {DIGITS}"),
        (">10", "is no exact count; write the number"),
        ("10+", "is no exact count; write the number"),
        ("c. 50", "is no exact count; write the number"),
        ("5-9", "is two numbers; write one"),
        ("5\u20139", "is two numbers; write one"),
        ("3/4", "is two numbers; write one"),
        ("03/04/2025", "is a date, not a count"),
        ("2025-03-04", "is a date, not a count"),
        ("£5", "is an amount of money, not a count"),
        ("TRUE", "is an answer, not a count"),
        ("\u0665", "is not written in the digits 0 to 9"),
        ("\uff15\uff14\uff16", "is not written in the digits 0 to 9"),
        ("1000000000000001", "is larger than any count of people"),
        ("9" * 70, "is longer than 60 characters"),
        ("five", "is no whole number"),
        ("5 people", "is no whole number"),
        ("1\u202e2", "is no whole number"),
    ],
)
def test_what_is_no_count_says_why(text: str, said: str) -> None:
    assert why(text) == said


def test_the_reason_quotes_the_text_and_the_masked_one_does_not() -> None:
    found = whole_count("45%")
    assert isinstance(found, NotUnderstood)
    assert found.reason == "“45%” is a percentage, not a count"
    assert found.masked_reason == "text of 3 characters is a percentage, not a count"


def test_a_reason_shows_a_long_text_short_and_what_cannot_be_seen() -> None:
    found = whole_count("\u202e" + "five " * 20)
    assert isinstance(found, NotUnderstood)
    assert found.reason.startswith("“[U+202E]five five")
    assert len(found.reason) < 100


@given(st.text(alphabet="0123456789,. -+%<*[]()eEc\u2212\u00a0/x", max_size=12))
def test_no_text_is_read_as_a_number_that_it_does_not_spell(text: str) -> None:
    found = whole_count(text)
    if isinstance(found, Understood):
        assert float(text.replace(",", "").strip()) == found.value
        assert not set(text) & set("-+%<*[]()eEcx/\u2212")
