"""Counts that cannot all be true: groups over totals, stages that grow, rows that repeat."""

from collections.abc import Sequence

from tests.recruitment.imports.malformed.case import CAMPAIGN, Case
from tests.recruitment.imports.malformed.tables import COUNTS, MONITORING, Changes, csv_of

NUMBERED = (
    ("stage_order", *COUNTS[0]),
    *(("1" if r[0] == "Application" else "2", *r) for r in COUNTS[1:]),
)
CODED = (("campaign", *COUNTS[0]), *(("LE25", *row) for row in COUNTS[1:]))


def counts(name: str, changes: Changes) -> Case:
    """Return the case of other cells in the counts."""
    return Case(name, "counts.csv", csv_of(COUNTS, changes))


def table(name: str, changes: Changes) -> Case:
    """Return the case of other cells in the monitoring table."""
    return Case(name, "table.csv", csv_of(MONITORING, changes))


def rows(name: str, *more: Sequence[str]) -> Case:
    """Return the case of more rows under the counts."""
    return Case(name, "counts.csv", csv_of([*COUNTS, *more]))


def numbered(name: str, changes: Changes) -> Case:
    """Return the case of other numbers of stages."""
    return Case(name, "counts.csv", csv_of(NUMBERED, changes))


def coded(name: str, changes: Changes, *asked: str) -> Case:
    """Return the case of other codes of campaigns in the rows."""
    return Case(name, "counts.csv", csv_of(CODED, changes), asked)


CASES = (
    table("a subgroup over its total", {(4, 2): "95"}),
    table(
        "group and blank over the total",
        {(4, 2): "70", (4, 3): "20", (5, 2): "87.5%", (5, 3): "25%"},
    ),
    table("a stage that grows", {(6, 1): "90"}),
    table("a group that grows", {(6, 2): "16", (7, 2): "40.00%"}),
    table("a printed percentage that is not that of its counts", {(5, 2): "19.75%"}),
    table("a printed percentage that is rounded otherwise", {(5, 2): "18.7%"}),
    table("a stage twice", {(6, 0): "Telephone interview"}),
    table(
        "percentages without counts", {(2, 0): "% of total", **{(2, at): "" for at in range(1, 6)}}
    ),
    table("nobody at all", {(row, at): "0" for row in (2, 4, 6) for at in range(1, 6)}),
    counts("a stage that grows in tidy counts", {(9, 4): "70"}),
    counts("more failed than entered", {(6, 4): "61"}),
    counts("nobody in tidy counts", {(row, 4): "0" for row in range(2, 11)}),
    rows("the same row twice", COUNTS[1]),
    rows("one key with two counts", (*COUNTS[1][:4], "41")),
    rows("one key in other words", ("application form", "ENTERED", "gender", "Women", "40")),
    rows("a row of totals", ("Application", "entered", "sex", "Total", "102")),
    rows("a row of totals without a category", ("Application", "entered", "", "", "102")),
    rows(
        "a characteristic at one stage alone", ("Application", "entered", "ethnicity", "BAME", "20")
    ),
    rows(
        "two characteristics with other totals",
        *(
            (stage, "entered", "ethnicity", category, count)
            for stage, people in (
                ("Application", ("20", "79", "2")),
                ("Telephone interview", ("9", "60", "2")),
            )
            for category, count in zip(("BAME", "White", "Not stated"), people, strict=True)
        ),
        *(
            ("Application", "failed", "ethnicity", each, "9")
            for each in ("BAME", "White", "Not stated")
        ),
    ),
    Case(
        "a category that is missing throughout",
        "counts.csv",
        csv_of([row for row in COUNTS if row[3] != "Male"]),
    ),
    numbered("one stage with two numbers", {(3, 0): "2"}),
    numbered("two stages with one number", {(row, 0): "1" for row in (8, 9, 10)}),
    numbered("a stage numbered nought", {(row, 0): "0" for row in range(2, 8)}),
    numbered("a stage with a number that is not whole", {(2, 0): "1.5"}),
    numbered("a stage without a number", {(2, 0): ""}),
    coded("a campaign that is not in the file", {}, "--campaign", "LE52"),
    coded("a row without its campaign", {(3, 0): ""}, "--campaign", "LE25"),
    coded("a campaign with a bidirectional mark", {(3, 0): "LE\u202e25"}, "--campaign", "LE25"),
    coded("a campaign of 60 characters", {(row, 0): "L" * 60 for row in range(2, 11)}),
    Case("no campaign named", "counts.csv", csv_of(COUNTS), ()),
    Case(
        "more withdrawn than submitted",
        "counts.csv",
        csv_of(COUNTS),
        (*CAMPAIGN, "--withdrawn", "9", "--submitted", "8"),
    ),
    Case(
        "fewer submitted than entered",
        "counts.csv",
        csv_of(COUNTS),
        (*CAMPAIGN, "--submitted", "50"),
    ),
    Case(
        "a negative number submitted",
        "counts.csv",
        csv_of(COUNTS),
        (*CAMPAIGN, "--submitted", "-1"),
    ),
    Case(
        "other counts of a campaign that is there",
        "counts.csv",
        csv_of(COUNTS, {(2, 4): "41", (5, 4): "11"}),
        ("--campaign", "kept"),
    ),
)
