import pytest

from analytics.audit.printed import PrintedRow
from recruitment.ingest.recognition.report import Recognised
from tests.recruitment.ingest.recognition.conftest import Reads

BAME, FEMALE = ("ethnicity", "BAME"), ("sex", "Female")
BLANK = ("ethnicity", "Not stated")


def _only_row(found: Recognised) -> PrintedRow:
    [table] = found.report.tables
    [row] = table.rows
    return row


def _said(found: Recognised) -> list[str]:
    return [remark.why for remark in found.not_understood]


@pytest.mark.parametrize(
    "total",
    ["1,234", "1 234", "1234*", "1234¹", "1,234[a]", "1234 (b)", "1234.0"],
)
def test_a_total_is_read_however_it_is_written(read: Reads, total: str) -> None:
    row = _only_row(read(f"\tTotal\tBAME\nApplications\t{total}\t200\n% of total\t\t16.21 %†"))
    assert (row.total, row.counts, row.shares) == (1234, {BAME: 200}, {BAME: "16.21 %"})


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("[c]", "suppressed"),
        ("*", "suppressed"),
        ("<5", "suppressed"),
        ("fewer than 5", "suppressed"),
        ("2.5", "not readable"),
        ("l0", "not readable"),
        ("-1", "not readable"),
        ("1.234", "not readable"),
        ("9" * 5000, "not readable"),
        ("1\u202e0", "not readable"),
        ("١٢", "not readable"),
        ("Data not yet available", "not available"),
    ],
)
def test_a_count_that_is_none_is_named_with_its_percentage(
    read: Reads, cell: str, why: str
) -> None:
    found = read(f"\tTotal\tBAME\tFemale\nApplications\t50\t{cell}\t9\n%\t\t20%\t18%")
    assert _said(found) == [
        (
            f"“Applications”: ethnicity BAME “{cell}” is {why}; "
            "20% (BAME) cannot be checked: no count of it can be read"
        )
    ]
    assert _only_row(found).counts == {FEMALE: 9}


@pytest.mark.parametrize("nothing", ["", "-", "\u2013", "n/a", "N/A", "[x]"])
def test_a_cell_that_says_nothing_needs_no_remark(read: Reads, nothing: str) -> None:
    found = read(f"\tTotal\tBAME\tFemale\nApplications\t50\t{nothing}\t9\n%\t\t{nothing}\t18%")
    assert (_only_row(found).counts, _said(found)) == ({FEMALE: 9}, [])


def test_percentages_without_a_total_are_named(read: Reads) -> None:
    found = read("\tTotal\tBAME\nApplications\t5O\t10\n% of total\t\t20%")
    assert _said(found) == [
        (
            "“Applications”: the total “5O” is not readable; "
            "20% (BAME) cannot be checked: no total can be read"
        )
    ]


def test_a_percentage_that_is_none_is_named(read: Reads) -> None:
    found = read("\tTotal\tBAME\nApplications\t50\t10\n% of total\t\tl9%")
    assert _said(found) == ["“Applications”: the percentage “l9%” is not readable"]


def test_percentages_stand_beside_counts_or_in_their_cells(read: Reads) -> None:
    beside = _only_row(
        read("Stage\tTotal\tBAME\tBAME %\tBlank\t%\nApplications\t50\t10\t20%\t5\t10%")
    )
    inside = _only_row(read("Stage\tTotal\tBAME\tBlank\nApplications\t50\t10 (20%)\t5 (10%)"))
    assert beside == inside
    assert (beside.counts, beside.shares) == ({BAME: 10, BLANK: 5}, {BAME: "20%", BLANK: "10%"})


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Ethnic minority", BAME),
        ("B.M.E.", None),
        ("BME candidates", BAME),
        ("Black, Asian and minority ethnic", BAME),
        ("Number of women", FEMALE),
        ("FEMAL E", FEMALE),
        ("Disabled people", ("disability", "Disabled")),
        ("LGB", ("sexual_orientation", "LGBT+")),
        ("Heterosexual", ("sexual_orientation", "Not LGBT+")),
    ],
)
def test_groups_are_known_by_other_names(
    read: Reads, heading: str, cell: tuple[str, str] | None
) -> None:
    found = read(f"\tTotal\tWhite\t{heading}\nApplications\t50\t10\t9")
    assert set(_only_row(found).counts) == {("ethnicity", "White"), cell} - {None}
    assert _said(found) == ([] if cell else [f"the column “{heading}” is not read"])


def test_repeated_headings_and_blank_lines_inside_a_table_are_passed_over(read: Reads) -> None:
    heading = "\tTotal\tBAME\tBlank"
    found = read(
        f"{heading}\nApplications\t50\t10\t5\n%\t\t20%\t10%\n\t\t\t\n{heading}\nOffer\t5\t1\t0"
    )
    [table] = found.report.tables
    assert [(row.label, row.total) for row in table.rows] == [("Applications", 50), ("Offer", 5)]


