import pytest

from recruitment.cli.values import assigned, headcount, mean_headcount, proportion
from recruitment.errors import UsageError


@pytest.mark.parametrize(
    ("text", "share"),
    [("0", 0.0), (".25", 0.25), ("25%", 0.25), (" 12.5 % ", 0.125), ("100%", 1.0)],
)
def test_a_share_is_written_as_a_fraction_or_per_cent(text: str, share: float) -> None:
    assert proportion(text, f"--target {text}") == share


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("25", "a share is between 0 and 1, or 0% and 100%; for 25 per cent write 25%"),
        ("101%", "a share is between 0 and 1, or 0% and 100%"),
        ("-1%", "a share is between 0 and 1, or 0% and 100%"),
        ("many", "not a number; write a share such as .25 or 25%"),
        ("nan", "not a number; write a share such as .25 or 25%"),
        ("inf", "not a number; write a share such as .25 or 25%"),
    ],
)
def test_what_is_no_share_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UsageError) as refused:
        proportion(text, f"--target {text}")
    assert str(refused.value) == f"--target {text}: {reason}"


def test_pairs_may_be_repeated_or_listed() -> None:
    texts = ["city=.32, county=.64", "rutland=.04"]
    assert assigned(texts, "--weights") == {"city": ".32", "county": ".64", "rutland": ".04"}


def test_a_bare_value_has_no_name() -> None:
    assert assigned(["2271"], "--headcount") == {"": "2271"}


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (["city="], "--weights city=: write NAME=VALUE"),
        (["=.5"], "--weights =.5: write NAME=VALUE"),
        ([""], "--weights (empty): write NAME=VALUE"),
        (["city=.5", "City=.5"], "--weights gives City twice; once is enough"),
        ([".5", ".5"], "--weights gives a value twice; once is enough"),
    ],
)
def test_pairs_that_are_none_are_refused(texts: list[str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        assigned(texts, "--weights")
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("text", "people"), [("2271", 2271), ("2,271", 2271), ("9,999,999", 9_999_999)]
)
def test_a_headcount_may_group_its_digits(text: str, people: int) -> None:
    assert headcount(assigned([text], "--headcount")[""], text) == people


@pytest.mark.parametrize("text", ["22,71", "2,2710", "0", "10,000,000", "9" * 30])
def test_what_is_no_headcount_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        headcount(text, f"--headcount {text}")
    assert str(refused.value) == (
        f"--headcount {text}: a headcount is a whole number above 0, at most 9,999,999"
    )


def test_a_mean_headcount_may_have_decimals_and_has_a_ceiling() -> None:
    assert mean_headcount("2,160.5", "") == 2160.5
    with pytest.raises(UsageError) as refused:
        mean_headcount("1e9", "--headcount 1e9")
    assert str(refused.value) == (
        "--headcount 1e9: a mean headcount is a number above 0, at most 9,999,999, such as 180"
    )


def test_a_comma_parts_pairs_beside_one_that_groups_digits() -> None:
    texts = ["PCSO=188,Police officer=2,271,Volunteer=1,250"]
    assert assigned(texts, "--headcount") == {
        "PCSO": "188",
        "Police officer": "2,271",
        "Volunteer": "1,250",
    }
