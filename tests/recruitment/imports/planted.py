"""One file to a layout with 25 faults planted in it, each of another kind, and where they stand."""

from collections.abc import Callable, Iterator
from itertools import product

from tests.recruitment.imports.malformed.tables import CANARIES, Changes, Rows, changed, text_of
from tests.recruitment.imports.malformed.workbook_bytes import (
    SHEET,
    formula,
    part_replaced,
    workbook_of,
    written,
)

STAGES = ("Application", "Telephone interview", "Assessment centre", "Offer")
OUTCOMES = ("entered", "failed", "withdrawn")
CATEGORIES = {"sex": ("Female", "Male", "Not stated"), "ethnicity": ("BAME", "White", "Not stated")}
TIDY_HEADINGS = ("stage", "outcome", "characteristic", "category", "candidates")
# By row and place: what stands in the cell instead. The first rows are left as they are.
IN_TIDY: Changes = {
    (10, 4): "45%",
    (12, 4): "2.5",
    (14, 4): "-3",
    (16, 4): "<5",
    (18, 4): "1.234",
    (20, 4): "",
    (22, 4): "n/a",
    (24, 4): "six",
    (26, 4): "1e3",
    (28, 4): "7*",
    (30, 4): "5-10",
    (32, 4): "\u0667",
    (34, 4): "0012",
    (36, 4): "#REF!",
    (38, 4): "\u202e12",
    (40, 0): "Ofer",
    (42, 0): "",
    (44, 1): "faild",
    (46, 2): "sexx",
    (48, 3): "Mael",
    (50, 3): "",
    (52, 3): "BA\x07ME",
}


def tidy_rows() -> Rows:
    """Return counts of two characteristics at four stages, all different."""
    cells = product(STAGES, OUTCOMES, CATEGORIES.items())
    keys = ((s, o, code, each) for s, o, (code, names) in cells for each in names)
    return [TIDY_HEADINGS, *((*key, f"{number}") for number, key in enumerate(keys, 40))]


def tidy() -> tuple[str, list[str]]:
    """Return tidy counts with 25 faults, and the places of the faults."""
    lines = text_of(changed(tidy_rows(), IN_TIDY)).splitlines()
    lines[53] = lines[53].rpartition(",")[0]
    lines[55] = f'"{lines[55]}'
    lines[57] = lines[2]
    unreadable = {36, 38, 52}
    cells = (f"row {row}, column {_named(row, at, unreadable)}" for row, at in IN_TIDY)
    return "\n".join(lines), [*cells, "row 54", "row 56", "row 58"]


def _named(row: int, at: int, unreadable: set[int]) -> str:
    # What cannot be read is told by the letter of its column.
    return "ABCDE"[at] if row in unreadable else TIDY_HEADINGS[at]


TABLE_HEADINGS = ("", "TOTAL", "BAME", "Blank", "FEMALE", "Blank", "DISABILITY", "Blank")
LABELS = (
    *("Applications submitted", "Pre-sift unsuccessful", "Telephone interview"),
    *("Telephone interview unsuccessful", "Face to face interview"),
    *("Face to face interview unsuccessful", "Assessment centre", "Assessment centre unsuccessful"),
    *("Pre-employment checks", "Offer"),
)
IN_TABLE: Changes = {
    (2, 2): "45%",
    (2, 4): "12.5",
    (2, 6): "-3",
    (4, 2): "<5",
    (4, 4): "1.234",
    (4, 6): "n/a",
    (5, 2): "140%",
    (5, 4): "18,75%",
    (6, 1): "",
    (6, 4): "six",
    (8, 2): "1e3",
    (8, 3): "Blank",
    (8, 4): "7*",
    (10, 2): "900",
    (10, 4): "5-10",
    (10, 6): "0012",
    (12, 0): "Something else",
    (14, 4): "\u202e12",
    (14, 6): "[c]",
    (16, 2): "(4)",
    (18, 0): "Telephone interview",
    (20, 6): "2025-03-04",
}


def table_rows() -> Iterator[tuple[str, ...]]:
    """Yield a monitoring table, percentages under each row of counts."""
    yield TABLE_HEADINGS
    for place, label in enumerate(LABELS):
        total = 900 - 80 * place
        yield (label, f"{total}", *(f"{total // part}" for part in (5, 50, 3, 60, 12, 45)))
        yield ("% of total", "", *[""] * 6)


def table() -> tuple[bytes, list[str]]:
    """Return a monitoring table in a workbook with 25 faults, and the places of the faults."""
    content = workbook_of(
        changed(tuple(table_rows()), IN_TABLE),
        formula("C14", "=1/0", "#DIV/0!"),
        formula("C20", "=1+1", 2),
        written("G18", value=True),
    )
    part = b'<c r="C20"><f>1+1</f><v>2</v></c>'
    bare = part_replaced(content, SHEET, part, part.replace(b"<v>2</v>", b""))
    return bare, [*(f"row {row}{_column(row, at)}" for row, at in IN_TABLE), *OF_CELLS]


OF_CELLS = ("row 14, column C", "row 20, column C", "row 18, column DISABILITY")


def _column(row: int, at: int) -> str:
    # "Blank" heads three columns, so each is told by its letter.
    if at == 0:
        return ""
    lettered = TABLE_HEADINGS[at] == "Blank" or (row, at) == (14, 4)
    return f", column {'ABCDEFGH'[at] if lettered else TABLE_HEADINGS[at]}"


PEOPLE_HEADINGS = ("Candidate ID", "Name", "Stage", "Outcome", "Sex", "Ethnicity", "Disability")
IN_PEOPLE: Changes = {
    **{(row, 4): f"Zembla{row}" for row in range(5, 11)},
    **{(row, 5): f"Zorblax{row}" for row in range(12, 18)},
    (19, 6): "N/A",
    (20, 6): "perhaps",
    (21, 2): "Ofer",
    (22, 2): "",
    (23, 3): "faild",
    (24, 3): "Declined",
    (25, 0): "",
    (26, 4): "Fe\u202emale",
    (27, 5): "Wh\x07ite",
    (28, 4): "F" * 250,
    (30, 5): "Quillish",
    (32, 6): "<script>",
    (34, 5): "White\u200f",
}
BROKEN: tuple[Callable[[str], str], ...] = (
    lambda line: line.rpartition(",")[0],
    lambda line: f"{line},{CANARIES[4]}",
    lambda line: f'"{line}',
    lambda line: f'"{CANARIES[4]}"x,{line}',
    lambda line: line.replace("Application", 'Appli"cation'),
)


def people() -> tuple[str, list[str]]:
    """Return an export of candidates with 25 faults in cells, and their places."""
    rows = [PEOPLE_HEADINGS, *(_person(number) for number in range(2, 41))]
    places = [f"row {row}, column {PEOPLE_HEADINGS[at]}" for row, at in IN_PEOPLE]
    return text_of(changed(rows, IN_PEOPLE)), places


def broken_people() -> tuple[str, list[str]]:
    """Return an export of candidates with 25 rows that are broken, and their places."""
    rows = [PEOPLE_HEADINGS, *(_person(number) for number in range(2, 61))]
    lines = text_of(rows).splitlines()
    broken = range(4, 54, 2)
    for number, row in enumerate(broken):
        lines[row - 1] = BROKEN[number % len(BROKEN)](lines[row - 1])
    return "\n".join(lines), [f"row {row}" for row in broken]


def _person(number: int) -> tuple[str, ...]:
    answers = ("Female", "White", "No") if number % 2 else ("Male", "Indian", "Yes")
    return (f"{CANARIES[2]}-{number}", CANARIES[0], "Application", "Failed", *answers)
