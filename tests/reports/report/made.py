"""Material to report on: what the studies find of the published campaigns, or of one made up."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any

import polars as pl

import queries
from analytics.disparities import disparities
from analytics.largest_stage import largest_stage
from analytics.pass_rates import compared, outcomes
from analytics.representation import stage_representation
from analytics.representation_change import representation_changes
from analytics.settled import last_settled
from recruitment import published
from recruitment.studies.pass_rates import COLUMNS
from recruitment.studies.report import OPEN, gathered
from recruitment.warehouse import open_warehouse
from reports.findings import Findings
from reports.gap_readings import with_gap_readings
from reports.readings import with_change_readings
from reports.report.assembly import Cover, assembled
from reports.report.material import Material
from reports.report.model import Figure, Paragraph, Report

COVER = Cover("Recruitment and retention", "", dt.date(2020, 6, 15), OPEN)
TEXTS = ("campaign", "stage", "from_stage", "to_stage", "group", "reference", "role", "unit")
OTHER_TEXTS = ("last_stage", "title", "route", "area", "activity", "detail", "reading", "about")


@cache
def real() -> Material:
    """What the studies find of all that is published."""
    with open_warehouse(subjects=published.ALL) as con:
        return gathered(con, queries.campaigns(con))


def without(*names: str) -> Material:
    """The same without the answers named."""
    return replace(real(), **dict.fromkeys(names))


def labelled(payload: str) -> Material:
    """The same with ``payload`` before every text that came from data."""
    values = {field.name: getattr(real(), field.name) for field in fields(Material)}
    return Material(**{name: _with_payload(value, payload) for name, value in values.items()})


def of_flow(flow: pl.DataFrame) -> Material:
    """What the studies find of one campaign with these counts, and nothing else."""
    stages = stage_representation(flow, blank="include")
    changes = with_change_readings(representation_changes(stages))
    pairs = compared(outcomes(flow))
    gaps = disparities(pairs).join(
        largest_stage(pairs, last_settled(flow)),
        on=["campaign", "characteristic", "group"],
        how="left",
        maintain_order="left",
    )
    rates = with_gap_readings(gaps).select(COLUMNS)
    return Material(
        campaigns=_campaign(flow),
        attrition=_findings("attrition", stages=stages, changes=changes),
        pass_rates=_findings("pass-rates", rows=rates) if rates.height else None,
        compare=None,
        applicants=None,
        workforce=None,
        retention=None,
        audit=None,
        activities=real().activities.clear(),
    )


def report(material: Material) -> Report:
    """The report on it."""
    return assembled(material, COVER)


def said(made: Report) -> Iterator[str]:
    """Yield every text of a report that makes a claim."""
    yield from (each.text for each in made.findings)
    for section in made.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield from (block.text, *block.items)
            if isinstance(block, Figure):
                yield block.alt


def _findings(question: str, **tables: pl.DataFrame) -> Findings:
    return Findings(question, question, "Made up", None, (), tables)


def _campaign(flow: pl.DataFrame) -> pl.DataFrame:
    stages = flow.sort("stage_order")["stage"].unique(maintain_order=True).to_list()
    row: dict[str, Any] = {
        **dict.fromkeys(real().campaigns.columns),
        "campaign": "C1",
        "title": "Made up",
        "in_process": flow.filter(stage_order=1)["entered"].sum(),
        "stages": len(stages),
        "last_stage": stages[-1],
        "document": "",
        "source": "Made up",
    }
    return pl.DataFrame([row], schema=real().campaigns.schema)


def _with_payload(value: Any, payload: str) -> Any:
    if isinstance(value, pl.DataFrame):
        names = [name for name in (*TEXTS, *OTHER_TEXTS) if name in value.columns]
        return value.with_columns(_prefixed(name, payload) for name in names)
    if not isinstance(value, Findings):
        return value
    return replace(
        value,
        title=payload + value.title,
        source=payload + value.source,
        notes=tuple(payload + note for note in value.notes),
        headline=payload + value.headline,
        tables={name: _with_payload(table, payload) for name, table in value.tables.items()},
    )


def _prefixed(name: str, payload: str) -> pl.Expr:
    return (pl.lit(payload) + pl.col(name)).alias(name)
