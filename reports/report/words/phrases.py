"""Parts that sentences of every kind share."""

from collections.abc import Mapping
from typing import Any

from reports.cells import known, signed
from reports.wording import counted, share

Row = Mapping[str, Any]
# How sentences begin that do not begin with a name.
STARTS = (
    "There ",
    "Whether ",
    "The ",
    "More ",
    "Fewer ",
    "As ",
    "No ",
    "Everybody",
    "Women",
    "Men",
)
# As the studies run for a report.
INTERVAL = "95% confidence interval"
# Why a table can have an interval without 0 in it beside no evidence.
BY_ITSELF = (
    "Each interval is of one comparison by itself, so it may leave out 0 where the adjusted p, "
    "which allows for all, gives no evidence."
)


def size(row: Row, name: str) -> str:
    """Return a difference with its interval, where it has one.

    >>> size({"gap_pp": 9.09, "gap_low_pp": 3.18, "gap_high_pp": 15.22}, "gap")
    '+9.09 percentage points (95% confidence interval +3.18 to +15.22)'
    """
    low, high = row[f"{name}_low_pp"], row[f"{name}_high_pp"]
    points = f"{signed(row[f'{name}_pp'])} percentage points"
    if not (known(low) and known(high)):
        return points
    return f"{points} ({INTERVAL} {signed(low)} to {signed(high)})"


def of(people: int, everybody: int) -> str:
    """Return a share with its counts, or the counts alone where they make none.

    >>> of(150, 183), of(0, 0), of(140, 137)
    ('81.97% (150 of 183)', '0 of 0', '140 of 137')
    """
    if 0 <= people <= everybody and everybody:
        return share(people, everybody)
    return f"{people:,} of {everybody:,}"


def led(by: str, sentence: str) -> str:
    """Return ``sentence`` after the words that say what it is about.

    >>> led("LE19", "There is evidence."), led("LE19", "BAME people stayed.")
    ('LE19: there is evidence.', 'LE19: BAME people stayed.')
    """
    if sentence.startswith(STARTS):
        return f"{by}: {sentence[0].lower()}{sentence[1:]}"
    return f"{by}: {sentence}"


def unseen(what: str, points: float) -> str:
    """Return which sizes could not have been told from chance.

    >>> unseen("gap", 12.25)
    'A gap under 12.3 percentage points could not have been seen reliably.'
    """
    return f"A {what} under {_bare(points)} percentage points could not have been seen reliably."


def alone(comparisons: int) -> str:
    """Return why one comparison that would be evidence by itself is not settled.

    >>> alone(60)
    'It would be evidence if it were the only comparison; as one of 60 comparisons it is not.'
    """
    return (
        "It would be evidence if it were the only comparison; as one of "
        f"{counted(comparisons, 'comparison')} it is not."
    )


def _bare(points: float) -> str:
    return signed(abs(points), 1).lstrip("+")
