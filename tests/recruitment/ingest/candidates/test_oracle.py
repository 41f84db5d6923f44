"""Whatever the rows say, the counts are those of counting the candidates one by one."""

import tempfile
from pathlib import Path

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitment.errors import DataError
from recruitment.ingest.candidates.layouts import DATE_PER_STAGE, FURTHEST_STAGE, ROW_PER_STAGE
from tests.recruitment.ingest.candidates import oracle
from tests.recruitment.ingest.candidates.made import Row, as_csv, counted, people

SAID = {
    "Candidate ID": st.sampled_from(
        ["1", "01", " 2", "2", "1E5", "a,b", 'a"b', "None", "C9", "C\u00ad9\u200b"]
    ),
    "Person ID": st.sampled_from(["", "p1", "p\u200b1 ", "p2", "P2"]),
    "Outcome": st.sampled_from(["", *oracle.OUTCOMES, oracle.DRAFT, oracle.WAITING]),
    "Ethnicity": st.sampled_from(list(oracle.ANSWERS["Ethnicity"])),
    "Sex": st.sampled_from(list(oracle.ANSWERS["Sex"])),
}
STAGED = st.fixed_dictionaries({**SAID, "Stage": st.sampled_from(oracle.STAGES)})
DATES = {
    f"{stage} date": st.sampled_from(["", "2025-03-04", "5/3/2025", "6 March 2025 10:30"])
    for stage in oracle.STAGES
}
DATED = st.fixed_dictionaries({**SAID, **DATES})
COUNTED = STAGED.filter(lambda row: row["Outcome"] not in {oracle.DRAFT, oracle.WAITING})
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
@given(st.lists(COUNTED, min_size=1, max_size=25))
def test_every_characteristic_and_cross_adds_up_to_the_same_people(rows: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        counts = counted(Path(folder), as_csv(rows), crosses=[("ethnicity", "sex")]).counts
    totals = counts.group_by("stage", "outcome", "characteristic").agg(pl.col("candidates").sum())
    apart = totals.group_by("stage", "outcome").agg(pl.col("candidates").n_unique())
    assert apart["candidates"].to_list() == [1] * apart.height


@SLOW
@given(st.lists(COUNTED, min_size=1, max_size=25))
def test_people_with_several_applications_are_told_as_one_by_one(rows: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        notes = counted(Path(folder), as_csv(rows), layout=ROW_PER_STAGE).notes
    told = [note for note in notes if "several applications" in note]
    several = oracle.reapplicants(rows)
    who = "1 person has" if len(several) == 1 else f"{len(several)} people have"
    said = f"{who} several applications, {sum(several)} together; applications are counted."
    assert told == ([said] if several else [])


def _counted(rows: list[Row], layout: str) -> dict[tuple[str, str, str, str], int]:
    with tempfile.TemporaryDirectory() as folder:
        try:
            counts = people(counted(Path(folder), as_csv(rows), layout=layout))
        except DataError:
            # Nobody counts: the oracle must find the same.
            return {}
    # Every stated answer of these names one of the 19 groups, which are counted too.
    return {key: number for key, number in counts.items() if key[2] != "ethnic_group"}
