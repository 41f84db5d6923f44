"""The figures as a page of the documentation: prose, tables and what to know of each method."""

import math
import platform
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version

import polars as pl

from analytics.rounding import half_up
from tests.analytics.simulation import prose
from tests.analytics.simulation.documented import INTERVALS, TESTS, Documented
from tests.analytics.simulation.grid import SEED, Grid
from tests.analytics.simulation.intervals import TIMES
from tests.analytics.simulation.results import Results

Row = dict[str, object]


def document(results: Results, grid: Grid) -> str:
    """Return the page in Markdown; the same figures give the same text."""
    parts = [
        prose.INTRODUCTION.format(seed=SEED, versions=_versions()),
        prose.INTERVALS.format(draws=f"{grid.draws:,}", conditional=f"{grid.conditional_draws:,}"),
        *_methods(results.coverages, _intervals, INTERVALS),
        prose.TESTS,
        *_methods(results.errors, _tests, TESTS),
        prose.CAMPAIGNS.format(campaigns=f"{grid.campaigns:,}"),
        _claims(results.false_claims),
        prose.POWER,
        _powers(results.powers),
        prose.SHOWN.format(campaigns=f"{grid.gap_campaigns:,}"),
        _shown(results.shown),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _methods(
    frame: pl.DataFrame, table: Callable[[pl.DataFrame], str], documented: dict[str, Documented]
) -> Iterator[str]:
    """Yield what was counted, what was drawn, and what to know."""
    counted = pl.col("draws") == 0
    yield from ("### Every outcome counted", table(frame.filter(counted)))
    yield from ("### Three campaigns pooled, drawn at random", table(frame.filter(~counted)))
    yield "### What to know"
    yield "\n".join(f"- **{name}**: {each.advice}" for name, each in documented.items())


def _versions() -> str:
    packages = [f"{name} {version(name)}" for name in ("numpy", "scipy", "polars")]
    return ", ".join([f"Python {platform.python_version()}", *packages])


def _intervals(frame: pl.DataFrame) -> str:
    headings = ["method", "people in the group", "lowest", "mean", "documented", "mean width"]
    rows = (
        [*_named(row), *_per_cent(row, "lowest", "mean"), _whole(row), _width(row), _endless(row)]
        for row in _in_order(frame, INTERVALS)
    )
    return _table([*headings, "without an end"], rows)


def _tests(frame: pl.DataFrame) -> str:
    headings = ["test", "people in the group", "highest", "mean", "documented"]
    rows = (
        [*_named(row), *_per_cent(row, "highest", "mean"), _whole(row)]
        for row in _in_order(frame, TESTS)
    )
    return _table(headings, rows)


def _powers(frame: pl.DataFrame) -> str:
    headings = ["test", "people in the group", "lowest", "mean", "highest"]
    rows = (
        [*_named(row), *_per_cent(row, "lowest", "mean", "highest")]
        for row in _in_order(frame, TESTS)
    )
    return _table(headings, rows)


def _claims(frame: pl.DataFrame) -> str:
    headings = ["claims", "adjustment", "campaigns with a false claim"]
    rows = ([row["claims"], row["adjusted"], *_per_cent(row, "share")] for row in frame.to_dicts())
    return _table(headings, rows)


def _shown(frame: pl.DataFrame) -> str:
    names = ["none", "Benjamini-Hochberg", "Holm"]
    rows = (
        [row["gap"], f"{half_up(100 * row['size'], 1)} points", *_per_cent(row, *names)]
        for row in frame.to_dicts()
    )
    return _table(["gap at", "size", "not adjusted", *names[1:]], rows)


def _in_order(frame: pl.DataFrame, documented: dict[str, Documented]) -> list[Row]:
    """Return rows as documented, few people before many."""
    order = list(documented)
    rows = frame.to_dicts()
    return sorted(rows, key=lambda row: (order.index(str(row["method"])), not row["few"]))


def _table(headings: list[str], rows: Iterable[list[object]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def _named(row: Row) -> list[object]:
    return [row["method"], row["people"]]


def _per_cent(row: Row, *figures: str) -> list[str]:
    return [f"{half_up(100 * float(str(row[figure])), 1)} %" for figure in figures]


def _whole(row: Row) -> str:
    return f"{half_up(100 * float(str(row['limit'])), 0)} %"


def _width(row: Row) -> str:
    """Return a width in percentage points, or how many times the lower limit the upper one is."""
    width = float(str(row["width"]))
    if row["unit"] == TIMES:
        return f"{half_up(math.exp(width), 1)} times"
    return f"{half_up(100 * width, 1)} points"


def _endless(row: Row) -> str:
    return f"{half_up(100 * float(str(row['endless'])), 1)} %" if row["unit"] == TIMES else ""
