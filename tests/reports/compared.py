"""Findings to draw: the pass rates that the study gives for the published campaigns."""

from collections.abc import Callable
from functools import cache
from typing import Any

import polars as pl

from recruitment import published
from recruitment.studies.pass_rates import pass_rates
from recruitment.warehouse import open_warehouse
from reports.charts.rendering import render_svg
from reports.findings import Findings

Spec = dict[str, Any]


@cache
def real(*campaigns: str) -> Findings:
    """The study of some published campaigns, bounds over the blanks among it."""
    with open_warehouse(subjects=published.ALL) as con:
        return pass_rates(con, campaigns=campaigns or ("LE19a",), bounds=True)


@cache
def real_spec(chart: Callable[[Findings], Any], *campaigns: str) -> Spec:
    """The specification of a chart of the same, built once and not to be changed."""
    spec: Spec = chart(real(*campaigns)).to_dict()
    return spec


def altered(what: Findings, table: str, **columns: Any) -> Findings:
    """The same with columns of one table replaced, by a value or an expression."""
    values = {
        name: value if isinstance(value, pl.Expr) else pl.lit(value)
        for name, value in columns.items()
    }
    changed = what.tables[table].with_columns(**values)
    return kept(what, table, changed)


def kept(what: Findings, table: str, rows: pl.DataFrame) -> Findings:
    """The same with other rows in one table."""
    return Findings(
        question=what.question,
        title=what.title,
        source=what.source,
        as_at=what.as_at,
        notes=what.notes,
        tables=what.tables | {table: rows},
        headline=what.headline,
    )


def hostile(table: str, payload: str) -> Findings:
    """Women and men in LE19a, with the payload wherever text comes from data."""
    texts = ("campaign", "stage", "group", "reference", "characteristic", "reading")
    columns = {name: pl.lit(payload) + pl.col(name) for name in texts}
    women = kept(real(), table, real().tables[table].filter(characteristic="sex"))
    named = altered(women, table, **columns)
    return Findings(
        question=named.question,
        title=payload,
        source=payload,
        as_at=payload,
        notes=(payload,),
        tables=named.tables,
        headline=payload,
    )


def panels(spec: Spec) -> list[Spec]:
    """The panels of a chart, in order."""
    found: list[Spec] = spec["vconcat"][0]["concat"]
    return found


def rows(spec: Spec, panel: Spec) -> list[Spec]:
    """The rows drawn in a panel."""
    found: list[Spec] = spec["datasets"][panel["data"]["name"]]
    return found


def layer(panel: Spec, mark: str, number: int = 0) -> Spec:
    """One layer of a panel, by its mark."""
    found: Spec = [each for each in panel["layer"] if each["mark"]["type"] == mark][number]
    return found


def picture(chart: Any) -> str:
    """The chart as SVG."""
    return render_svg(chart).decode()
