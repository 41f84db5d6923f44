from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.number_formats import shown
from recruitment.ingest.sources.counts import whole_count
from recruitment.ingest.sources.exact_numbers import exact, faithful
from recruitment.ingest.sources.understood import Understood

FORMATS = st.sampled_from(
    ["0", "#,##0", "0.0", "0.00", "#,##0,", ";;;", '"Blank "0', "0;(0)", '0;-0;"-"', "General"]
)


@given(st.floats(-1e6, 1e6), FORMATS)
def test_no_format_makes_another_count_of_a_number(value: float, code: str) -> None:
    found = whole_count(faithful(shown(value, code), value))
    if isinstance(found, Understood):
        assert f"{found.value}" == f"{value:.15g}".replace("-0", "0")


@given(st.integers(0, 10**15 - 1), FORMATS)
def test_a_whole_number_stays_that_number_under_every_format(value: int, code: str) -> None:
    text = faithful(shown(float(value), code), float(value))
    found = whole_count(text.removeprefix("Blank "))
    assert isinstance(found, Understood)
    assert found.value == value


def test_what_a_report_prints_stays_as_it_prints_it() -> None:
    assert faithful("19.41%", 0.194117) == "19.41%"
    assert faithful("19.41", 19.4117) == "19.41"
    assert faithful("Blank 36", 36.0) == "Blank 36"


def test_what_a_format_hides_is_shown() -> None:
    texts = [("3", 2.5), ("3.0", 3.04), ("", 7.0), ("(5)", -5.0), ("-", 0.0), ("1", 1234.0)]
    assert [faithful(*each) for each in texts] == ["2.5", "3.04", "7", "-5", "0", "1234"]


def test_the_noise_of_binary_numbers_is_no_fraction() -> None:
    assert exact(0.1 + 0.2) == "0.3"
    assert exact(546.0000000000001) == "546"
    assert exact(2.99999) == "2.99999"


def test_what_is_no_number_stays_none() -> None:
    assert [exact(each) for each in (float("inf"), float("nan"))] == ["inf", "nan"]
    assert faithful("5", float("inf")) == "inf"
