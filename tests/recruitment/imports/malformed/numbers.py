"""Counts that are none: of people there is a whole number, in plain digits."""

from tests.recruitment.imports.malformed.case import Case
from tests.recruitment.imports.malformed.tables import COUNTS, MONITORING, csv_of

# What stands where 60 men are counted, in row 3.
TEXTS = {
    "a percent sign": "45%",
    "a percentage in words": "45 per cent",
    "a fraction of a person": "2.5",
    "a fraction without its nought": ".5",
    "a negative count": "-1",
    "a negative count with a true minus sign": "\u221212",
    "a count in accountants' brackets": "(12)",
    "a plus sign": "+12",
    "powers of ten": "1e3",
    "more than any number can be": "1e400",
    "more than the people of the world": "99999999999999999999",
    "a point that parts thousands": "1.234",
    "commas that part no thousands": "12,34",
    "spaces that part thousands": "1 234",
    "no-break spaces that part thousands": "1\u00a0234",
    "apostrophes that part thousands": "1'234",
    "a decimal comma": "1234,5",
    "a leading nought": "0123",
    "hexadecimal digits": "0x1F",
    "a suppressed count": "<5",
    "a star for a suppressed count": "*",
    "the symbol of a suppressed count": "[c]",
    "a rounded count": "~50",
    "about so many": "about 50",
    "at least so many": "50+",
    "a range": "5-10",
    "a count with a footnote": "60*",
    "a count with a raised footnote": "60\u00b2",
    "a count with its percentage": "60 (60%)",
    "an amount of money": "£60",
    "an ordinal": "60th",
    "a number in words": "sixty",
    "a letter O for a nought": "6O",
    "a letter l for a one": "l0",
    "half a person": "\u00bd",
    "full-width digits": "\uff16\uff10",
    "Arabic-Indic digits": "\u0666\u0660",
    "nothing": "",
    "a dash for nothing": "-",
    "not applicable": "n/a",
    "none": "None",
    "not a number": "NaN",
    "infinity": "inf",
    "true": "TRUE",
    "an error of Excel": "#DIV/0!",
    "a date": "2025-03-04",
    "a formula": "=SUM(E2:E3)",
    "digits turned round by a bidirectional mark": "1\u202e06",
    "a control character among digits": "6\x070",
    "a formula that runs a program": "=cmd|'/c calc'!A1",
    "hundreds of digits": "9" * 300,
}
# A number all the same; thousands are noted, the rest changes nothing.
READ = {
    "a whole number with a point and a nought": "60.0",
    "spaces around a number": "  60 ",
    "a zero-width space in a number": "6\u200b0",
}
CASES = (
    *(
        Case(name, "counts.csv", csv_of(COUNTS, {(3, 4): text}))
        for name, text in {**TEXTS, **READ}.items()
    ),
    Case(
        "commas that part thousands",
        "counts.csv",
        csv_of(COUNTS, {(3, 4): "1,234", (6, 4): "1,194"}),
    ),
    Case(
        "thousands parted by commas in a monitoring table",
        "table.csv",
        csv_of(
            MONITORING,
            {(2, 1): "1,000", (3, 2): "2.00%", (3, 4): "4.00%", (3, 3): "0.40%", (3, 5): "0.20%"},
        ),
    ),
    Case("a total that is a percentage", "table.csv", csv_of(MONITORING, {(4, 1): "80%"})),
    Case("a count of BAME that is negative", "table.csv", csv_of(MONITORING, {(4, 2): "-15"})),
    Case("a blank that is a fraction", "table.csv", csv_of(MONITORING, {(4, 3): "Blank 2.5"})),
    Case("a blank without its number", "table.csv", csv_of(MONITORING, {(4, 3): "Blank"})),
    Case("a total that is missing", "table.csv", csv_of(MONITORING, {(4, 1): ""})),
    Case("a printed percentage over 100", "table.csv", csv_of(MONITORING, {(5, 2): "187.5%"})),
    Case(
        "a printed percentage with a decimal comma",
        "table.csv",
        csv_of(MONITORING, {(5, 2): "18,75%"}),
    ),
    Case("a printed percentage in points", "table.csv", csv_of(MONITORING, {(5, 2): "18.75pp"})),
)
