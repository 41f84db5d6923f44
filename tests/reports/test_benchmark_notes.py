import datetime as dt
from typing import Any

import polars as pl
import pytest

from reports import benchmark_notes
from tests.reports.test_proportion_readings import row

DAY = dt.date(2020, 6, 15)
SCHEMA = {"as_at": pl.Date, "benchmark_as_at": pl.Date, "benchmark_quality": pl.String}


def _rows(*several: dict[str, Any]) -> pl.DataFrame:
    common = dict.fromkeys(SCHEMA) | {"as_at": DAY, "benchmark_as_at": DAY}
    return pl.DataFrame([common | each for each in several], schema_overrides=SCHEMA)


@pytest.mark.parametrize(
    ("quality", "note"),
    [
        (
            "estimated over",
            (
                "Women, W: the community's share may be higher, so a gap below is at least as "
                "large as shown, and one above may be smaller, or none."
            ),
        ),
        (
            "less than",
            (
                "Women, W: the community's share may be lower, so a gap above is at least as large "
                "as shown, and one below may be smaller, or none."
            ),
        ),
    ],
)
def test_a_limit_says_which_gaps_are_safe(quality: str, note: str) -> None:
    rows = _rows(row() | {"benchmark": "W", "benchmark_quality": quality})
    assert list(benchmark_notes.on_benchmarks(rows))[1:] == [note]


def test_a_plain_estimate_is_named_and_no_more() -> None:
    rows = _rows(row() | {"benchmark": "estimated 10%", "benchmark_quality": "estimated"})
    assert list(benchmark_notes.on_benchmarks(rows)) == [
        (
            "Benchmark (Leicester, Leicestershire and Rutland, 15 June 2020): women estimated 10%; "
            "tests take it as exact."
        )
    ]


def test_29_february_is_ten_years_after_28_february() -> None:
    leap = {"as_at": dt.date(2020, 2, 29)}
    fresh = _rows(row() | leap | {"benchmark_as_at": dt.date(2010, 2, 28)})
    stale = _rows(row() | leap | {"benchmark_as_at": dt.date(2010, 2, 27)})
    assert list(benchmark_notes.on_old_benchmarks(fresh)) == []
    assert len(list(benchmark_notes.on_old_benchmarks(stale))) == 1


def test_what_is_not_dated_is_not_too_old() -> None:
    undated = _rows(row() | {"as_at": None}, row() | {"benchmark_as_at": None})
    assert list(benchmark_notes.on_old_benchmarks(undated)) == []


def test_an_old_benchmark_is_warned_of_once_for_all_roles() -> None:
    old = {"benchmark_as_at": dt.date(2001, 4, 29)}
    rows = _rows(row() | old | {"role": "PCSO"}, row() | old | {"role": "Police officer"})
    assert list(benchmark_notes.on_old_benchmarks(rows)) == [
        (
            "Warning: the benchmark of women (Leicester, Leicestershire and Rutland) is of 29 "
            "April 2001, more than ten years before 15 June 2020."
        )
    ]
