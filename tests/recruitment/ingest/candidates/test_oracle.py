"""Whatever the rows say, the counts are those of counting the candidates one by one."""

import tempfile
from pathlib import Path

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitment.ingest.candidates.layouts import DATE_PER_STAGE, FURTHEST_STAGE, ROW_PER_STAGE
from tests.recruitment.ingest.candidates import oracle
from tests.recruitment.ingest.candidates.made import Row, as_csv, counted, people

SAID = {
    "Candidate ID": st.sampled_from(["1", "01", " 2", "2", "1E5", "a,b", 'a"b', "None"]),
    "Outcome": st.sampled_from(["", *oracle.OUTCOMES]),
    "Ethnicity": st.sampled_from(list(oracle.ANSWERS["Ethnicity"])),
    "Sex": st.sampled_from(list(oracle.ANSWERS["Sex"])),
}
STAGED = st.fixed_dictionaries({**SAID, "Stage": st.sampled_from(oracle.STAGES)})
DATES = {
    f"{stage} date": st.sampled_from(["", "2025-03-04", "5/3/2025", "6 March 2025 10:30"])
    for stage in oracle.STAGES
}
DATED = st.fixed_dictionaries({**SAID, **DATES}).filter(
    lambda row: any(row[name] for name in DATES)
)
SLOW = settings(max_examples=25)


@SLOW
@given(st.lists(STAGED, min_size=1, max_size=25))
def test_rows_per_stage_are_counted_as_one_by_one(rows: list[Row]) -> None:
    assert _counted(rows, ROW_PER_STAGE) == oracle.per_stage(rows)


@SLOW
@given(st.lists(STAGED, min_size=1, max_size=25))
def test_furthest_stages_are_counted_as_one_by_one(rows: list[Row]) -> None:
    assert _counted(rows, FURTHEST_STAGE) == oracle.furthest(rows)


@SLOW
@given(st.lists(DATED, min_size=1, max_size=25))
def test_dates_per_stage_are_counted_as_one_by_one(rows: list[Row]) -> None:
    assert _counted(rows, DATE_PER_STAGE) == oracle.dated(rows)


@SLOW
@given(st.lists(STAGED, min_size=1, max_size=25), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows: list[Row], random: st.DrawFn) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _counted(rows, ROW_PER_STAGE) == _counted(shuffled, ROW_PER_STAGE)


@SLOW
@given(st.lists(STAGED, min_size=1, max_size=25))
def test_every_characteristic_and_cross_adds_up_to_the_same_people(rows: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        counts = counted(Path(folder), as_csv(rows), crosses=[("ethnicity", "sex")]).counts
    totals = counts.group_by("stage", "outcome", "characteristic").agg(pl.col("candidates").sum())
    apart = totals.group_by("stage", "outcome").agg(pl.col("candidates").n_unique())
    assert apart["candidates"].to_list() == [1] * apart.height


def _counted(rows: list[Row], layout: str) -> dict[tuple[str, str, str, str], int]:
    with tempfile.TemporaryDirectory() as folder:
        counts = people(counted(Path(folder), as_csv(rows), layout=layout))
    # Every stated answer of these names one of the 19 groups, which are counted too.
    return {key: number for key, number in counts.items() if key[2] != "ethnic_group"}
