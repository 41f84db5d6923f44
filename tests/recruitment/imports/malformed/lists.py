"""Lists of people that are no export of candidates, and might be taken for tables of counts."""

from collections.abc import Iterator

from tests.recruitment.imports.malformed.case import CAMPAIGN, Case
from tests.recruitment.imports.malformed.tables import CANARIES, CANDIDATES, Rows, csv_of
from tests.recruitment.imports.malformed.workbook_bytes import workbook_of

SURNAME, EMAIL, KEY, BORN = CANARIES[:4]
NAME = f"Zebedee {SURNAME}"
TABLE = (*CAMPAIGN, "--layout", "monitoring-table")
ANSWERS: Rows = (
    ("Ethnicity", "Sex", "Sexual orientation", "Name", "Email"),
    ("Indian", "Female", "Bisexual", NAME, EMAIL),
    ("White", "Male", "Heterosexual", "A", "a@x.example"),
)
SCORES: Rows = (("Name", "Total", "BAME", "Female"), (NAME, "54", "1", "0"), ("A", "61", "0", "0"))
# The second heading of a system in German, with flags for answers.
FLAGS: Rows = (
    ("Vorgang", "Name", "Stage", "Total", "BAME", "Blank", "Female", EMAIL),
    (KEY, NAME, "Application", "54", "77", "x", BORN, EMAIL),
    ("C2", "A", "Offer", "61", "1", "0", "0", ""),
)
LISTS = {
    "answers with names": ANSWERS,
    "scores with names": SCORES,
    "flags with names and stages": FLAGS,
    "an export whose key is not known": [("Vorgang", *CANDIDATES[0][1:]), *CANDIDATES[1:]],
    "an export without stages whose key is not known": [
        ("Vorgang", *CANDIDATES[0][1:4], *CANDIDATES[0][6:]),
        *((*row[:4], *row[6:]) for row in CANDIDATES[1:]),
    ],
}


def _cases() -> Iterator[Case]:
    for name, rows in LISTS.items():
        content = csv_of(rows)
        yield Case(name, "people.csv", content)
        yield Case(f"{name}, said to be a table", "people.csv", content, TABLE)
        yield Case(f"{name}, in a workbook", "people.xlsx", lambda rows=rows: workbook_of(rows))


CASES = tuple(_cases())
