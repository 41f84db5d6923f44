"""Separated values whose quotation marks, delimiters or widths are broken."""

from tests.recruitment.imports.malformed.case import Case
from tests.recruitment.imports.malformed.tables import COUNTS, MONITORING, csv_of, text_of

TEXT = text_of(COUNTS)
MEN = "Application,entered,sex,Male,60"


def with_men(line: str) -> bytes:
    """Return the table with another line 3."""
    return TEXT.replace(MEN, line).encode()


def ten_million_columns() -> bytes:
    """Return a line of ten million values."""
    return b"stage,outcome" + b"," * 10_000_000 + b"\n" + TEXT.encode()


CASES = (
    Case("a quotation mark that is never closed", "counts.csv", with_men(f'"{MEN}')),
    Case(
        "a quotation mark that is never closed in the headings",
        "counts.csv",
        f'"{TEXT}'.encode(),
    ),
    Case(
        "text after a closed quotation mark",
        "counts.csv",
        with_men('Application,"entered"x,sex,Male,60'),
    ),
    Case(
        "a quotation mark inside a value",
        "counts.csv",
        with_men('Application,entered,sex,Ma"le,60'),
    ),
    Case(
        "a mark escaped by a backslash",
        "counts.csv",
        with_men(r'Application,entered,sex,"Ma\"le",60'),
    ),
    Case("a row within one pair of marks", "counts.csv", with_men(f'"{MEN}"')),
    Case(
        "a row of single quotation marks",
        "counts.csv",
        with_men("'Application','entered','sex','Male','60'"),
    ),
    Case(
        "typographic quotation marks", "counts.csv", with_men("Application,entered,sex,Male,“60”")
    ),
    Case(
        "thousands without quotation marks",
        "counts.csv",
        with_men("Application,entered,sex,Male,1,260"),
    ),
    Case("a value too few", "counts.csv", with_men("Application,entered,sex,60")),
    Case("a value too many", "counts.csv", with_men("Application,entered,sex,Male,60,60")),
    Case("a row by semicolons among commas", "counts.csv", with_men(MEN.replace(",", ";"))),
    Case("a sentence under the table", "counts.csv", f"{TEXT}Source: own records\n".encode()),
    Case("a sep line that names nothing", "counts.csv", f"sep=\n{TEXT}".encode()),
    Case("a sep line that names a letter", "counts.csv", f"sep=e\n{TEXT}".encode()),
    Case("a sep line that names another sign", "counts.csv", f"sep=;\n{TEXT}".encode()),
    Case("delimiters that are not known", "counts.csv", TEXT.replace(",", "^").encode()),
    Case("columns of spaces", "counts.txt", TEXT.replace(",", "   ").encode()),
    Case("one column", "counts.csv", b"stage\nApplication\nOffer\n"),
    Case("one value", "counts.csv", b"42"),
    Case(
        "a value without end",
        "counts.csv",
        with_men(f"Application,entered,sex,Male,{'6' * 200_000}"),
    ),
    Case("a line without end", "counts.csv", TEXT.encode() + b"x" * 2_000_000),
    Case("ten million columns", "counts.csv", ten_million_columns),
    Case(
        "a thousand and one columns",
        "counts.csv",
        b"\n".join([b",".join(b"c%d" % each for each in range(1001)), b"0" + b",0" * 1000]),
    ),
    Case("commas in a file of tabs", "counts.tsv", TEXT.encode()),
    Case(
        "decimal commas among commas", "table.csv", csv_of(MONITORING).replace(b"18.75%", b"18,75%")
    ),
    Case("empty lines between rows", "counts.csv", TEXT.replace("\n", "\n\n").encode()),
    Case("empty values at the end of each row", "counts.csv", TEXT.replace("\n", ",,\n").encode()),
    Case(
        "a value over two lines",
        "counts.csv",
        with_men('"Appli-\ncation",entered,sex,Male,60'),
    ),
    Case(
        "a stage over two lines",
        "counts.csv",
        TEXT.replace("Telephone interview", '"Telephone\ninterview"').encode(),
    ),
)
