from pathlib import Path

import pytest

from recruitment.errors import DataError
from recruitment.ingest.decoding import ASSUMED
from recruitment.ingest.sources.csv_rows import FOLLOWED
from recruitment.ingest.sources.csv_source import ONE_COLUMN
from recruitment.ingest.sources.files import read_source
from recruitment.ingest.sources.source import Source


def read(folder: Path, content: bytes | str, name: str = "le25.csv") -> Source:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_source(path)


def told(source: Source) -> list[str]:
    return [str(fault) for fault in source.faults]


def test_values_stay_text_and_rows_have_the_line_where_they_begin(tmp_path: Path) -> None:
    text = 'Stage,Total,Note\n\n"Tel, interview","1,234","two\nlines"\n,,\nOffer,1E5,None\n'
    sheet = read(tmp_path, text).sheets[0]
    assert (sheet.file, sheet.name, sheet.numbers) == ("le25.csv", None, (1, 3, 6))
    assert sheet.rows == (
        ("Stage", "Total", "Note"),
        ("Tel, interview", "1,234", "two lines"),
        ("Offer", "1E5", "None"),
    )


@pytest.mark.parametrize("part", [",", ";", "\t", "|"])
def test_usual_delimiters_are_found(tmp_path: Path, part: str) -> None:
    source = read(tmp_path, f"Stage{part}n\nOffer{part}10\n")
    assert source.sheets[0].rows == (("Stage", "n"), ("Offer", "10"))


@pytest.mark.parametrize("part", ["^", "~", ":", "§", "\t"])
def test_a_delimiter_may_be_named(tmp_path: Path, part: str) -> None:
    source = read(tmp_path, f"sep={part}\r\nStage{part}n\r\nOffer{part}10\r\n")
    assert source.sheets[0].rows == (("Stage", "n"), ("Offer", "10"))
    assert source.sheets[0].numbers == (2, 3)


@pytest.mark.parametrize("part", ["", '"', "a", "1", " "])
def test_what_cannot_part_values_is_no_delimiter(tmp_path: Path, part: str) -> None:
    with pytest.raises(DataError) as caught:
        read(tmp_path, f"sep={part}\nStage,n\n")
    assert str(caught.value) == (
        "le25.csv, line 1: sep= names no delimiter; write one character after it, such as sep=;"
    )


def test_a_tsv_is_parted_by_tabs_whatever_else_is_in_it(tmp_path: Path) -> None:
    source = read(tmp_path, "Stage, all\tn\nOffer, all\t10\n", "le25.tsv")
    assert source.sheets[0].rows == (("Stage, all", "n"), ("Offer, all", "10"))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_usual_encodings_are_read(tmp_path: Path, codec: str) -> None:
    source = read(tmp_path, "Stage,£\nCafé,10\n".encode(codec))
    assert source.sheets[0].rows == (("Stage", "£"), ("Café", "10"))
    assert source.remarks == ((ASSUMED,) if codec == "cp1252" else ())


def test_all_faults_are_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = 'Stage,n\n"Sift,1\nOffer,#REF!\nTel\u202e,2\nFace,3,4\n"x"y,5\n\0,6\nEnd'
    assert told(read(tmp_path, text)) == [
        "le25.csv, row 2: a quotation mark is opened and never closed",
        "le25.csv, row 3, column B: shows the error #REF!; mend its formula, or empty the cell",
        "le25.csv, row 4, column A: holds U+202E, which cannot be seen; delete it",
        "le25.csv, row 5: 3 values, where others have 2; is a quotation mark missing?",
        f"le25.csv, row 6: {FOLLOWED}",
        "le25.csv, row 7, column A: holds U+0000, which cannot be seen; delete it",
        "le25.csv, row 8: 1 value, where others have 2; is a value missing?",
    ]


def test_a_byte_that_is_no_character_is_told_by_its_cell(tmp_path: Path) -> None:
    content = "Stage,n\nCafé,1\n".encode() + b"Caf\xe9,2\n"
    said = "holds the byte 0xE9, which is no character; save the file as UTF-8"
    assert told(read(tmp_path, content)) == [f"le25.csv, row 3, column A: {said}"]


def test_half_a_character_of_utf_16_is_told_by_its_cell(tmp_path: Path) -> None:
    said = "holds U+FFFD, which stands where a character was lost; type it again"
    content = "Stage,n\nOffer,10".encode("utf-16")[:-1]
    assert told(read(tmp_path, content)) == [f"le25.csv, row 2, column B: {said}"]


def test_one_value_to_a_line_is_said(tmp_path: Path) -> None:
    source = read(tmp_path, "Stage^n\nOffer^10\n")
    assert (source.remarks, told(source)) == ((ONE_COLUMN,), [])


def test_a_table_of_many_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read(tmp_path, ",".join(["n"] * 1_001))
    assert str(caught.value) == (
        "le25.csv, line 1: 1,001 columns; up to 1,000 are read: leave only the tables to be read"
    )


def test_ten_million_columns_are_not_read_into_memory(tmp_path: Path) -> None:
    said = "is longer than 1,000,000 characters; a table has up to 1,000 columns"
    assert told(read(tmp_path, "," * 9_999_999 + "1")) == [f"le25.csv, row 1: {said}"]


def test_more_cells_than_a_table_has_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="a table in it has over 2,000,000 cells"):
        read(tmp_path, ("," * 999 + "1\n") * 2_001)


def test_a_thousand_faults_are_listed_and_the_rest_are_counted(tmp_path: Path) -> None:
    found = told(read(tmp_path, "Stage,n\n" + "\x07,1\n" * 1_500))
    assert (len(found), found[-1]) == (1_001, "le25.csv: 500 more faults")
