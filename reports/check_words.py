"""What a check of counts found, each finding as one plain sentence with its arithmetic."""

from collections.abc import Callable, Mapping
from typing import Any

from reports.charts.labels import day
from reports.wording import in_words, listed, people, people_of

Row = Mapping[str, Any]
EVERYBODY = "all"
PRINTED = "printed"
NOT_STATED = "Not stated"
# What became of them: one, and several.
BECAME = {
    "entered": ("entered", "entered"),
    "passed": ("passed", "passed"),
    "failed": ("failed", "failed"),
    "pending": ("is waiting", "are waiting"),
    "withdrawn": ("withdrew", "withdrew"),
}


def sentence(row: Row) -> str:
    """Return one finding, a row in the columns of ``analytics.checks.checked.FINDING``.

    Without a full stop, because it stands in tables and lists as well.
    """
    return _WORDS[row["check"]](row)


def _flow(row: Row) -> str:
    return (
        f"{row['stage']}: {_people(row, row['entered'])} entered, but {row['recorded']:,} entered "
        f"{row['next_stage']}"
    )


def _outcomes(row: Row) -> str:
    stage, entered = row["stage"], row["entered"]
    if row["rule"] == "passed":
        passed = _people(row, row["passed"])
        return f"{stage}: {passed} passed, but {row['entered_next']:,} entered {row['next_stage']}"
    left = {name: row[name] for name in ("failed", "pending", "withdrawn") if row[name]}
    if not left and row["failed"] is None:
        return f"{stage}: {_people(row, entered)} entered, but {_went_on(row)}"
    if row["passed"] is None or row["expected"] < 0:
        parts = {"passed": row["passed"]} if row["passed"] else {}
        made = sum([*parts.values(), *left.values()])
        became = _became(parts | left)
        return f"{stage}: of {_people(row, entered)} {became}, which makes {made:,}"
    became = _became(left or {"failed": 0})
    return (
        f"{stage}: of {_people(row, entered)} {became}, which leaves {row['expected']:,}, but "
        f"{_went_on(row)}"
    )


def _went_on(row: Row) -> str:
    """Return who passed, by the name of the stage that they entered where it is the same people."""
    passed, entered = row["passed"], row["entered_next"]
    if passed == entered:
        return f"{passed:,} entered {row['next_stage']}"
    also = "" if entered is None else f" and {entered:,} entered {row['next_stage']}"
    return f"{passed:,} passed{also}"


def _became(counts: Mapping[str, int]) -> str:
    return listed([f"{count:,} {BECAME[name][count != 1]}" for name, count in counts.items()])


def _totals(row: Row) -> str:
    recorded, expected = row["recorded"], row["expected"]
    stage, became = row["stage"], BECAME[row["outcome"]][recorded != 1]
    if row["rule"] == "printed total":
        return (
            f"{stage}: {recorded:,} is printed as the total of those who "
            f"{BECAME[row['outcome']][1]}, but "
            f"{by(row['against'])} it is {expected:,}"
        )
    bound = "at most " if row["rule"] == "at most" else ""
    other = (
        f"{expected:,} is printed as the total"
        if row["against"] == PRINTED
        else f"{by(row['against'])} it is {expected:,}"
    )
    who = _of_category(row)
    return f"{stage}: {by(row['characteristic'])} {bound}{recorded:,} {who} {became}, but {other}"


def _dates(row: Row) -> str:
    spelt = {name: day(str(row[name])) for name in ("opened", "closed", "as_at")}
    return {
        "opened after closed": "The campaign opened on {opened}, but closed on {closed}",
        "opened after as_at": "The campaign opened on {opened}, but its counts are as at {as_at}",
        "closed after as_at": (
            "The counts are as at {as_at}, before the campaign closed on {closed}, so they may "
            "still change"
        ),
    }[row["rule"]].format(**spelt)


def _submitted(row: Row) -> str:
    submitted, entered = f"{row['submitted']:,}", f"{row['recorded']:,}"
    if row["rule"] == "more":
        return f"{row['stage']}: {submitted} applications were submitted, but {entered} entered"
    return (
        f"{row['stage']}: {submitted} applications submitted less {row['withdrawn']:,} withdrawn "
        f"leave {row['expected']:,}, but {entered} entered"
    )


def _percentages(row: Row) -> str:
    about = [row["label"]]
    if row["category"] is not None:
        about.append(people_of(row["characteristic"], row["category"]))
    return (
        f"{', '.join(about)}: {row['printed']} is printed, but {row['numerator']:,} of "
        f"{row['denominator']:,} is {row['recomputed']} ({row['severity']})"
    )


def _duplicates(row: Row) -> str:
    files = {"same file": "both come from the same file", "other file": "they come from two files"}
    said = f"Every count at every stage is the same as in {row['against']}"
    if row["rule"] is None:
        return said
    equal = "equal" if row["rule"] == "same file" else "not equal"
    return f"{said}; {files[row['rule']]} (SHA-256 {equal})"


_WORDS: dict[str, Callable[[Row], str]] = {
    "flow": _flow,
    "outcomes": _outcomes,
    "totals": _totals,
    "dates": _dates,
    "submitted": _submitted,
    "percentages": _percentages,
    "duplicates": _duplicates,
}


def by(characteristic: str) -> str:
    """Return what people are counted by.

    >>> by("sexual_orientation"), by("ethnicity,sex"), by("all")
    ('by sexual orientation', 'by ethnicity and sex', 'in all')
    """
    if characteristic == EVERYBODY:
        return "in all"
    return f"by {listed([in_words(name) for name in characteristic.split(',')])}"


def _people(row: Row, number: int) -> str:
    """Return a number of people of the category that a finding is about."""
    return f"{number:,} {who(row['characteristic'], row['category'], number)}"


def _of_category(row: Row) -> str:
    """Return whom of a characteristic, or of the one that it refines, a total is of."""
    if row["category"] is None:
        return who(EVERYBODY, "All", row["recorded"])
    return who(row["against"], row["category"], row["recorded"])


def who(characteristic: str, category: str, number: int) -> str:
    """Return how some people of a category are called.

    >>> who("sex", "Female", 1), who("sexual_orientation", "Not stated", 48), who("all", "All", 9)
    ('woman', 'people with sexual orientation not stated', 'people')
    >>> who("ethnicity,sex", "BAME, Female", 9)
    'people in “BAME, Female”'
    """
    some = "person" if number == 1 else "people"
    if characteristic == EVERYBODY:
        return some
    if "," in category:
        return f"{some} in “{category}”"
    if category == NOT_STATED:
        return f"{some} with {listed(in_words(characteristic).split(','))} not stated"
    return people(category, number)
