import polars as pl

from reports import trend_notes
from tests.reports.charted import points, rows


def said(*series: pl.DataFrame, campaigns: bool = True) -> str:
    return " ".join(trend_notes.on_method(rows(*series), campaigns=campaigns))


def test_the_rules_name_their_source_and_their_lengths() -> None:
    text = said(points([1, 2], 10))
    assert "the four of the panel's paper of July 2020" in text
    assert "7 is that of NHS England's Making Data Count. A signal is a reason to look" in text


def test_few_points_of_campaigns_lead_to_compare() -> None:
    few = points([1, 2], 10)
    assert "recruit compare tests a trend over a few campaigns" in said(few)
    assert "recruit compare" not in said(few, campaigns=False)
    assert "With fewer than 7 points" not in said(points([1] * 8, 10))


def test_what_chance_alone_shows_is_said_for_as_many_points() -> None:
    assert said(points([10, 11] * 12, 100)).endswith(
        "If nothing had changed, chance alone would put a point outside the limits in about 5.2% "
        "of such series, make a step shift in at most 14.4% and a sustained trend in at most 0.6%; "
        "1 series is looked at here, without allowance for that."
    )


def test_a_chance_too_small_to_say_is_said_to_be_small() -> None:
    assert "outside the limits in under 0.1% of such series; 2 series are" in said(
        points([10, 11], 100), points([10, 11], 100, group="Male")
    )


def test_approximate_limits_are_named_up_to_a_few() -> None:
    few = points([1, 0, 2, 1, 0, 1, 1, 0], 10)
    [note] = trend_notes.on_limits(rows(few))
    assert note == (
        "Limits are approximate where fewer than 5 of the group, or of the others, are to be "
        "expected: Sex: Female at P1, Sex: Female at P2, Sex: Female at P3, Sex: Female at P4, "
        "Sex: Female at P5, Sex: Female at P6 and 2 more. There chance alone crosses them more "
        "often."
    )


def test_a_series_without_limits_is_named() -> None:
    [note] = trend_notes.on_limits(rows(points([0, 0], 10)))
    assert note == "Sex: Female: mean and limits are one line, as all points are alike."


def test_a_share_without_headcount_is_counted() -> None:
    printed = pl.DataFrame({"share_pct": [8.0, 9.0]})
    [one] = trend_notes.on_shares_without_headcount(printed.head(1))
    [two] = trend_notes.on_shares_without_headcount(printed)
    assert one == ("1 printed share is left out: limits take counts, and no headcount is given.")
    assert two.startswith("2 printed shares are left out")
    assert not list(trend_notes.on_shares_without_headcount(printed.clear()))
