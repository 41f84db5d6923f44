"""Figures of a report as numbers, with a pattern under which Excel shows just the same."""

import re
from dataclasses import dataclass

FIGURE = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.(?P<part>[0-9]+))?"
)
# Beyond these Excel no longer knows one whole number from the next.
MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Number:
    """A number, and how it is shown.

    Attributes:
        text: As the report shows it.
        value: What is counted with.
        pattern: How Excel comes to show the same.
    """

    text: str
    value: float
    pattern: str


def number(text: str) -> Number | None:
    """Return the number that ``text`` shows, or None where Excel could not show it the same.

    >>> number("1,234")
    Number(text='1,234', value=1234.0, pattern='#,##0')
    >>> number("+9.09")
    Number(text='+9.09', value=9.09, pattern='+0.00;-0.00;+0.00')
    >>> number("[x]"), number("<0.0001"), number("-0.00"), number("007")
    (None, None, None, None)
    """
    found = FIGURE.fullmatch(text)
    if not found or sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    value = float(text.replace(",", ""))
    if value == 0 and found["sign"] == "-":
        return None
    pattern = "#,##0" if "," in text else "0"
    if found["part"]:
        pattern += "." + "0" * len(found["part"])
    signed = f"+{pattern};-{pattern};+{pattern}"
    return Number(text, value, signed if found["sign"] == "+" else pattern)
