"""Exports of candidates in every layout and kind of file, whose personal values are marked."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

# In every key, name, address, remark and in no word that recruit knows.
CANARY = "CANARY"
STAGES = ("Application", "Telephone interview", "Offer")
SUFFIXES = (".csv", ".xlsx", ".parquet")
PERSON = ("Candidate ID", "Name", "E-mail", "Born", "Remarks")
ANSWERS = (("Female", "Indian"), ("Male", "White British"), ("Female", ""), ("Male", "Arab"))
BORN = "1987-02-03"
PEOPLE = 24
# So many take seconds to be counted.
MANY = 60_000
LAYOUTS = {
    "per-stage": ("Stage", "Status"),
    "furthest": ("Furthest stage", "Status"),
    "dates": tuple(f"{stage} date" for stage in STAGES),
}

Table = list[tuple[str, ...]]


def candidates(layout: str, people: int = PEOPLE) -> Table:
    """Return candidates in a layout, headings first; every third goes one stage further."""
    rows = (row for number in range(people) for row in _rows(layout, number))
    return [(*PERSON, *LAYOUTS[layout], "Sex", "Ethnic origin"), *rows]


def _rows(layout: str, number: int) -> Iterator[tuple[str, ...]]:
    key = f"{CANARY}-{number:06}"
    person = (
        key,
        f"{CANARY} Jane {number}",
        f"{CANARY}{number}@example.org",
        BORN,
        f"{CANARY}: ill",
    )
    answers = ANSWERS[number % len(ANSWERS)]
    reached = STAGES[: number % len(STAGES) + 1]
    status = "Failed" if len(reached) < len(STAGES) else "Passed"
    if layout == "dates":
        days = [f"2025-0{place}-01" for place in range(4, 4 + len(reached))]
        yield (*person, *days, *[""] * (len(STAGES) - len(reached)), *answers)
    elif layout == "furthest":
        yield (*person, reached[-1], status, *answers)
    else:
        for stage in reached:
            yield (*person, stage, "Passed" if stage != reached[-1] else status, *answers)


def written(table: Table, path: Path) -> Path:
    """Write a table as the suffix of ``path`` says."""
    if path.suffix == ".csv":
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(table)
        path.write_text(text.getvalue(), encoding="utf-8")
    elif path.suffix == ".parquet":
        _frame(table).write_parquet(path)
    else:
        _frame(table).write_excel(path)
    return path


def _frame(table: Sequence[tuple[str, ...]]) -> pl.DataFrame:
    return pl.DataFrame(table[1:], schema=list(table[0]), orient="row")
