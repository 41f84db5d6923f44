import pytest

from analytics.audit.printed import PrintedSeries
from tests.recruitment.ingest.recognition.conftest import Reads

LIST = "Application\t20%\nAssessment centre\t22.5 %*"


def _shape(series: PrintedSeries) -> list[tuple[str | None, str]]:
    return [(point.stage, point.printed) for point in series.points]


@pytest.mark.parametrize("name", ["BAME", "**BAME**", "Ethnic minority:", "BAME attrition rates"])
def test_a_group_name_heads_its_list(read: Reads, name: str) -> None:
    [series] = read(f"{name}\n\n{LIST}").report.series
    assert series.cell == ("ethnicity", "BAME")
    assert _shape(series) == [("Application", "20%"), ("Assessment centre", "22.5 %")]


def test_lists_stand_side_by_side_too(read: Reads) -> None:
    text = "Stage\tBAME\tWomen\nApplication\t20%\t30%\nOffer\t18%\tn/a\nChange\t-2%\t"
    first, second = read(text).report.series
    assert (first.cell, first.change, _shape(first)) == (
        ("ethnicity", "BAME"),
        "-2%",
        [("Application", "20%"), ("Offer", "18%")],
    )
    assert (second.cell, second.change, _shape(second)) == (
        ("sex", "Female"),
        None,
        [("Application", "30%"), ("Offer", "n/a")],
    )


def test_a_list_of_paragraphs_is_a_list(read: Reads) -> None:
    [series] = read("Women\n\n- Application: 20%\n- Offer \u2013 18%\n").report.series
    assert _shape(series) == [("Application", "20%"), ("Offer", "18%")]


@pytest.mark.parametrize(
    ("sentence", "printed", "label"),
    [
        ("There is a -3.43% percentage change.", "-3.43%", "percentage change"),
        ("There is a **+1.69**% percentage change so far.", "+1.69%", "percentage change so far"),
        ("There is a \u22122 percentage point change.", "\u22122", "percentage point change"),
        ("This is a change of +2.5 percentage points.", "+2.5", "percentage points change"),
    ],
)
def test_a_change_is_read_with_its_words(
    read: Reads, sentence: str, printed: str, label: str
) -> None:
    [series] = read(f"BAME\n\n{LIST}\n\n{sentence}").report.series
    assert (series.change, series.change_label, series.change_place) == (printed, label, "line 6")


def test_a_change_without_a_list_is_named(read: Reads) -> None:
    found = read("There is a -3.43% percentage change.")
    assert [remark.why for remark in found.not_understood] == [
        "a change of -3.43% is not checked: no one list of shares stands before it"
    ]


def test_a_label_that_is_no_stage_is_named(read: Reads) -> None:
    found = read(f"BAME\n\n{LIST}\nDay of values\t21%")
    assert [tuple(remark) for remark in found.not_understood] == [
        ("line 5", "“Day of values” in a list of percentages names no known stage")
    ]


def test_a_group_named_long_before_is_not_the_group_of_a_list(read: Reads) -> None:
    between = "\n\n".join("This is about something else." for _ in range(4))
    found = read(f"BAME\n\n{between}\n\n{LIST}")
    assert found.report.series == ()
