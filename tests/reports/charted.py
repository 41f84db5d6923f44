"""Process charts to read and draw: made from counts, or from the published campaigns."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import polars as pl

from analytics.process_chart import process_charts
from recruitment import published
from recruitment.studies.points import table_of
from recruitment.studies.trend import ROW_COLUMNS, trend
from recruitment.warehouse import open_warehouse
from reports.findings import Findings
from reports.trend_headline import trend_headline
from reports.trend_readings import readings, with_series

KEYS: dict[str, Any] = {
    "measure": "share of applicants",
    "stage": "Application",
    "characteristic": "sex",
    "group": "Female",
}
# Montgomery (2013), table 7.1: faulty cans of orange juice in samples of 50.
CANS = [
    *(12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22),
    *(8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6),
]


def points(
    people: Sequence[int], out_of: Sequence[int] | int, names: Sequence[str] = (), **keys: Any
) -> pl.DataFrame:
    """One series with these counts, its points named P1, P2 and so on."""
    totals = [out_of] * len(people) if isinstance(out_of, int) else out_of
    return table_of(
        {
            **KEYS,
            **keys,
            "period": names[place - 1] if names else f"P{place}",
            "period_order": place,
            "people": number,
            "out_of": total,
        }
        for place, (number, total) in enumerate(zip(people, totals, strict=True), start=1)
    )


def rows(*series: pl.DataFrame) -> pl.DataFrame:
    """The rows of the findings for these series."""
    return with_series(process_charts(pl.concat(series))).select(ROW_COLUMNS)


def findings(*series: pl.DataFrame) -> Findings:
    """Findings with these series."""
    table = rows(*series)
    return Findings(
        question="trend",
        title="Process chart: share of applicants, Application",
        source="Montgomery",
        as_at=None,
        notes=("One note.",),
        tables={"rows": table, "readings": readings(table)},
        headline=trend_headline(table),
    )


@cache
def real(of: str = "applicants") -> Findings:
    """The study of the published figures."""
    with open_warehouse(subjects=published.ALL) as con:
        return trend(con, of=of)
