import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recruitment.errors import DataError, UsageError
from recruitment.ingest.decoding import ASSUMED
from recruitment.ingest.faults import SourceRefused
from recruitment.ingest.sources import CsvColumns, csv_dialect, sha256_of

BELL = "holds U+0007, which cannot be seen; delete it"
BYTE = "holds the byte 0xE9, which is no character; save the file as UTF-8"
CYRILLIC = "has U+0430, CYRILLIC SMALL LETTER A, among Latin letters; type it again"
HEADINGS = "Candidate ID,Stage,Ethnicity\n"


def written(folder: Path, content: bytes | str, name: str = "ats.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def told(path: Path, columns: Sequence[int] = (0, 1, 2)) -> list[str]:
    found = CsvColumns(path, csv_dialect(path), columns)
    list(found.batches())
    return [str(fault) for fault in found.faults]


def refused(path: Path) -> list[str]:
    with pytest.raises(SourceRefused) as caught:
        csv_dialect(path)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("part", [",", ";", "\t", "|"])
def test_a_dialect_is_found_from_the_bytes(tmp_path: Path, codec: str, part: str) -> None:
    content = f"Candidate ID{part}Stage\n1{part}Café £\n".encode(codec)
    found = csv_dialect(written(tmp_path, content))
    assert (found.encoding, found.delimiter) == (codec, part)
    assert (found.headings, found.header_line) == (("Candidate ID", "Stage"), 1)
    assert (found.sha256, found.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert (ASSUMED in found.remarks) is (codec == "cp1252")


def test_an_accent_far_down_still_tells_the_encoding(tmp_path: Path) -> None:
    content = HEADINGS.encode() + b"1,Sift,White\n" * 100_000 + b"2,Caf\xe9,White\n"
    assert csv_dialect(written(tmp_path, content)).encoding == "cp1252"


@pytest.mark.parametrize(
    ("above", "line"),
    [("", 1), ("\n\n", 3), ("Export of 2025\n", 2), ("Export,,\n,,\n", 3), ("sep=,\n", 2)],
)
def test_titles_and_empty_lines_may_stand_above_the_headings(
    tmp_path: Path, above: str, line: int
) -> None:
    path = written(tmp_path, f"{above}{HEADINGS}1,Sift,White\n")
    found = csv_dialect(path)
    assert (found.header_line, found.skipped, found.first) == (line, line, line + 1)
    assert list(CsvColumns(path, found, [0]).batches()) == [[("1",)]]


def test_headings_over_several_lines_are_skipped_whole(tmp_path: Path) -> None:
    path = written(tmp_path, '"Candidate\nID",Stage\n1,Sift\n')
    found = csv_dialect(path)
    assert (found.headings, found.header_line) == (("Candidate ID", "Stage"), 1)
    assert list(CsvColumns(path, found, [1, 0]).batches()) == [[("Sift", "1")]]


def test_what_is_wrong_with_headings_is_told_without_repeating_them(tmp_path: Path) -> None:
    path = written(tmp_path, f"ID,Stage,, stage,Se\u202ex,{'x' * 201},St\u0430ge,\n")
    assert refused(path) == [
        "ats.csv, row 1, column C: has no heading; name the column",
        "ats.csv, row 1, column D: has the same heading as column B; rename one of them",
        "ats.csv, row 1, column E: the heading holds U+202E, which cannot be seen; delete it",
        "ats.csv, row 1, column F: the heading is longer than 200 characters",
        f"ats.csv, row 1, column G: the heading {CYRILLIC}",
    ]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("C1,Sift,2001-02-03", "a date of 10 characters"),
        ("17,Sift,White", "a number of 2 characters"),
        ("a@b.example,Sift,White", "text of 11 characters"),
    ],
)
def test_a_first_row_of_a_person_is_no_heading_and_not_repeated(
    tmp_path: Path, row: str, kind: str
) -> None:
    said = f"{kind} stands where a heading is expected; the first line names columns"
    assert refused(written(tmp_path, f"{row}\n{row}\n")) == [f"ats.csv, row 1: {said}"]


