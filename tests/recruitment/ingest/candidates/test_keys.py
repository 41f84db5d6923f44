"""A key must be one of candidates: neither shared by nearly all, nor mangled by a spreadsheet."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recruitment.ingest.candidates.layouts import FURTHEST_STAGE, ROW_PER_STAGE
from tests.recruitment.ingest.candidates.made import counted, refused

STAGED = "Reference,Stage,Outcome,Sex\n"
Row = Callable[[int], str]


@pytest.mark.parametrize("layout", [None, ROW_PER_STAGE, FURTHEST_STAGE])
def test_the_number_of_a_vacancy_is_no_key_of_candidates(
    tmp_path: Path, layout: str | None
) -> None:
    rows = (f"VAC{each % 3},Application,Failed,{'FM'[each % 2]}\n" for each in range(60))
    assert refused(tmp_path, STAGED + "".join(rows), layout=layout) == [
        (
            "export.csv, column Reference: 60 of 60 rows give other answers than others of the same"
            " key; it is the key of something else, such as a vacancy; name that of candidates in "
            "the mapping under [columns] as candidate"
        )
    ]


def test_rows_that_nearly_all_say_the_same_have_no_key_of_candidates(tmp_path: Path) -> None:
    [told] = refused(tmp_path, STAGED + "VAC1,Application,Failed,F\n" * 60)
    assert "59 of 60 rows give the same as others of the same key" in told


@pytest.mark.parametrize(
    "row",
    [
        lambda each: f"k{each // 2},{('Application', 'Offer')[each % 2]},,{'FM'[each // 2 % 2]}\n",
        lambda each: f"k{each // 5},Application,Failed,{'FM'[each // 5 % 2]}\n",
        lambda each: f"k{each // 2},{('Application', 'Offer')[each % 2]},,{('', 'F')[each % 2]}\n",
    ],
    ids=["stages", "repetitions", "answers given later"],
)
def test_candidates_with_several_rows_have_keys(tmp_path: Path, row: Row) -> None:
    rows = "".join(map(row, range(60)))
    assert counted(tmp_path, STAGED + rows, layout=ROW_PER_STAGE).rows_read == 60


def test_keys_in_powers_of_ten_are_a_fault_and_not_repeated(tmp_path: Path) -> None:
    rows = "1E5,Offer,,F\n1.23E+11,Offer,,F\n1.24E+11,Offer,,M\n"
    assert refused(tmp_path, STAGED + rows) == [
        (
            "export.csv, row 3, column Reference: the keys of 2 rows are in powers of ten, as Excel"
            " shows long numbers, and may be those of several candidates; export again, and do not "
            "save it in Excel"
        )
    ]


def test_a_column_called_candidate_holds_names_and_no_key(tmp_path: Path) -> None:
    rows = "Candidate,Application ID,Stage,Sex\nCanary One,7,Offer,F\nCanary One,8,Offer,F\n"
    counts = counted(tmp_path, rows)
    assert counts.counts["candidates"].max() == 2
    assert "Canary" not in repr(counts)
    [told] = refused(tmp_path, "Candidate,Stage,Sex\nCanary One,Offer,F\n")
    assert "no column is the key" in told
