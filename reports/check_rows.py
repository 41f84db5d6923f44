"""What checks of counts found as rows: one to a finding, and how much of each check agrees."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from analytics.checks import NAMES
from reports.check_words import sentence

COLUMNS: dict[str, Any] = {
    **dict.fromkeys(
        ("check", "subject", "campaign", "stage", "outcome", "characteristic", "category"),
        pl.String,
    ),
    "recorded": pl.Int64,
    "expected": pl.Int64,
    "printed": pl.String,
    "recomputed": pl.String,
    "finding": pl.String,
    "standing": pl.String,
    "contradiction": pl.Boolean,
    "accepted": pl.Boolean,
    "place": pl.String,
}
STANDINGS = CONTRADICTION, ACCEPTED, ADVICE = ("contradiction", "accepted", "advice")
SUMMARY = {
    "check": pl.String,
    "compared": pl.String,
    **dict.fromkeys(("looked_at", "agree", "contradictions", "accepted", "advice"), pl.Int64),
}
COMPARED = {
    "totals": "what categories add up to, and printed totals",
    "flow": "a stage and the one before",
    "outcomes": "who entered, and what became of them",
    "dates": "opened, closed, as at",
    "submitted": "applications, and who entered",
    "percentages": "printed percentages and their counts",
    "periods": "movements of one period and of others",
    "reasons": "who left for a reason, and who left",
    "shares": "shares of one whole, which are at most 100%",
    "duplicates": "the counts of campaigns",
}
# What only the rows of a source could show: they are not kept, so nothing can look again.
AT_IMPORT = "the rows of sources, at import"


def finding_rows(findings: pl.DataFrame) -> list[dict[str, Any]]:
    """Return one row per finding of campaigns, in words."""
    return [
        row | {"subject": row["campaign"], "finding": sentence(row)} for row in findings.to_dicts()
    ]


def kept_rows(kept: pl.DataFrame) -> list[dict[str, Any]]:
    """Return what was named at import and is not looked at again.

    Args:
        kept: The rows of ``queries.import_findings``.
    """
    return [
        row
        | {
            "check": row["check_name"],
            "subject": row["campaign"] or row["place"],
            "finding": f"{row['place']}: {row['finding']}",
            "accepted": row["contradiction"],
        }
        for row in kept.filter(~pl.col("check_name").is_in(NAMES)).to_dicts()
    ]


def standing_rows(
    rows: Iterable[dict[str, Any]],
    accepted: Collection[tuple[str, str, str]],
    campaigns: Sequence[str],
) -> pl.DataFrame:
    """Return findings with how they stand, those that contradict first within their subject.

    Args:
        rows: In columns of ``COLUMNS``.
        accepted: (subject, check, finding) of those that were accepted at import.
        campaigns: In the order in which they are shown; what is about none of them comes last.
    """
    places = {code: place for place, code in enumerate(campaigns)}
    last = len(places)
    complete = [dict.fromkeys(COLUMNS) | row | _standing(row, accepted) for row in rows]
    complete.sort(
        key=lambda row: (
            places.get(row["campaign"] or "", last),
            "" if row["campaign"] else row["subject"],
            STANDINGS.index(row["standing"]),
        )
    )
    named = [{name: row[name] for name in COLUMNS} for row in complete]
    return pl.DataFrame(named, schema=COLUMNS)


def _standing(row: Mapping[str, Any], accepted: Collection[tuple[str, str, str]]) -> dict[str, Any]:
    if not row["contradiction"]:
        return {"standing": ADVICE, "accepted": False}
    known = (row["subject"], row["check"], row["finding"]) in accepted
    kept = bool(row.get("accepted")) or known
    return {"standing": ACCEPTED if kept else CONTRADICTION, "accepted": kept}


def summary_rows(findings: pl.DataFrame, looked_at: Mapping[str, int]) -> pl.DataFrame:
    """Return how many comparisons of each check were made, and how many agree."""
    found = findings["check"].unique(maintain_order=True).to_list()
    made = {name for name, number in looked_at.items() if number}
    names = [name for name in dict.fromkeys((*NAMES, *found)) if name in {*made, *found}]
    return pl.DataFrame([_summary(name, findings, looked_at) for name in names], schema=SUMMARY)


def _summary(name: str, findings: pl.DataFrame, looked_at: Mapping[str, int]) -> dict[str, Any]:
    own = findings.filter(check=name)
    number = looked_at.get(name)
    standing = {each: own.filter(standing=each).height for each in STANDINGS}
    return {
        "check": name,
        "compared": COMPARED.get(name, AT_IMPORT),
        "looked_at": number,
        "agree": None if number is None else number - own.height,
        "contradictions": standing[CONTRADICTION],
        "accepted": standing[ACCEPTED],
        "advice": standing[ADVICE],
    }
