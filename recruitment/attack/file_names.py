"""Whether the name of a file tells anything."""

import re
from pathlib import PurePath

from recruitment.attack.numbers import IN_WORDS, plain
from recruitment.attack.schema import Schema

# A date, a year, or a version.
HARMLESS = re.compile(
    r"(19|20)\d\d[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])|(19|20)\d\d[-_.](\d\d)(?!\d)|(19|20)\d\d|"
    r"(?<=[a-z])\d+(?![a-z\d])|(?<=\()\d(?=\))"
)
WORD = re.compile(r"[^\W\d_]+")


def name_is_explained(name: str, schema: Schema) -> bool:
    """Return whether no number in the name of a file could be a count."""
    told = plain(PurePath(name).stem).casefold()
    for label in (*schema.labels, *(each.replace(" ", "-") for each in schema.labels)):
        told = re.sub(rf"(?<![a-z\d]){re.escape(label)}(?![a-z\d])", " ", told)
    rest = HARMLESS.sub(" ", told)
    spelt = set(WORD.findall(rest)) & IN_WORDS
    return not spelt and not any(each.isdigit() for each in rest)
