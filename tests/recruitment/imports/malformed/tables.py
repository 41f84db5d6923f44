"""Tables with nothing wrong in them, and the same with single cells changed."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

Rows = Sequence[Sequence[str]]
# By the row, from 1 as messages count, and the place in it, from 0.
Changes = Mapping[tuple[int, int], str]

# Planted in every export of candidates, and to be found nowhere but there.
CANARIES = (
    "Quillfeather",
    "zebedee@canary.example",
    "CAN-7741-ZQ",
    "1987-11-23",
    "Zembla",
    "Zorblax",
)
COUNTS: Rows = (
    ("stage", "outcome", "characteristic", "category", "candidates"),
    ("Application", "entered", "sex", "Female", "40"),
    ("Application", "entered", "sex", "Male", "60"),
    ("Application", "entered", "sex", "Not stated", "2"),
    ("Application", "failed", "sex", "Female", "10"),
    ("Application", "failed", "sex", "Male", "20"),
    ("Application", "failed", "sex", "Not stated", "0"),
    ("Telephone interview", "entered", "sex", "Female", "30"),
    ("Telephone interview", "entered", "sex", "Male", "40"),
    ("Telephone interview", "entered", "sex", "Not stated", "2"),
)
MONITORING: Rows = (
    ("", "TOTAL", "BAME", "Blank", "FEMALE", "Blank"),
    ("Applications submitted", "100", "20", "4", "40", "2"),
    ("% of total", "", "20.00%", "4.00%", "40.00%", "2.00%"),
    ("Telephone interview", "80", "15", "3", "30", "2"),
    ("% of total", "", "18.75%", "3.75%", "37.50%", "2.50%"),
    ("Offer", "40", "6", "1", "18", "1"),
    ("% of total", "", "15.00%", "2.50%", "45.00%", "2.50%"),
)
CANDIDATES: Rows = (
    ("Candidate ID", "Name", "Email", "Date of birth", "Stage", "Outcome", "Sex", "Ethnicity"),
    (
        *("CAN-7741-ZQ", "Zebedee Quillfeather", "zebedee@canary.example", "1987-11-23"),
        *("Application", "Passed", "Female", "White"),
    ),
    (
        *("CAN-7741-ZQ", "Zebedee Quillfeather", "zebedee@canary.example", "1987-11-23"),
        *("Telephone interview", "Failed", "Female", "White"),
    ),
    ("C2", "A", "a@x.example", "1990-01-01", "Application", "Failed", "Male", "Indian"),
    ("C3", "B", "b@x.example", "1991-01-01", "Application", "Passed", "Male", "White"),
    ("C3", "B", "b@x.example", "1991-01-01", "Telephone interview", "Passed", "Male", "White"),
)
WORKFORCE: Rows = (
    ("unit", "as_at", "role", "characteristic", "category", "headcount"),
    ("Own Police", "2025-03-31", "Police officer", "sex", "Female", "40"),
    ("Own Police", "2025-03-31", "Police officer", "sex", "Male", "60"),
)
MOVEMENTS: Rows = (
    (
        *("unit", "role", "period_start", "period_end", "direction"),
        *("characteristic", "category", "people"),
    ),
    ("Own Police", "Police officer", "2024-04-01", "2025-03-31", "joined", "sex", "Female", "4"),
    ("Own Police", "Police officer", "2024-04-01", "2025-03-31", "joined", "sex", "Male", "6"),
)
POPULATIONS: Rows = (
    ("area", "as_at", "characteristic", "category", "share_pct", "source"),
    ("Ownshire", "2021-03-21", "sex", "Female", "51%", "Census 2021"),
    ("Ownshire", "2021-03-21", "sex", "Male", "49%", "Census 2021"),
)


def changed(rows: Rows, changes: Changes) -> Rows:
    """Return ``rows`` with other texts in some cells."""
    return [
        [changes.get((row, at), text) for at, text in enumerate(texts)]
        for row, texts in enumerate(rows, 1)
    ]


def text_of(rows: Rows, delimiter: str = ",") -> str:
    """Return ``rows`` as separated values."""
    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()


def csv_of(rows: Rows, changes: Changes | None = None, delimiter: str = ",") -> bytes:
    """Return ``rows``, with some cells changed, as a file of separated values in UTF-8."""
    return text_of(changed(rows, changes or {}), delimiter).encode()
