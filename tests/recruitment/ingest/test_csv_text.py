from pathlib import Path

import pytest

from recruitment.errors import DataError
from recruitment.ingest.blocks import Grid
from tests.recruitment.ingest.made import grids, read_as


def test_values_stay_as_they_are_and_rows_are_called_by_their_line(tmp_path: Path) -> None:
    text = 'Stage,Total,Note\n"Tel, interview","1,234","two\nlines"\n\nOffer,1E5,None\n'
    assert read_as(tmp_path, "a.csv", text).blocks == (
        Grid(
            (
                ("Stage", "Total", "Note"),
                ("Tel, interview", "1,234", "two lines"),
                ("", "", ""),
                ("Offer", "1E5", "None"),
            ),
            ("line 1", "line 2", "line 4", "line 5"),
        ),
    )


@pytest.mark.parametrize(
    ("delimiter", "remarks"),
    [
        (",", ()),
        (";", ("Its values were read as separated by semicolons.",)),
        ("\t", ("Its values were read as separated by tabs.",)),
        ("|", ("Its values were read as separated by bars.",)),
    ],
)
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str, remarks: tuple[str, ...]) -> None:
    text = f"Stage{delimiter}Share{delimiter}n\nOffer{delimiter}13.89%{delimiter}10\n"
    document = read_as(tmp_path, "a.csv", text)
    assert grids(document)[0].rows == (("Stage", "Share", "n"), ("Offer", "13.89%", "10"))
    assert document.remarks == remarks


def test_semicolons_are_found_beside_decimal_commas(tmp_path: Path) -> None:
    document = read_as(tmp_path, "a.csv", "Stage;Share\nOffer;13,89%\nApplication;19,41%\n")
    assert grids(document)[0].rows[1] == ("Offer", "13,89%")


def test_a_delimiter_that_is_named_is_taken(tmp_path: Path) -> None:
    document = read_as(tmp_path, "a.csv", "sep=;\r\na,b;c\r\n")
    assert grids(document) == [Grid((("a,b", "c"),), ("line 2",))]


def test_one_column_is_a_table_too(tmp_path: Path) -> None:
    assert grids(read_as(tmp_path, "a.csv", "Total\n546\n"))[0].rows == (("Total",), ("546",))


def test_uneven_rows_are_filled_and_named(tmp_path: Path) -> None:
    document = read_as(tmp_path, "a.csv", "LE19\na,b,c\n1,2,3\n4,5\n6,7,8\n")
    assert grids(document)[0].rows[0] == ("LE19", "", "")
    said = "Line 1 and 1 more have other than the usual 3 values."
    assert document.remarks == (said,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'a,b\n1,"2\n3,4\n',
            (
                "a.csv, line 2: a quotation mark is never closed, or text follows a "
                "closed one; mend "
                "it and try again"
            ),
        ),
        (
            f"a,b\n1,{'x' * 140_000}\n",
            (
                "a.csv, line 2: a value is longer than 131,072 characters; is a "
                "quotation mark never "
                "closed?"
            ),
        ),
    ],
)
def test_values_that_cannot_be_parted_are_refused_by_line(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.csv", text)
    assert str(caught.value) == said


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_start_is_no_part_of_the_first_value(tmp_path: Path, encoding: str) -> None:
    document = read_as(tmp_path, "a.csv", "Stage,n\nOffer,10\n".encode(encoding))
    assert grids(document)[0].rows[0] == ("Stage", "n")
