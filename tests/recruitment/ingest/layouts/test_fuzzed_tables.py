"""Whatever stands in a table, a reader gives counts or one refusal."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.errors import UserError
from recruitment.ingest.layouts.facts import read_movements, read_populations, read_workforce
from recruitment.ingest.layouts.monitoring_table import read_monitoring_table
from recruitment.ingest.layouts.recognition import recognised
from recruitment.ingest.layouts.stage_counts import read_stage_counts
from recruitment.ingest.layouts.tidy import TABLES
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.sources.source import Sheet, Source

Reader = Callable[[Source, Mapping], object]
TEXTS = st.sampled_from(
    [
        *(
            "",
            "Total",
            "BAME",
            "BAME %",
            "Blank",
            "Female",
            "Male",
            "%",
            "No.",
            "Sex",
            "Ethnicity",
            "Indian",
        ),
        *("Applications", "Telephone interview", "unsuccessful", "booked", "Interview booked"),
        *("AC successful/ pre-employment checks", "Offer", "% of total", "Blank 3", "5", "12", "0"),
        *("20%", "0.5", "1,000", "-1", "<5", "n/a", "2025-03-31", "31/03/2025", "entered", "left"),
        *("男", "=1+1", "</script>", "'; DROP TABLE stages; --", "x" * 300, "\u202e7", "²", "Roma"),
    ]
)
HEADINGS = st.sampled_from(
    [
        ("", "Total", "BAME", "", "Female", "Blank"),
        ("Stage", "Outcome", "Total", "Female", "Male", "Blank"),
        ("Stage", "Total", "Female", "Blank", "BAME %"),
        *[table.columns for table in TABLES.values()],
    ]
)
ROWS = st.lists(st.lists(TEXTS, max_size=9).map(tuple), max_size=8)
MERGED = st.frozensets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=6)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    rows = (*draw(ROWS)[:2], *draw(st.lists(HEADINGS, max_size=2)), *draw(ROWS))
    sheet = Sheet("a.xlsx", "A", rows, tuple(range(1, len(rows) + 1)), merged=draw(MERGED))
    return Source("a.xlsx", "", 0, (sheet,))


@pytest.mark.parametrize(
    "read",
    [
        recognised,
        read_monitoring_table,
        read_stage_counts,
        read_workforce,
        read_movements,
        read_populations,
    ],
)
@given(source=sources())
def test_a_table_of_anything_is_read_or_refused(read: Reader, source: Source) -> None:
    refusal = ""
    try:
        read(source, default_mapping())
    except UserError as refused:
        refusal = str(refused)

    assert "\n" not in refusal


@pytest.mark.parametrize("read", [read_monitoring_table, read_stage_counts, read_workforce])
def test_a_source_without_sheets_is_refused(read: Reader) -> None:
    with pytest.raises(UserError, match=r"^empty\.csv"):
        read(Source("empty.csv", "", 0, ()), default_mapping())
