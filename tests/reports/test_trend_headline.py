from reports.trend_headline import trend_headline
from tests.reports.charted import CANS, findings, points, rows

SHIFTED = [10] * 7 + [24] * 5


def test_the_headline_counts_stable_series() -> None:
    calm = points([10, 11], 100)
    assert findings(calm).headline == (
        "Stable, no signal in the share of applicants: all points of 1 series lie within three "
        "standard deviations of the mean"
    )


def test_the_headline_names_signals_and_counts_the_rest() -> None:
    calm = points([10, 11], 100, group="BAME", characteristic="ethnicity")
    assert findings(points(CANS, 50), points(SHIFTED, 100, group="Male"), calm).headline == (
        "Signal in the share of applicants: women (P15 and P23 outside limits above); men (step "
        "shift below the mean, from P1 until P7); no signal in 1 other series"
    )


def test_a_headline_stays_short() -> None:
    many = [points([50, 10, 50, 10, 50, 10, 50, 10, 50, 10], 100, group=f"G{n}") for n in range(6)]
    text = trend_headline(rows(*many))
    assert "G0 people (P1, P3, P5, P7 and 1 more outside limits above; P2, P4, P6, P8" in text
    assert text.endswith("; and 2 more in the tables")
