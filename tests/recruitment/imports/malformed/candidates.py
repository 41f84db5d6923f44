"""Exports of candidates that are wrong; each has values of people that must be seen nowhere."""

from collections.abc import Sequence

from tests.recruitment.imports.malformed.case import CAMPAIGN, Case
from tests.recruitment.imports.malformed.tables import (
    CANDIDATES,
    Changes,
    Rows,
    changed,
    csv_of,
    text_of,
)
from tests.recruitment.imports.malformed.workbook_bytes import formula, workbook_of, written

KEY, STAGE, OUTCOME, SEX, ETHNICITY = 0, 4, 5, 6, 7
TEXT = text_of(CANDIDATES)
FIRST = ",".join(CANDIDATES[1])
FURTHEST: Rows = (
    ("Candidate ID", "Name", "Email", "Date of birth", "Furthest stage", "Status", "Sex"),
    (*CANDIDATES[1][:4], "Offer", "Pending", "Female"),
    ("C2", "A", "a@x.example", "1990-01-01", "Application", "Failed", "Male"),
)
DATED: Rows = (
    ("Candidate ID", "Name", "Email", "Application date", "Offer date", "Sex"),
    (*CANDIDATES[1][:3], "2025-01-06", "2025-03-03", "Female"),
    ("C2", "A", "a@x.example", "2025-01-07", "", "Male"),
)


def cells(name: str, changes: Changes, *asked: str, rows: Rows = CANDIDATES) -> Case:
    """Return the case of other cells in an export."""
    return Case(name, "people.csv", csv_of(rows, changes), (*CAMPAIGN, *asked))


def line(name: str, text: str) -> Case:
    """Return the case of another first line under the headings."""
    return Case(name, "people.csv", TEXT.replace(FIRST, text, 1).encode())


def headings(name: str, texts: Sequence[str], *asked: str) -> Case:
    """Return the case of other headings."""
    return Case(name, "people.csv", csv_of([texts, *CANDIDATES[1:]]), (*CAMPAIGN, *asked))


def without(name: str, *places: int, suffix: str = "csv") -> Case:
    """Return the case of an export without some columns, in a file of text or a workbook."""
    rows = [[text for at, text in enumerate(row) if at not in places] for row in CANDIDATES]
    content = csv_of(rows) if suffix == "csv" else lambda: workbook_of(rows)
    return Case(name, f"people.{suffix}", content)


