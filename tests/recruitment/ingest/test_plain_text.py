from pathlib import Path

import pytest

from recruitment.errors import DataError
from recruitment.ingest.blocks import Grid, Paragraph
from tests.recruitment.ingest.made import found, grids, read_as, texts

ASSUMED = "It is not UTF-8, and was read as Windows-1252: look at its pound signs and accents."
REPORT = """- 11. **BAME**

Application\t19.41%
Pre-employment\t15.98%

There is a **+1.69**% percentage change.
"""


def test_a_report_is_paragraphs_by_number_or_line_and_tables_by_line(tmp_path: Path) -> None:
    assert read_as(tmp_path, "a.txt", REPORT).blocks == (
        Paragraph("BAME", "paragraph 11"),
        Grid((("Application", "19.41%"), ("Pre-employment", "15.98%")), ("line 3", "line 4")),
        Paragraph("There is a +1.69% percentage change.", "line 6"),
    )


def test_short_rows_are_filled_and_leading_tabs_are_empty_cells(tmp_path: Path) -> None:
    text = "\tTOTAL\tBAME\nApplications\t546\t106\tBlank 36\n% of total\t\t19.41%"
    assert grids(read_as(tmp_path, "a.txt", text))[0].rows == (
        ("", "TOTAL", "BAME", ""),
        ("Applications", "546", "106", "Blank 36"),
        ("% of total", "", "19.41%", ""),
    )


def test_a_blank_line_inside_a_table_stays_in_it(tmp_path: Path) -> None:
    text = "Stage\tTotal\nApplication\t546\n\nOffer\t72\n"
    grid = grids(read_as(tmp_path, "a.txt", text))[0]
    assert grid.rows == (("Stage", "Total"), ("Application", "546"), ("", ""), ("Offer", "72"))
    assert grid.places[-1] == "line 4"


def test_a_blank_line_before_another_heading_parts_two_tables(tmp_path: Path) -> None:
    text = "Ethnicity\tBAME\nLeavers\t77\n\nEthnicity\tBAME\nJoiners\t75\n"
    assert [grid.rows[1] for grid in grids(read_as(tmp_path, "a.txt", text))] == [
        ("Leavers", "77"),
        ("Joiners", "75"),
    ]


def test_one_line_with_tabs_is_no_table(tmp_path: Path) -> None:
    assert texts(read_as(tmp_path, "a.txt", "11.\tThe campaign\n\nDate\t15 June\n")) == [
        "The campaign",
        "Date 15 June",
    ]


def test_indented_text_is_no_table(tmp_path: Path) -> None:
    assert texts(read_as(tmp_path, "a.txt", "\tOne line.\n\tAnother.\n")) == [
        "One line.",
        "Another.",
    ]


def test_a_line_without_an_end_goes_on_in_the_next(tmp_path: Path) -> None:
    text = "Tigers Rugby\n stadium and King Power.\nAnother sentence\n- an item\n12. Next\n"
    assert found(read_as(tmp_path, "a.txt", text)) == [
        ("line 1", "Tigers Rugby stadium and King Power."),
        ("line 3", "Another sentence"),
        ("line 4", "an item"),
        ("paragraph 12", "Next"),
    ]


def test_a_sentence_goes_on_over_the_end_of_a_page(tmp_path: Path) -> None:
    start = "30. The proportion of BAME leavers is lower, and there is now a higher"
    text = f"{start}\n\n- proportion of BAME officers joining.\n\nConclusion\n\nlower case\n"
    assert found(read_as(tmp_path, "a.txt", text)) == [
        ("paragraph 30", f"{start[4:]} proportion of BAME officers joining."),
        ("line 5", "Conclusion"),
        ("line 7", "lower case"),
    ]


def test_lines_are_counted_as_editors_count_them(tmp_path: Path) -> None:
    text = "One.\r\nTwo\u2028still two.\rThree.\x0c\nFour."
    assert [place for place, _ in found(read_as(tmp_path, "a.txt", text))] == [
        "line 1",
        "line 2",
        "line 3",
        "line 4",
    ]


@pytest.mark.parametrize(
    ("encoding", "remarks"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ()),
        ("utf-32", ()),
        (
            "cp1252",
            (
                (
                    "It is not UTF-8, and was read as Windows-1252: look at its pound "
                    "signs and accents."
                ),
            ),
        ),
    ],
)
def test_text_is_read_in_its_encoding(
    tmp_path: Path, encoding: str, remarks: tuple[str, ...]
) -> None:
    document = read_as(tmp_path, "a.txt", "Café \u2013 £5".encode(encoding))
    assert (texts(document), document.remarks) == (["Café \u2013 £5"], remarks)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a\nb\0c", "a.txt is not text: it holds NUL bytes (line 2); save it as UTF-8"),
        (b"a\n\x81\x8d", "a.txt is not text in a known encoding (line 2); save it as UTF-8"),
        (
            b"\xff\xfe\x00\xd8",
            "a.txt is not text in a known encoding (line 1); save it as UTF-8",
        ),
        (
            "a\0".encode("utf-16"),
            "a.txt is not text: it holds NUL characters; save it as UTF-8",
        ),
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.txt", content)
    assert str(caught.value) == said


def test_characters_that_cannot_be_seen_stay_and_are_named(tmp_path: Path) -> None:
    document = read_as(tmp_path, "a.txt", "BAME\t14\u202e.91%\nLGBT+\t\x0719%\u200b\n")
    assert grids(document)[0].rows == (("BAME", "14\u202e.91%"), ("LGBT+", "\x0719%"))
    assert document.remarks == (
        (
            "Characters that cannot be seen, such as U+202E, stand in line 1 and 1 "
            "more; a figure that "
            "holds one is not read as a number."
        ),
    )


def test_idle_characters_are_left_out_and_letters_composed(tmp_path: Path) -> None:
    document = read_as(tmp_path, "a.txt", "Cafe\u0301\u00a0\u00ad12\u200b5\u2009%\u200e")
    assert (texts(document), document.remarks) == (["Café 125 %"], ())
