from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.layouts.monitoring_table import read_monitoring_table
from recruitment.ingest.mapping.defaults import default_mapping
from tests.recruitment.ingest.layouts.tables import source_of

LABELS = (
    "Applications",
    "Pre-sift unsuccessful",
    "Telephone interview",
    "Tel. interview unsuccessful",
    "Interview booked",
    "Assessment Centre",
    "Assessment Centre Rejected",
)


@st.composite
def rows(draw: st.DrawFn) -> list[tuple[int, int, int]]:
    parts = st.tuples(*[st.integers(0, 10**6)] * 3)
    return draw(st.lists(parts, min_size=1, max_size=len(LABELS)))


@given(people=rows(), commas=st.booleans(), worded=st.booleans(), shares=st.booleans())
def test_a_consistent_table_is_read_whole_however_it_is_laid_out(
    *, people: list[tuple[int, int, int]], commas: bool, worded: bool, shares: bool
) -> None:
    lines = ["|Total|BAME|Blank"]
    for label, (group, blank, rest) in zip(LABELS, people, strict=False):
        total = group + blank + rest
        written = [f"{each:,}" if commas else f"{each}" for each in (total, group, blank)]
        written[2] = f"Blank {written[2]}" if worded else written[2]
        lines.append("|".join((label, *written)))
        lines += ["% of total||20.5%|5%"] if shares else []

    found = read_monitoring_table(source_of("\n".join(lines)), default_mapping()).counts

    assert [tuple(found["candidates"][at : at + 3]) for at in range(0, len(found), 3)] == [
        (group, rest, blank) for group, blank, rest in people
    ]
