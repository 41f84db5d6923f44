import pytest

from analytics.audit.wording.words import counts_in
from tests.analytics.audit.wording.said import found_by

SHARE = "share without counts"
AVERAGE = "average of shares"
SIGNIFICANT = "significant without a test"


@pytest.mark.parametrize(
    ("printed", "words", "suggestion"),
    [
        (
            "Currently 38% of the volunteers are from Leicester.",
            "38%",
            "Currently 38% [n of N] of the volunteers are from Leicester.",
        ),
        (
            "The proportion of BAME leavers (6.34%) is known since 2010.",
            "6.34%",
            "The proportion of BAME leavers (6.34%; n of N) is known since 2010.",
        ),
        (
            "Volunteers have expanded to 273, a growth of 14%.",
            "14%",
            "Volunteers have expanded to 273, a growth of 14% [from N to N].",
        ),
        (
            "Women are 32% of officers and 65% of staff.",
            "32% … 65%",
            "Women are 32% [n of N] of officers and 65% [n of N] of staff.",
        ),
    ],
)
def test_a_share_needs_both_its_counts(printed: str, words: str, suggestion: str) -> None:
    assert found_by(SHARE, printed) == [(words, suggestion, "precision")]


@pytest.mark.parametrize(
    "printed",
    [
        "81.97% of women passed (150 of 183).",
        "Of 183 women 150 passed, 81.97%.",
        "A 95% confidence interval was given for women.",
        "Representation of women changed by 3.4 percentage points.",
        "There is a -3.43% percentage change for women.",
        "It is estimated that 10% of the population identifies as LGBT.",
        "100% of officers were trained, and 0% of staff.",
        "Branch coverage stays above 95%.",
        "Intervals hold 95% of 10,000 simulated futures.",
    ],
)
def test_counts_and_figures_that_have_none_are_left_alone(printed: str) -> None:
    assert found_by(SHARE, printed) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("In 2019, 23 of 1,241 joined (9.54%).", [23, 1241]),
        ("From 8 June 2020, over 10 years, 3rd of the 18-19 year olds", []),
        ("See paragraph 11 and table 2 for the 5 officers", [5]),
        ("2,271 officers, 2000 joiners", [2271]),
    ],
)
def test_years_spans_ranks_and_references_are_no_counts(text: str, counts: list[int]) -> None:
    assert counts_in(text) == counts


def test_an_average_of_over_fifty_percent_is_of_nothing_named() -> None:
    printed = "It is a consistent average of over fifty percent of new recruits."
    [(words, suggestion, severity)] = found_by(AVERAGE, printed)
    assert (words, severity) == ("consistent average of over fifty percent", "precision")
    assert suggestion.startswith("It is a [n of N, year by year, ")


@pytest.mark.parametrize(
    "printed",
    [
        "An average of 48,000 hours a year was given.",
        "On average 12 of 40 recruits, an average of 30%, were women.",
    ],
)
def test_an_average_of_numbers_is_fine(printed: str) -> None:
    assert found_by(AVERAGE, printed) == []


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Women were significantly more successful.", "significantly more"),
        ("There were significant numbers of people interested.", "significant numbers"),
        ("We saw a statistically significant rise.", "statistically significant rise"),
    ],
)
def test_significant_needs_a_test(printed: str, words: str) -> None:
    [(found, suggestion, severity)] = found_by(SIGNIFICANT, printed)
    assert (found, severity) == (words, "precision")
    assert suggestion.endswith("[with the counts, the test and p, where it is significant].")


@pytest.mark.parametrize(
    "printed",
    [
        "There was a significant increase (p = 0.003).",
        "A significant operation affected the chart.",
        "There was no significant change in sickness.",
        "A significant trend: seven points beyond three standard deviations.",
    ],
)
def test_significant_with_a_test_or_of_something_else_is_fine(printed: str) -> None:
    assert found_by(SIGNIFICANT, printed) == []
