"""Tables whose headings are missing, merged, doubled or misspelt."""

from tests.recruitment.imports.malformed.case import Case
from tests.recruitment.imports.malformed.tables import (
    COUNTS,
    MONITORING,
    WORKFORCE,
    csv_of,
)

HTML = "<script>alert(1)</script>"


def headed(number: int, heading: str) -> bytes:
    """Return the counts with another heading over one column."""
    return csv_of(COUNTS, {(1, number): heading})


def columned(number: int, heading: str) -> bytes:
    """Return the monitoring table with another heading over one column."""
    return csv_of(MONITORING, {(1, number): heading})


CASES = (
    Case("no headings", "counts.csv", csv_of(COUNTS[1:])),
    Case("headings and nothing else", "counts.csv", csv_of(COUNTS[:1])),
    Case("headings at the bottom", "counts.csv", csv_of([*COUNTS[1:], COUNTS[0]])),
    Case(
        "headings again in the middle", "counts.csv", csv_of([*COUNTS[:4], COUNTS[0], *COUNTS[4:]])
    ),
    Case("a title above the headings", "counts.csv", b"Campaign of spring\n" + csv_of(COUNTS)),
    Case("a heading too few", "counts.csv", headed(1, "")),
    Case("a misspelt heading", "counts.csv", headed(4, "candidtes")),
    Case("two headings misspelt", "counts.csv", csv_of(COUNTS, {(1, 4): "n", (1, 1): "what"})),
    Case("a heading twice", "counts.csv", csv_of([[*row, row[0]] for row in COUNTS])),
    Case(
        "two headings of one meaning",
        "counts.csv",
        csv_of([[*row, "Recruitment stage" if row[0] == "stage" else row[0]] for row in COUNTS]),
    ),
    Case("a heading with a Cyrillic letter", "counts.csv", headed(0, "st\u0430ge")),
    Case("a heading with a bidirectional mark", "counts.csv", headed(0, "\u202estage")),
    Case(
        "a column without a heading",
        "counts.csv",
        csv_of([[*row, "" if row[0] == "stage" else "7"] for row in COUNTS]),
    ),
    Case(
        "a column that is not known, in HTML",
        "counts.csv",
        csv_of([[*row, HTML if row[0] == "stage" else "7"] for row in COUNTS]),
    ),
    Case(
        "headings in capitals with spaces",
        "counts.csv",
        csv_of([[f" {each.upper()}  " for each in COUNTS[0]], *COUNTS[1:]]),
    ),
    Case("words that are no headings", "counts.csv", b"colour,weight\nred,4\nblue,5\n"),
    Case(
        "headings of two layouts",
        "both.csv",
        csv_of([[*WORKFORCE[0], "stage", "outcome", "candidates"]]),
    ),
    Case(
        "headings of a workforce without its figures",
        "workforce.csv",
        csv_of([row[:-1] for row in WORKFORCE]),
    ),
    Case("a group that is not known", "table.csv", columned(2, "Martians")),
    Case("a group that is not known, in HTML", "table.csv", columned(2, HTML)),
    Case("a group with a Cyrillic letter", "table.csv", columned(2, "B\u0410ME")),
    Case("no total", "table.csv", columned(1, "Sum of something")),
    Case("no blank", "table.csv", csv_of([row[:3] for row in MONITORING])),
    Case("a group twice", "table.csv", columned(4, "BAME")),
    Case("a blank before any group", "table.csv", columned(2, "Blank")),
    Case("no labels", "table.csv", csv_of([row[1:] for row in MONITORING])),
    Case(
        "a column of figures without a heading",
        "table.csv",
        csv_of([[*row, "" if row[1] == "TOTAL" else "7"] for row in MONITORING]),
    ),
    Case("figures above the headings", "table.csv", csv_of([MONITORING[1], *MONITORING])),
    Case("headings of a monitoring table alone", "table.csv", csv_of(MONITORING[:1])),
    Case(
        "a layout that it has not",
        "table.csv",
        csv_of(MONITORING),
        ("--campaign", "LE25", "--layout", "stage-counts"),
    ),
    Case(
        "a layout of candidates that it has not",
        "counts.csv",
        csv_of(COUNTS),
        ("--campaign", "LE25", "--layout", "candidates-dates"),
    ),
    Case(
        "a layout that there is not",
        "counts.csv",
        csv_of(COUNTS),
        ("--campaign", "LE25", "--layout", "pivot"),
    ),
)
