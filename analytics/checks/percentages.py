"""Whether the percentages printed beside two counts are what these counts give."""

import polars as pl

from analytics.audit.numbers import PrintedNumber, printed_number
from analytics.audit.quotients import judged
from analytics.audit.severity import Severity
from analytics.checks.checked import Checked, finding_rows

PERCENTAGES = "percentages"
WRONG = (Severity.last_digit, Severity.material)
# Beyond these, Polars' whole numbers do not hold a hundred times a count with its decimals.
MOST_DECIMALS, MOST_PEOPLE = 6, 10**9


def checked_percentages(printed: pl.DataFrame) -> Checked:
    """Return the printed percentages that are off by a digit or more.

    Left out of what is looked at is what cannot be compared: text that is no number, and figures
    without both counts.

    Args:
        printed: ``campaign label stage outcome characteristic category printed numerator
            denominator place``.

    Returns:
        Advice, with ``recomputed``, the percentage to two decimals, and ``severity``.
    """
    numbers = {text: printed_number(text) for text in printed["printed"].unique()}
    comparable = printed.filter(
        pl.col("printed").is_in([text for text, number in numbers.items() if number]),
        pl.col("numerator").is_not_null(),
        pl.col("denominator") > 0,
    )
    doubtful = comparable.filter(~_fits(numbers))
    judgements = [
        _judged(numbers[text], counts)
        for text, *counts in doubtful.select("printed", "numerator", "denominator").iter_rows()
    ]
    recomputed, severities = zip(*judgements, strict=True) if judgements else ((), ())
    beside = doubtful.with_columns(
        recomputed=pl.Series(recomputed, dtype=pl.String),
        severity=pl.Series(severities, dtype=pl.String),
    )
    wrong = beside.filter(pl.col("severity").is_in([each.value for each in WRONG]))
    found = finding_rows(wrong, PERCENTAGES, contradiction=False, rule=pl.col("severity"))
    return Checked(found, {PERCENTAGES: comparable.height})


def _judged(number: PrintedNumber | None, counts: list[int]) -> tuple[str, str]:
    if number is None:
        raise AssertionError("what is no number was left out")
    recomputed, severity = judged(number, *counts)
    return recomputed, severity.value


def _fits(numbers: dict[str, PrintedNumber | None]) -> pl.Expr:
    """Return which percentages are the quotient as it is rounded or cut off, in whole numbers.

    The same as ``severity.fits`` says, for a whole column: most percentages are right, and what is
    left is judged one by one.
    """
    small = {
        text: number
        for text, number in numbers.items()
        if number and number.decimals <= MOST_DECIMALS and 0 <= number.units <= MOST_PEOPLE
    }
    scales = {text: 10**number.decimals for text, number in small.items()}
    units = {text: number.units for text, number in small.items()}
    text, total = pl.col("printed"), pl.col("denominator")
    scaled = 100 * pl.col("numerator") * _read(text, scales)
    printed = _read(text, units)
    fits = (printed == scaled // total) | (printed == (2 * scaled + total) // (2 * total))
    small_counts = pl.max_horizontal("numerator", "denominator") <= MOST_PEOPLE
    return fits.fill_null(value=False) & small_counts


def _read(text: pl.Expr, numbers: dict[str, int]) -> pl.Expr:
    return text.replace_strict(numbers, default=None, return_dtype=pl.Int64)
