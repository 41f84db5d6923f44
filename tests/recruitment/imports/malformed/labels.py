"""Labels that are not known, or that hold what is not to be seen, to be run, or to be believed."""

from tests.recruitment.imports.malformed.case import Case
from tests.recruitment.imports.malformed.encodings import staged
from tests.recruitment.imports.malformed.tables import COUNTS, MONITORING, csv_of

ORDERED = ("stage", "stage_order", *COUNTS[0][1:])
SQL = "Offer'); DROP TABLE stage_counts; --"
HTML = '<img src=x onerror="alert(1)">'
# A stage of one's own is any text that can be read, and these cannot.
STAGES = {
    "a right-to-left override in a stage": "Off\u202eer",
    "an isolate in a stage": "Off\u2066er",
    "a terminal escape in a stage": "Offer\x1b[31m",
    "a backspace in a stage": "Offer\x08\x08",
    "a NUL in a stage": "Of\0fer",
    "tag characters in a stage": "Offer\U000e0041\U000e0042",
    "a private character in a stage": "Offer\ue000",
    "a character that is not assigned in a stage": "Offer\U000e0fff",
    "a Cyrillic letter in a stage": "\u041effer",
    "a Greek letter in a stage": "Offe\u03c1",
    "a stage of nothing but look-alikes": "\u0421\u0410\u0420\u0415",
    "a stage of 201 characters": "x" * 201,
}
# Text all the same: it is kept as it is, and nothing in it is obeyed.
ODD = (
    SQL,
    HTML,
    "[Offer](javascript:alert(1)) | **x**",
    '=HYPERLINK("http://x.example")',
    "{0.__class__} %s %n",
    "../../etc/passwd",
    "???",
    "Offre\u0301e a\u0300 l\u2019e\u0301te\u0301",
    "Bleep test \U0001f389",
)
# What is read as something plainer.
PLAINER = {
    "\uff22\uff4c\uff45\uff45\uff50 test": "Bleep test",
    "Fitness\u00a0test": "Fitness test",
    "Panel\u2028talk": "Panel talk",
    "\ufb01tting": "fitting",
}


def cell(name: str, at: int, text: str) -> Case:
    """Return the case of another text in row 3 of the counts."""
    return Case(name, "counts.csv", csv_of(COUNTS, {(3, at): text}))


def ordered(name: str, stages: tuple[str, ...]) -> Case:
    """Return the case of counts at stages of one's own."""
    rows = [
        (stage, f"{number}", "entered", "sex", sex, "4")
        for number, stage in enumerate(stages, 1)
        for sex in ("Female", "Male", "Not stated")
    ]
    return Case(name, "counts.csv", csv_of([ORDERED, *rows]))


def label(name: str, text: str) -> Case:
    """Return the case of another label in row 4 of the monitoring table."""
    return Case(name, "table.csv", csv_of(MONITORING, {(4, 0): text}))


def spelt(name: str, *pairs: tuple[str, str]) -> Case:
    """Return the case of counts that are spelt otherwise throughout."""
    text = csv_of(COUNTS).decode()
    for known, other in pairs:
        text = text.replace(known, other)
    return Case(name, "counts.csv", text.encode())


CASES = (
    cell("a stage that is not known", 0, "Aplication"),
    cell("no stage", 0, ""),
    cell("SQL for a stage", 0, SQL),
    cell("HTML for a stage", 0, HTML),
    cell("an outcome that is not known", 1, "enterd"),
    cell("no outcome", 1, ""),
    cell("SQL for an outcome", 1, "entered' OR 1=1"),
    cell("a characteristic that is not known", 2, "shoe size"),
    cell("no characteristic", 2, ""),
    cell("a category that is not known", 3, "Mael"),
    cell("no category", 3, ""),
    cell("a category of another characteristic", 3, "BAME"),
    cell("HTML for a category", 3, HTML),
    cell("a bidirectional mark in a category", 3, "Ma\u202ele"),
    cell("a Cyrillic letter in a category", 3, "M\u0430le"),
    *(Case(name, "counts.csv", staged(f'"{text}"').encode()) for name, text in STAGES.items()),
    ordered("SQL, HTML, Markdown and formulas in stages of one's own", ODD),
    ordered("compatibility characters in stages of one's own", tuple(PLAINER)),
    label("a label that is not known", "Something else"),
    label("a label with two stages", "Telephone interview and offer"),
    label("a label in HTML", HTML),
    label("a label in SQL", SQL),
    label("no label", ""),
    label("a bidirectional mark in a label", "Telephone\u202e interview"),
    label("a Cyrillic letter in a label", "T\u0435lephone interview"),
    label("a label of 300 characters", "Telephone interview " * 15),
    spelt(
        "mixed case", ("Application", "APPLICATION"), ("Female", "fEmale"), ("entered", "Entered")
    ),
    spelt("trailing and leading spaces", ("Application", " Application  "), ("sex", "sex ")),
    spelt(
        "invisible spaces",
        ("Application", "Appli\u200bcation\ufeff"),
        ("sex", "sex\u00a0"),
        ("Male", "\u00adMale"),
    ),
    spelt(
        "other words for the same",
        ("Not stated", "Prefer not to say"),
        ("Male", "Men"),
        ("sex", "Gender"),
    ),
    spelt("full-width letters", ("Male", "\uff2d\uff41\uff4c\uff45")),
)