def test_a_stage_over_its_outcomes_is_their_stage(read: Reads) -> None:
    found = read("\tTotal\tBAME\nTelephone interview\t\t\nSuccessful\t5\t1\nRejected\t4\t1")
    [table] = found.report.tables
    assert [(row.label, row.stage, row.outcome) for row in table.rows] == [
        ("Telephone interview Successful", "Telephone interview", "passed"),
        ("Telephone interview Rejected", "Telephone interview", "failed"),
    ]


def test_an_unknown_label_is_kept_and_named(read: Reads) -> None:
    found = read("\tTotal\tBAME\nApplications\t9\t3\nDay of values\t5\t1\n%\t\t20%")
    row = found.report.tables[0].rows[1]
    assert (row.stage, row.outcome, row.shares) == (None, None, {BAME: "20%"})
    assert _said(found) == [
        "“Day of values” names no stage that is known; its percentages are read"
    ]


def test_shares_of_the_total_are_not_guessed_at(read: Reads) -> None:
    found = read("\tTotal\tBAME\nApplications\t50\t10\n%\t100%\t20%\nOffer\t5\t1\n%\t10%\t20%")
    assert _said(found) == [
        "“Offer”: 10% of the total is not read, because of what it is is not said"
    ]


def test_a_monitoring_table_is_never_taken_for_a_whole_one(read: Reads) -> None:
    found = read("\tTotal\tBAME\tWhite\nApplications\t50\t10\t30")
    assert [table.whole for table in found.report.tables] == [False]


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("Name\tDesk\nAnn\tFront", "it has no figures"),
        (
            "Ward\tCrimes\nNorth\t12\nSouth\t9",
            "no headings of groups, or no labels, are recognised",
        ),
        (
            "\tTotal\tBAME\tBAME\nApplications\t50\t10\t9",
            "several columns are headed “BAME”",
        ),
        (
            "\t2019\t2020\nOfficers\t50\t10",
            "figures of several years without changes printed between them",
        ),
        (
            "Application\t20%\nOffer\t18%",
            "a list of percentages without a group's name over it",
        ),
        ("\tTotal\tBAME\nApplications\t\t<5", "no counts under its headings can be read"),
    ],
)
def test_a_table_that_is_not_understood_says_why(read: Reads, table: str, why: str) -> None:
    found = read(table)
    assert (found.report.tables, found.report.series) == ((), ())
    assert _said(found)[-1] == f"the table is not read: {why}"


def test_counts_that_look_like_years_are_counts(read: Reads) -> None:
    found = read("\tTotal\tBAME\tFemale\nApplications\t4500\t2019\t2021\nOffer\t50\t10\t9")
    row = found.report.tables[0].rows[0]
    assert (row.total, row.counts, found.report.growths) == (4500, {BAME: 2019, FEMALE: 2021}, ())


def test_a_percentage_where_none_is_expected_is_named(read: Reads) -> None:
    found = read("\tTotal\tBAME\tBAME %\nApplications\t50\t10 (20%)\t21%")
    assert _only_row(found).shares == {BAME: "21%"}
    assert _said(found) == [
        (
            "“Applications”: “10 (20%)” is not read: "
            "no percentage is expected there, or another is read"
        )
    ]


def test_a_percentage_for_a_label_is_named(read: Reads) -> None:
    found = read("Stage\tTotal\tBAME\n20%\t50\t10\nOffer\t5\t1")
    assert _said(found)[0] == "“20%” stands where a label is expected, and is not read"


def test_figures_without_labels_are_not_read(read: Reads) -> None:
    found = read("Total\tBAME\n50\t10\n5\t1")
    assert _said(found) == [
        "the table is not read: no headings of groups, or no labels, are recognised"
    ]


@pytest.mark.parametrize(
    "headings", ["Stage\tApplicants\tBAME", "Stage\tNo.\tBAME", "Stage\tAll candidates\tBAME no."]
)
def test_a_column_that_only_counts_is_the_total(read: Reads, headings: str) -> None:
    row = _only_row(read(f"{headings}\nOffer\t50\t10"))
    assert (row.total, row.counts) == (50, {BAME: 10})


def test_a_row_of_texts_under_headings_is_named(read: Reads) -> None:
    found = read("\tTotal\tBAME\nApplications\t50\t10\n%\t\t20%\nOffer\tfive\tone")
    assert _said(found) == [
        "“Offer”: the total “five” is not readable; ethnicity BAME “one” is not readable"
    ]


def test_percentages_over_their_counts_are_named(read: Reads) -> None:
    found = read("\tTotal\tBAME\n% of total\t\t20%\nApplications\t50\t10")
    assert _said(found) == ["percentages without a row of counts above them"]


def test_percentages_under_headings_with_a_percent_sign_need_none(read: Reads) -> None:
    found = read(
        "Gender\tWomen\tMen\tTotal\nLeavers 2020\t10\t30\t40\n"
        "Gender (%)\tWomen\tMen\tTotal\nLeavers 2020\t25\t75\t100"
    )
    [table] = found.report.tables
    [row] = table.rows
    assert list(row.shares.values()) == ["25", "75", "100"]
    assert (row.total, row.outcome, table.whole) == (40, "left", True)
