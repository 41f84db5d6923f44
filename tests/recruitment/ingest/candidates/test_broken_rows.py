"""Rows that cannot be read and texts that mean nothing: one run tells both, in their order."""

from pathlib import Path

import pytest

from recruitment.ingest.faults import SourceRefused
from tests.recruitment.ingest.candidates.made import counted, refused

HEADINGS = "Candidate ID,Name,Stage,Outcome,Sex\n"
WHOLE = "1,canary,Application,Passed,Female\n"
SHORT = "2,canary,Application,Passed\n"
LONG = "3,canary, canary,Application,Passed,Male\n"
QUOTED = '4,"canary" x,Application,Passed,Male\n'
UNKNOWN = "5,canary,Application,Passed,canary{}\n"
NAMELESS = ",canary,Application,Passed,Male\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252"])
def test_broken_rows_and_unknown_answers_are_told_in_one_run(tmp_path: Path, codec: str) -> None:
    text = HEADINGS + WHOLE + SHORT + UNKNOWN.format("é") + LONG + NAMELESS + QUOTED + "\n"
    faults = refused(tmp_path, (text + UNKNOWN.format("")).encode(codec))
    assert [fault.split(": ")[0].removeprefix("export.csv, ") for fault in faults] == [
        "row 3",
        "row 4, column Sex",
        "row 5",
        "row 6, column Candidate ID",
        "row 7",
        "row 9, column Sex",
    ]
    assert "canary" not in str(faults)


def test_many_broken_rows_hide_no_unknown_answer_and_are_counted(tmp_path: Path) -> None:
    text = HEADINGS + WHOLE + SHORT * 1_000 + "".join(map(UNKNOWN.format, range(60)))
    with pytest.raises(SourceRefused) as caught:
        counted(tmp_path, text)
    listed = caught.value.details
    assert str(caught.value) == "export.csv: 1,060 faults; nothing was imported"
    assert sum("column Sex" in line for line in listed) == 49
    assert len(listed) == 101
    assert listed[-2:] == ("export.csv: 950 more rows are broken", "export.csv: and 11 more")


def test_where_every_row_is_broken_that_is_what_is_told(tmp_path: Path) -> None:
    [fault] = refused(tmp_path, HEADINGS + SHORT)
    assert fault.startswith("export.csv, row 2: 4 values, and there are 5 headings")
