"""What an audit found as rows: one to a figure, and how many of each kind and severity."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from analytics.audit.finding import Finding, Unchecked, What
from analytics.audit.severity import Severity
from reports.audit_words import explained

COLUMNS: dict[str, Any] = {
    "document": pl.String,
    "location": pl.String,
    "kind": pl.String,
    "campaign": pl.String,
    "subject": pl.String,
    "about": pl.String,
    "words": pl.String,
    "label": pl.String,
    "stage": pl.String,
    "characteristic": pl.String,
    "group": pl.String,
    "printed": pl.String,
    "recomputed": pl.String,
    "numerator": pl.Int64,
    "denominator": pl.Int64,
    "severity": pl.String,
    "explanation": pl.String,
}
UNCHECKED = {
    name: COLUMNS.get(name, pl.String)
    for name in (
        "document",
        "location",
        "campaign",
        "about",
        "label",
        "characteristic",
        "group",
        "printed",
        "why",
    )
}
SUMMARY = {"kind": pl.String, "figures": pl.Int64} | {
    each.value.replace(" ", "_"): pl.Int64 for each in Severity
}


def finding_rows(findings: Iterable[Finding]) -> pl.DataFrame:
    """Return one row per figure looked at; ``explanation`` is null where it agrees as printed."""
    return pl.DataFrame([_row(each) for each in findings], schema=COLUMNS)


def summary_rows(findings: Sequence[Finding]) -> pl.DataFrame:
    """Return how many figures of each kind there are, by severity."""
    counted = Counter((each.what.value, each.severity) for each in findings)
    kinds = dict.fromkeys(each.what.value for each in findings)
    rows = [
        {"kind": kind, "figures": sum(counted[kind, each] for each in Severity)}
        | {each.value.replace(" ", "_"): counted[kind, each] for each in Severity}
        for kind in kinds
    ]
    return pl.DataFrame(rows, schema=SUMMARY)


def unchecked_rows(unchecked: Iterable[Unchecked]) -> pl.DataFrame:
    """Return one row per printed figure that nothing printed can confirm."""
    rows = [
        {
            "document": each.document,
            "location": each.place,
            "campaign": each.campaign,
            "about": _about(each),
            "label": each.label,
            "characteristic": each.cell[0] if each.cell else None,
            "group": each.cell[1] if each.cell else None,
            "printed": each.printed,
            "why": each.why,
        }
        for each in unchecked
    ]
    return pl.DataFrame(rows, schema=UNCHECKED)


def _row(found: Finding) -> dict[str, Any]:
    characteristic, category = found.cell or (None, None)
    worded = found.what is What.wording
    return {
        "document": found.document,
        "location": found.place,
        "kind": found.what.value,
        "campaign": found.campaign,
        "subject": found.campaign or found.document,
        "about": None if worded else _about(found),
        "words": found.printed if worded else None,
        "label": found.label,
        "stage": found.stage,
        "characteristic": characteristic,
        "group": category,
        "printed": found.printed,
        "recomputed": found.recomputed,
        "numerator": found.numerator,
        "denominator": found.denominator,
        "severity": found.severity.value,
        "explanation": explained(found) or None,
    }


def _about(found: Finding | Unchecked) -> str:
    """Return what a figure is of, in few words; blanks by their question."""
    if found.cell is None:
        return found.label
    characteristic, category = found.cell
    blank = f"{characteristic.replace('_', ' ')} not stated"
    who = blank if category == "Not stated" else category
    return f"{found.label}, {who}" if found.label else who
