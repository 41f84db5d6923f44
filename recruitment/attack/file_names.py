"""Whether the name of a file tells anything."""

import re
from pathlib import PurePath

from recruitment.attack.numbers import names, plain, spelt_out
from recruitment.attack.schema import OF_OUTCOMES, Schema, groups

# A date, a month, a year, or a span of years.
DATED = re.compile(
    r"(?<!\d)(19|20)\d\d([-_.]?(0[1-9]|1[0-2])([-_.]?([0-2]\d|3[01]))?|[-_.]\d\d)?(?!\d)"
)
# The number of a version, or of a copy as programs name them.
COPY = re.compile(r"(?<=[a-z])\d+(?![a-z\d])|(?<=\()\d(?=\)$)")
BETWEEN = re.compile(r"[-_.]")


def name_is_explained(name: str, schema: Schema) -> bool:
    """Return whether no number in the name of a file could be a count.

    Beside the name of a group or stage, a number is none of a version or copy.
    """
    told = plain(PurePath(name).stem).casefold()
    for label in (*schema.labels, *(each.replace(" ", "-") for each in schema.labels)):
        told = re.sub(rf"(?<![a-z\d]){re.escape(label)}(?![a-z\d])", " ", told)
    rest = DATED.sub(" ", told)
    if not _names_somebody(BETWEEN.sub(" ", rest), schema):
        rest = COPY.sub(" ", rest)
    return not spelt_out(BETWEEN.sub(" ", rest)) and not any(map(str.isnumeric, rest))


def _names_somebody(told: str, schema: Schema) -> bool:
    """Return whether a name has that of a group, a stage or an outcome in it."""
    from reports.wording import people

    letters = re.sub(r"\d+", " ", told)
    labels = {
        label
        for part in schema.parts
        for label in (
            *part.stages,
            *(text for group in groups(part) for text in (group[1], people(group[1]))),
        )
    }
    return any(names(letters, plain(each).casefold()) for each in (*labels, *OF_OUTCOMES))
