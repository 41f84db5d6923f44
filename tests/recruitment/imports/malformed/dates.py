"""Dates that are serial numbers, of no calendar, or out of order."""

from tests.recruitment.imports.malformed.case import CAMPAIGN, Case
from tests.recruitment.imports.malformed.tables import COUNTS, MOVEMENTS, WORKFORCE, csv_of
from tests.recruitment.imports.malformed.workbook_bytes import workbook_of, written

# What stands for the date of row 2 of a workforce.
TEXTS = {
    "a serial number of Excel": "45747",
    "a day that never was": "31/02/2025",
    "a leap day of no leap year": "2025-02-29",
    "month and day exchanged": "03/31/2025",
    "a year of two digits": "31/03/25",
    "a year alone": "2025",
    "a month alone": "March 2025",
    "a quarter": "Q1 2025",
    "no date": "",
    "yesterday": "yesterday",
    "a date before all others": "1025-03-31",
    "a date after all others": "9999-12-31",
    "the first day of Excel": "00/01/1900",
    "a date in Arabic-Indic digits": "\u0662\u0660\u0662\u0665-03-31",
    "a date with a bidirectional mark": "2025-\u202e03-31",
    "a financial year": "2024/25",
    "a period": "2024-04-01 to 2025-03-31",
}
READ = {
    "a date in words": "31 March 2025",
    "a date with slashes, day first": "31/03/2025",
    "a date with a time": "2025-03-31T00:00:00",
    "a date with spaces": " 2025-03-31 ",
}


def moved(name: str, start: str, end: str) -> Case:
    """Return the case of another period in both rows of the movements."""
    changes = {(row, 2): start for row in (2, 3)} | {(row, 3): end for row in (2, 3)}
    return Case(name, "movements.csv", csv_of(MOVEMENTS, changes), ())


def about(name: str, *asked: str) -> Case:
    """Return the case of good counts, with something said of the campaign that cannot be."""
    return Case(name, "counts.csv", csv_of(COUNTS), (*CAMPAIGN, *asked))


CASES = (
    *(
        Case(name, "workforce.csv", csv_of(WORKFORCE, {(2, 1): text}), ())
        for name, text in TEXTS.items()
    ),
    *(
        Case(name, "workforce.csv", csv_of(WORKFORCE, {(row, 1): text for row in (2, 3)}), ())
        for name, text in READ.items()
    ),
    Case(
        "a serial number in a workbook",
        "workforce.xlsx",
        lambda: workbook_of(WORKFORCE, written("B2", 45747), written("B3", 45747)),
        (),
    ),
    Case(
        "a serial number in a workbook that counts from 1904",
        "workforce.xlsx",
        lambda: workbook_of(
            WORKFORCE,
            lambda book, _: setattr(book, "date_1904", True),
            written("B2", 44285),
            written("B3", 44285),
        ),
        (),
    ),
    Case(
        "the sixtieth day of 1900, which was none",
        "workforce.xlsx",
        lambda: workbook_of(WORKFORCE, written("B2", 60)),
        (),
    ),
    moved("a period that ends before it starts", "2025-03-31", "2024-04-01"),
    moved("a period of one day", "2025-03-31", "2025-03-31"),
    moved("a period without its end", "2024-04-01", ""),
    about("an opening that is no date", "--opened", "1 April"),
    about("an opening after the closing", "--opened", "2025-05-01", "--closed", "2025-04-01"),
    about("counts from before the opening", "--opened", "2025-05-01", "--as-at", "2025-04-01"),
)
