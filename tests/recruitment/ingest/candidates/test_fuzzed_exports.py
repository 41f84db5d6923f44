"""Whatever is done to a file, it is counted or refused in one line: never a traceback."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.errors import UserError
from tests.recruitment.ingest.candidates.made import counted

TEXT = (
    b"Candidate ID,Stage,Outcome,Sex\n1,Application,Passed,canary\n1,Offer,,F\n"
    b'2,Application,"Failed",Male\n'
)
PIECES = [b'"', b",", b"\n", b"\r", b"\0", b"\xff", b"\xe2\x80\xae", b"\x1f", b" ", b";", b"Offer"]
CHANGES = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, 6), st.sampled_from([b"", *PIECES])),
    min_size=1,
    max_size=4,
)


@given(CHANGES, st.sampled_from(["csv", "txt", "parquet", "xlsx"]))
def test_a_damaged_export_is_refused_in_words_of_ours(
    changes: list[tuple[int, int, bytes]], suffix: str
) -> None:
    source = TEXT
    for place, length, piece in changes:
        source = source[:place] + piece + source[place + length :]
    # One answer is none that is known, so that nothing damaged is counted by chance.
    with tempfile.TemporaryDirectory() as folder, pytest.raises(UserError) as raised:
        counted(Path(folder), source, f"export.{suffix}")
    told = "\n".join((str(raised.value), *raised.value.details))
    assert "canary" not in told
    assert "Original Line" not in told
