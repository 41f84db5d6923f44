"""What stands between the values of a file: named in its first line, by its suffix, or found."""

import re

from recruitment.errors import DataError
from recruitment.ingest.csv_text import found_delimiter

# As much text as tells the delimiter.
SAMPLE = 65_536
# What Excel writes and reads as a first line; some programs quote it.
NAMED = re.compile(r'"?sep=(.?)"?', re.IGNORECASE)
# What may part values: no letter, digit, quotation mark or space.
PARTS = re.compile(r'[^\w\s"]|\t')


def named_delimiter(name: str, text: str) -> str | None:
    """Return the delimiter that the first line of ``text`` names, None where it names none.

    Args:
        name: The name of the file.
        text: Its first lines.

    Raises:
        DataError: The line names something that cannot part values.
    """
    line = text[:SAMPLE].split("\n", 1)[0].rstrip("\r")
    found = NAMED.fullmatch(line)
    if found is None:
        return None
    if not PARTS.fullmatch(found[1]):
        raise DataError(
            f"{name}, line 1: sep= names no delimiter; write one character after it, such as sep=;"
        )
    return found[1]


def delimiter_of(suffix: str, text: str) -> str:
    """Return the delimiter of a file that names none: tabs for .tsv, or the one that fits best."""
    if suffix == ".tsv":
        return "\t"
    sample = text[:SAMPLE]
    whole = sample[: sample.rfind("\n") + 1] if len(text) > SAMPLE else sample
    return found_delimiter(whole or sample)