def test_broken_headings_are_told(tmp_path: Path) -> None:
    found = refused(written(tmp_path, 'ID,"Stage\n1,Sift\n'))
    assert found == ["ats.csv, row 1: a quotation mark is opened and never closed"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "{path} is empty: there is nothing to read in it"),
        *(
            (content, "ats.csv has no text in it: there is nothing to read")
            for content in (
                *(b"\n \n", b"\xef\xbb\xbf", b"sep=;", b"sep=;\n\n", b'"",""\n'),
                "\u200b,\u200b\n\u00ad,\ufeff\n".encode(),
            )
        ),
        (b"Title,,\n,,\n", "ats.csv has a title and no headings: there is nothing to read"),
        (b"PK\x03\x04", "ats.csv is a workbook or a zip archive; give it the suffix it had"),
        (b"<html>", "ats.csv is a web page; open it in Excel and save it as .xlsx"),
        (b"PAR1", "ats.csv is a Parquet file: give it the suffix .parquet"),
        ("ID,n\n".encode("utf-16-be"), "ats.csv is not text: it holds NUL bytes; save it as UTF-8"),
        (b"," * 5_000_000, "ats.csv, line 1 is longer than 64 KB; a table has up to 1,000 columns"),
        (b"a," * 1_500, "ats.csv, line 1: 1,501 columns; up to 1,000 are read"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(DataError) as caught:
        csv_dialect(path)
    assert str(caught.value) == said.format(path=path)


def test_all_faults_of_rows_are_told_by_line_with_masked_values(tmp_path: Path) -> None:
    rows = '1,Sift\n2,"Sift,Asian\n3,Sift,Bl\u202eack,4\n4,Off\x07er,White\n\n5,Sift,' + "x" * 201
    assert told(written(tmp_path, HEADINGS + rows)) == [
        "ats.csv, row 2: 2 values, and there are 3 headings; is a quotation mark missing?",
        "ats.csv, row 3: a quotation mark is opened and never closed",
        "ats.csv, row 4: 4 values, and there are 3 headings; is a quotation mark missing?",
        f"ats.csv, row 5, column Stage: text of 6 characters {BELL}",
        "ats.csv, row 7, column Ethnicity: text of 201 characters is longer than 200 characters",
    ]


def test_a_byte_that_is_no_character_is_told_by_line(tmp_path: Path) -> None:
    content = f"{HEADINGS}1,Café,White\n".encode() + b"2,Sift,Ir\xe9n\n"
    assert told(written(tmp_path, content)) == [
        f"ats.csv, row 3, column Ethnicity: text of 4 characters {BYTE}"
    ]


def test_columns_that_are_not_needed_may_hold_anything(tmp_path: Path) -> None:
    path = written(tmp_path, f"{HEADINGS}1,Sift,\x07{'x' * 900}\n")
    assert told(path, [0, 1]) == []
    assert list(CsvColumns(path, csv_dialect(path), [1]).batches()) == [[("Sift",)]]


def test_no_value_stands_in_any_message(tmp_path: Path) -> None:
    path = written(tmp_path, f'{HEADINGS}1,Canary\n2,Canary\x07,Canary\n"Canary" Canary,1,2\n')
    assert len(told(path)) == 3
    assert "Canary" not in "".join(told(path))


def test_a_hundred_faults_are_kept_and_the_rest_are_counted(tmp_path: Path) -> None:
    found = told(written(tmp_path, HEADINGS + "1,2\n" * 1_334))
    assert (len(found), found[-1]) == (101, "ats.csv: 1,234 more faults")


def test_rows_come_in_batches_and_as_they_are(tmp_path: Path) -> None:
    path = written(tmp_path, (HEADINGS + "1, Sift ,Café\n\n,,\n" * 12_000).encode("utf-16"))
    batches = list(CsvColumns(path, csv_dialect(path), [2, 1]).batches())
    assert [len(batch) for batch in batches] == [10_000, 2_000]
    assert set(batches[1]) == {("Café", " Sift ")}


def test_rows_without_faults_come_beside_those_with_and_know_their_lines(tmp_path: Path) -> None:
    rows = "1,Sift\n" + "\n2,Sift,White\n" * 15_000 + '"3"x,Sift,White\n,,\n4,Offer,White\n'
    path = written(tmp_path, HEADINGS + rows)
    found = CsvColumns(path, csv_dialect(path), [0])
    batches = list(found.batches())
    assert [len(batch) for batch in batches] == [10_000, 5_001]
    assert batches[1][-1] == ("4",)
    assert [fault.place.row for fault in found.faults] == [2, 30_003]
    assert found.lines([1, 15_000, 15_001]) == {1: 4, 15_000: 30_002, 15_001: 30_005}


def test_a_line_without_end_is_told_and_skipped(tmp_path: Path) -> None:
    path = written(tmp_path, f"{HEADINGS}1,Sift,{'x' * 3_000_000}\n2,Sift\n")
    assert told(path) == [
        "ats.csv, row 2: is longer than 1,000,000 characters; a table has up to 1,000 columns",
        "ats.csv, row 3: 2 values, and there are 3 headings; is a quotation mark missing?",
    ]


def test_the_hash_is_of_all_bytes(tmp_path: Path) -> None:
    content = b"x" * 2_500_000
    assert sha256_of(written(tmp_path, content)) == hashlib.sha256(content).hexdigest()
    with pytest.raises(UsageError):
        sha256_of(tmp_path / "none.csv")


ROWS = st.lists(
    st.tuples(*[st.text("ab,;\"\n é'", min_size=1, max_size=5)] * 3).filter(
        lambda row: any(map(str.strip, row))
    ),
    max_size=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_value_comes_back_as_it_was_written(
    tmp_path: Path, rows: list[tuple[str, ...]], codec: str
) -> None:
    quoted = [",".join('"' + value.replace('"', '""') + '"' for value in row) for row in rows]
    path = written(tmp_path, (HEADINGS + "\n".join(quoted)).encode(codec))
    batches = CsvColumns(path, csv_dialect(path), [0, 1, 2]).batches()
    assert [row for batch in batches for row in batch] == rows
