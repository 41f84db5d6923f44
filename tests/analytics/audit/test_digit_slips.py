import pytest

from analytics.audit.digit_slips import digit_slips
from analytics.audit.numbers import printed_number
from tests.analytics.audit.printed_tables import BAME, NO_ETHNICITY, WOMEN, row


def _names(printed: str, *, of: tuple[int, int] = (140, 581), usual: str = "2.41%") -> list[str]:
    """The slips that give what is printed in place of 24.10 %, the most plausible first."""
    count, total = of
    shares = {BAME: printed, NO_ETHNICITY: usual, WOMEN: usual}
    slipped = row("applied", total, {BAME: count}, shares)
    number = printed_number(printed)
    assert number is not None
    found = sorted(digit_slips(number, slipped, BAME), key=lambda pair: pair[0].cost)
    return ["".join(each.labels) for each, given in found if number.value in given]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("24.11%", "one too high"),
        ("24.09%", "one too low"),
        ("22.10%", "changed"),
        ("42.10%", "exchanged"),
        ("24.01%", "exchanged"),
        ("4.10%", "dropped"),
        ("124.10%", "added"),
        ("24.170%", "added"),
    ],
)
def test_the_slip_is_named(printed: str, name: str) -> None:
    assert _names(printed)[0] == name


def test_rounding_twice_comes_before_other_slips() -> None:
    assert _names("13.40%", of=(38, 284))[0] == "rounded twice"
    assert _names("1.70%", of=(3, 177))[:2] == ["rounded twice", "one too high"]


def test_one_decimal_in_a_row_of_two_may_have_lost_a_digit_or_be_one_off() -> None:
    assert _names("18.7%", of=(76, 409))[0] == "one too high"
    assert _names("18.8%", of=(76, 409))[0] == "dropped"


def test_in_a_row_of_one_decimal_none_was_dropped() -> None:
    assert _names("22.1%", usual="2.4%")[0] == "changed"


def test_another_figure_is_no_slip() -> None:
    assert _names("37.55%") == []


def test_without_counts_nothing_is_known_to_be_right() -> None:
    number = printed_number("5%")
    assert number is not None
    assert list(digit_slips(number, row("none", None, {BAME: 1}, {BAME: "5%"}), BAME)) == []