CASES = (
    cells("an answer that is not known", {(2, ETHNICITY): "Zembla", (3, ETHNICITY): "Zembla"}),
    cells("two answers that are not known", {(2, ETHNICITY): "Zembla", (3, SEX): "Zorblax"}),
    cells("a name among the answers", {(2, SEX): "Zebedee Quillfeather"}),
    cells("a stage of a candidate that is not known", {(2, STAGE): "Zembla"}),
    cells("no stage of a candidate", {(2, STAGE): ""}),
    cells("an outcome of a candidate that is not known", {(2, OUTCOME): "Zorblax"}),
    cells("a candidate without a key", {(2, KEY): ""}),
    cells("a key of nothing but spaces", {(2, KEY): "   "}),
    cells("not applicable for an answer", {(2, SEX): "N/A"}),
    cells("an answer with a bidirectional mark", {(2, SEX): "Fe\u202emale"}),
    cells("an answer with a control character", {(2, SEX): "Fema\x07le"}),
    cells("an answer of 300 characters", {(2, SEX): "Quillfeather" * 25}),
    cells("SQL for an answer", {(2, SEX): "Zembla'); DROP TABLE stage_counts; --"}),
    cells("HTML for an answer", {(2, SEX): "<script>Zembla</script>"}),
    cells("a key with a bidirectional mark", {(2, KEY): "CAN-7741-ZQ\u202e"}),
    cells("answers in mixed case with spaces", {(2, SEX): " FEMALE ", (3, SEX): "female"}),
    cells("candidates who changed an answer", {(3, SEX): "Male"}),
    cells("two outcomes at one stage", {(3, STAGE): "Application"}),
    cells("a candidate who failed and went on", {(2, OUTCOME): "Failed"}),
    cells("a candidate who missed a stage", {(5, STAGE): "Offer", (6, STAGE): "Offer"}),
    line("a row with a value too few", FIRST.rpartition(",")[0]),
    line("a row with a value too many", f"{FIRST},Zembla"),
    line("a candidate's row that opens a quotation mark", f'"{FIRST}'),
    line("a candidate's row with text after a mark", f'"CAN-7741-ZQ"x,{FIRST.partition(",")[2]}'),
    Case("candidates without headings", "people.csv", csv_of(CANDIDATES[1:])),
    Case(
        "candidates without headings, said to be candidates",
        "people.csv",
        csv_of(CANDIDATES[1:]),
        (*CAMPAIGN, "--layout", "candidates-per-stage"),
    ),
    without("no key", KEY),
    without("no key in a workbook", KEY, suffix="xlsx"),
    without("no answers", SEX, ETHNICITY),
    without("no answers in a workbook", SEX, ETHNICITY, suffix="xlsx"),
    without("no stages", STAGE),
    without("no stages and outcomes in a workbook", STAGE, OUTCOME, suffix="xlsx"),
    headings("a heading of candidates twice", (*CANDIDATES[0][:7], "Gender")),
    headings("an empty heading of candidates", (*CANDIDATES[0][:1], "", *CANDIDATES[0][2:])),
    headings(
        "the same heading of candidates twice", (*CANDIDATES[0][:1], "Email", *CANDIDATES[0][2:])
    ),
    headings(
        "a heading that is a person's", (*CANDIDATES[0][:3], "1987-11-23", *CANDIDATES[0][4:])
    ),
    headings(
        "candidates said to be a table", ("Key", *CANDIDATES[0][1:]), "--layout", "monitoring-table"
    ),
    headings("candidates said to be counts", CANDIDATES[0], "--layout", "stage-counts"),
    cells("a cross of what is not there", {}, "--cross", "ethnicity,disability"),
    cells("a cross of one", {}, "--cross", "sex"),
    cells("a cross of what is no characteristic", {}, "--cross", "sex,age"),
    cells("nobody under the headings", {}, rows=CANDIDATES[:1]),
    cells(
        "one candidate in two rows",
        {(3, 0): "CAN-7741-ZQ"},
        "--layout",
        "candidates-furthest-stage",
        rows=FURTHEST,
    ),
    cells("a candidate without any date", {(2, 3): "", (2, 4): ""}, rows=DATED),
    cells("a date of a candidate that is none", {(2, 4): "Zembla"}, rows=DATED),
    cells("a date of a candidate, month first", {(2, 4): "03/31/2025"}, rows=DATED),
    cells("dates of a candidate out of order", {(2, 4): "2024-12-01"}, rows=DATED),
    cells("a serial number for a date of a candidate", {(2, 4): "45747"}, rows=DATED),
    Case(
        "candidates in Windows-1252",
        "people.csv",
        TEXT.replace("Zebedee", "Zébédée").encode("cp1252"),
    ),
    Case(
        "candidates in damaged UTF-8",
        "people.csv",
        TEXT.replace("Female", "Femalé").encode().replace(b"\xc3\xa9", b"\xc3", 1),
    ),
    Case("candidates in UTF-16 cut short", "people.csv", TEXT.encode("utf-16")[:-3]),
    Case("a NUL among candidates", "people.csv", TEXT.replace("Female", "Fem\0ale", 1).encode()),
    Case(
        "a formula without a value among candidates",
        "people.xlsx",
        lambda: workbook_of(CANDIDATES, formula("G2", '=IF(1,"","")', "")),
    ),
    Case(
        "an error among candidates",
        "people.xlsx",
        lambda: workbook_of(CANDIDATES, formula("G2", "=NA()", "#N/A")),
    ),
    Case(
        "an answer in a workbook that is not known",
        "people.xlsx",
        lambda: workbook_of(CANDIDATES, written("G2", "Zembla")),
    ),
    Case(
        "candidates on two sheets",
        "people.xlsx",
        lambda: workbook_of(CANDIDATES, more={"Second": changed(CANDIDATES, {(2, 0): "Zembla"})}),
    ),
    Case(
        "candidates on a hidden sheet",
        "people.xlsx",
        lambda: workbook_of(
            [["Read me"]],
            lambda book, _: book.get_worksheet_by_name("People").hide(),
            more={"People": CANDIDATES},
        ),
    ),
)
