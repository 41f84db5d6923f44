import pytest

from tests.analytics.audit.wording.said import found_by

POINTS = "percentage points"
RATIO = "percent sign on a ratio"
UNIT = "change without a unit"


@pytest.mark.parametrize(
    ("printed", "words", "suggestion"),
    [
        (
            "There is a **+1.69**% percentage change so far.",
            "a +1.69% percentage change",
            "There is a change of +1.69 percentage points so far.",
        ),
        (
            "The percentage change in representation was from 19.41% to 15.98%.",
            "percentage change",
            "The percentage-point change in representation was from 19.41% to 15.98%.",
        ),
        (
            "Representation of women showed a 3% change.",
            "a 3% change",
            "Representation of women showed a change of 3 percentage points.",
        ),
        (
            "Representation rose from 19% to 22%, an increase of 3%.",
            "3%",
            "Representation rose from 19% to 22%, an increase of 3 percentage points.",
        ),
        (
            "With 22.5% against 19.1% there is a 3.4% difference.",
            "3.4%",
            "With 22.5% against 19.1% there is a 3.4 percentage points difference.",
        ),
    ],
)
def test_a_difference_of_percentages_is_in_percentage_points(
    printed: str, words: str, suggestion: str
) -> None:
    assert found_by(POINTS, printed) == [(words, suggestion, "material")]


def test_a_percent_sign_before_percentage_point_is_one_unit_too_many() -> None:
    found = found_by(POINTS, "There is a +1.85% percentage point change so far.")
    mended = "There is a change of +1.85 percentage points so far."
    assert found == [("a +1.85% percentage point change", mended, "precision")]


@pytest.mark.parametrize(
    "printed",
    [
        "There was an 18% percentage change in headcount from 1,919 to 2,271.",
        "Representation rose by 3.4 percentage points, from 19.1% to 22.5%.",
        "The number of applications showed a 4% change.",
        "The share rose from 20% to 22%, a relative increase of 10%.",
        "Of women 40% passed, of men 30%, and 10% of all were women.",
        "The difference is in percentage points, never “percentage change”.",
        "It is not a percentage change of 4% to 5%.",
    ],
)
def test_a_relative_change_is_no_matter_of_points(printed: str) -> None:
    assert found_by(POINTS, printed) == []


@pytest.mark.parametrize(
    ("printed", "words", "suggestion"),
    [
        (
            "The joiner-leaver ratio of women was 1.53%.",
            "ratio of women was 1.53%",
            "The joiner-leaver ratio of women was 1.53.",
        ),
        (
            "Women had a success ratio of 85% to men.",
            "ratio of 85%",
            "Women had a success ratio of 0.85 to men.",
        ),
        (
            "Women were 148% times as likely to pass.",
            "148% times as",
            "Women were 1.48 times as likely to pass.",
        ),
    ],
)
def test_a_ratio_has_no_percent_sign(printed: str, words: str, suggestion: str) -> None:
    assert found_by(RATIO, printed) == [(words, suggestion, "material")]


@pytest.mark.parametrize(
    "printed",
    [
        "The success ratio of women was 1.48, and 40% of them passed.",
        "An impact ratio of 80% is the four-fifths rule.",
        "A pass rate of 85% was reached.",
    ],
)
def test_a_rate_may_have_one(printed: str) -> None:
    assert found_by(RATIO, printed) == []


def test_a_bare_change_beside_others_in_per_cent_lacks_its_unit() -> None:
    found = found_by(UNIT, "PCSO 249 188 (-24%)", "Staff 1,499 1,623 (+8)")
    assert found == [("(+8)", "Staff 1,499 1,623 (+8%)", "material")]


def test_a_change_of_so_much_lacks_its_unit() -> None:
    [(words, suggestion, severity)] = found_by(UNIT, "There was a change of -3.43.")
    assert (words, severity) == ("change of -3.43", "material")
    assert suggestion.startswith("There was a change of -3.43 percentage points [or")


@pytest.mark.parametrize(
    "printed",
    [
        "Officers 1,919 2,271 (+18%)",
        "Staff numbers changed (+8) on the year.",
        "There was a change of -3.43 percentage points.",
        "An increase of 8 officers was seen.",
    ],
)
def test_a_change_with_a_unit_or_a_heading_for_it_is_left_alone(printed: str) -> None:
    assert found_by(UNIT, printed) == []
