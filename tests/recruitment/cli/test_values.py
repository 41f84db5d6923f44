import pytest

from recruitment.cli.values import assigned, proportion
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
