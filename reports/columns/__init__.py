"""Every column that people see: its heading, how a value reads, and what it means.

One registry for the terminal, Markdown, HTML and spreadsheets, so that a term has one heading and
a figure one rounding wherever it appears. A question may give a name that it shares with others a
meaning of its own: the exact p of one is Fisher's, that of another is binomial.
"""

from collections.abc import Mapping

from reports.columns import (
    audit,
    checks,
    comparisons,
    forecast,
    gaps,
    imports,
    proportions,
    retention,
    stages,
    trend,
)
from reports.columns.column import Column

COLUMNS: dict[str, Column] = stages.COLUMNS | gaps.COLUMNS | comparisons.COLUMNS

OWN: dict[str, dict[str, Column]] = {
    "proportions": proportions.COLUMNS,
    "retention": retention.COLUMNS,
    "forecast": forecast.COLUMNS,
    "trend": trend.COLUMNS,
    "audit": audit.COLUMNS,
    "check": checks.CHECK,
    "log": checks.LOG,
    "import": imports.COLUMNS,
}


def columns_of(question: str) -> Mapping[str, Column]:
    """Return the columns of the tables of ``question``, by name."""
    return COLUMNS | OWN.get(question, {})
