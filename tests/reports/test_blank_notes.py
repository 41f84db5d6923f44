import polars as pl

from reports import blank_notes
from tests.reports.test_proportion_readings import UNSURE, row


def test_the_same_verdict_under_the_other_treatment_needs_no_note() -> None:
    assert (
        list(blank_notes.on_other_blank(pl.DataFrame([row()]), pl.DataFrame([row()]), "include"))
        == []
    )


def test_another_verdict_with_not_stated_counted_is_given() -> None:
    other = pl.DataFrame([row(**UNSURE)])
    assert list(blank_notes.on_other_blank(pl.DataFrame([row()]), other, "exclude")) == [
        "C1, Female: with Not stated counted the reading is no evidence of a gap at Sift."
    ]


def test_blanks_that_carry_a_share_over_the_benchmark_are_named() -> None:
    figures = {"people": 106, "out_of": 546, "benchmark_pct": 25.0, "not_stated": 36}
    included = pl.DataFrame([row(**figures)])
    excluded = pl.DataFrame([row(**figures | {"out_of": 510})])
    said = [
        (
            "C1, Female: the share is under the benchmark of 25% if none of those who did not "
            "state are of the group, and above it if all are: 19.41% to 26.01% at Sift (106 to 142 "
            "of 546)."
        )
    ]
    assert list(blank_notes.on_bounds(included, "include")) == said
    assert list(blank_notes.on_bounds(excluded, "exclude")) == said


def test_blanks_that_cannot_are_not() -> None:
    figures = {"people": 106, "out_of": 546, "benchmark_pct": 50.5, "not_stated": 36}
    assert list(blank_notes.on_bounds(pl.DataFrame([row(**figures)]), "include")) == []
