"""Which columns of each table people see, and how a table is split into pages of one thing each.

Files for machines (CSV, JSON, Parquet, XLSX) carry every column; this is what fits eighty columns.
"""

from reports.layouts import (
    attrition,
    audit,
    campaigns,
    check,
    compare,
    forecast,
    imports,
    log,
    pass_rates,
    proportions,
    retention,
    trend,
)
from reports.layouts.layout import Layout

LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "campaigns": campaigns.LAYOUTS,
    "attrition": attrition.LAYOUTS,
    "pass-rates": pass_rates.LAYOUTS,
    "compare": compare.LAYOUTS,
    "proportions": proportions.LAYOUTS,
    "retention": retention.LAYOUTS,
    "forecast": forecast.LAYOUTS,
    "trend": trend.LAYOUTS,
    "audit": audit.LAYOUTS,
    "check": check.LAYOUTS,
    "log": log.LAYOUTS,
    "import": imports.LAYOUTS,
}
