import pytest

from analytics.audit.changes import audited_change, audited_growth, flips_sign
from analytics.audit.finding import Finding, Unchecked
from analytics.audit.printed import PrintedGrowth, PrintedSeries, PrintedTable
from analytics.audit.severity import Severity
from tests.analytics.audit.printed_tables import BAME, row, series, table

# PCDA: 34 of 170 applied, 11 of 56 passed the interview.
A = row("applied", 170, {BAME: 34}, is_about=("A", "entered", None))
B = row("passed", 56, {BAME: 11}, is_about=("B", "entered", None))
TABLE = table(A, B)
Told = tuple[str | None, Severity]


def _told(printed: PrintedSeries, of: PrintedTable | None = TABLE) -> list[Told]:
    found = [each for each in audited_change(of, printed) if isinstance(each, Finding)]
    return [(each.recomputed, each.severity) for each in found]


def test_a_right_change_is_right_twice() -> None:
    assert _told(series("20.00%", "19.64%", change="-0.36%")) == [
        ("-0.36", Severity.agrees),
        ("-0.36", Severity.agrees),
    ]


def test_a_change_may_be_of_the_ends_printed_and_not_of_the_counts() -> None:
    printed = series("18.66%", "20.51%", change="+1.85%")
    assert _told(printed) == [("+1.85", Severity.agrees), ("-0.36", Severity.material)]
    assert [
        each.detail for each in audited_change(TABLE, printed) if isinstance(each, Finding)
    ] == [
        "20.51% less 18.66%",
        "like for like, 11 of 56 less 34 of 170",
    ]


def test_a_change_may_be_of_neither() -> None:
    printed = series("20.00%", "19.64%", change="+0.36%")
    assert _told(printed) == [("-0.36", Severity.material), ("-0.36", Severity.material)]


def test_a_change_rounded_once_may_be_a_digit_off_ends_rounded_each_by_itself() -> None:
    # 152 of 517 is 29.4004, 75 of 209 is 35.8852: 6.4848, though the printed ends are 6.49 apart.
    le19a = table(
        row("applied", 517, {BAME: 152}, is_about=("A", "entered", None)),
        row("booked", 209, {BAME: 75}, is_about=("B", "entered", None)),
    )
    once = series("29.40%", "35.89%", change="+6.48%")
    assert _told(once, le19a) == [("+6.49", Severity.agrees), ("+6.48", Severity.agrees)]
    twice = series("29.40%", "35.89%", change="+6.49%")
    assert _told(twice, le19a) == [("+6.49", Severity.agrees), ("+6.48", Severity.last_digit)]


def test_the_last_value_that_is_a_number_is_the_end() -> None:
    printed = series("20.00%", "19.64%", "Data not yet available", change="-0.36%")
    assert [severity for _, severity in _told(printed)] == [Severity.agrees] * 2


def test_without_counts_only_the_arithmetic_is_looked_at() -> None:
    printed = series("20.00%", "19.64%", change="-0.36%")
    assert _told(printed, None) == [("-0.36", Severity.agrees)]
    assert _told(printed, table(A)) == [("-0.36", Severity.agrees)]


def test_no_change_is_printed_as_nought() -> None:
    assert _told(series("20.00%", "20.00%", change="+0.00%"), None) == [("0.00", Severity.agrees)]


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        (series("20%", "19%", change="Not available%"), "not a number"),
        (series("20%", "n/a", change="-1%"), "no two ends are printed"),
    ],
)
def test_a_change_that_cannot_be_checked_says_why(printed: PrintedSeries, why: str) -> None:
    [found] = audited_change(TABLE, printed)
    assert isinstance(found, Unchecked)
    assert (found.why, found.place, found.cell) == (why, "under the list", BAME)


def test_a_list_without_a_change_has_none_to_check() -> None:
    assert list(audited_change(TABLE, series("20%", "19%"))) == []


@pytest.mark.parametrize(
    ("claimed", "found", "flips"),
    [
        ("+1.85%", "-0.36", True),
        ("-1%", "+1", True),
        ("+9.16%", "+9.09", False),
        ("+1%", "0.00", False),
        ("n/a", "+1", False),
        ("+1%", None, False),
    ],
)
def test_a_gain_that_is_a_loss_flips_its_sign(
    claimed: str, found: str | None, *, flips: bool
) -> None:
    assert flips_sign(claimed, found) is flips


def _growth(printed: str, before: int | None, after: int) -> PrintedGrowth:
    return PrintedGrowth("a report", "a table", "Officers", printed, before, after)


@pytest.mark.parametrize(
    ("printed", "before", "after", "recomputed", "severity"),
    [
        ("+18%", 1932, 2271, "+17.55%", Severity.precision),
        ("+17.55%", 1932, 2271, "+17.55%", Severity.agrees),
        ("-10%", 100, 90, "-10.00%", Severity.agrees),
        ("+19%", 1932, 2271, "+17.55%", Severity.material),
    ],
)
def test_a_relative_change_is_of_the_earlier_figure(
    printed: str, before: int, after: int, recomputed: str, severity: Severity
) -> None:
    found = audited_growth(_growth(printed, before, after))
    assert isinstance(found, Finding)
    assert (found.recomputed, found.severity) == (recomputed, severity)


@pytest.mark.parametrize(
    ("printed", "why"),
    [("30%", "the earlier figure is not printed"), ("fifty percent", "not a number")],
)
def test_growth_that_cannot_be_checked_says_why(printed: str, why: str) -> None:
    found = audited_growth(_growth(printed, None, 294))
    assert isinstance(found, Unchecked)
    assert found.why == why
