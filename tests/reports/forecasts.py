"""Findings to read and draw: what the study forecasts for the published figures."""

import datetime as dt
from typing import Any

from recruitment import published
from recruitment.studies.forecast import forecast
from recruitment.warehouse import open_warehouse
from reports.findings import Findings

BAME: dict[str, Any] = {
    "unit": "Force",
    "role": "Police officer",
    "characteristic": "ethnicity",
    "group": "BAME",
    "start": dt.date(2020, 5, 31),
    "start_pct": 8.0141,
    "people": 182,
    "out_of": 2271,
    "target_pct": 25.0,
    "target_by_pct": 25.0,
    "target_final_pct": 25.0,
    "period": "2019-20",
    "period_years": 1.0,
    "joiners_of_group": 23,
    "joiners": 241,
    "joiner_share_pct": 9.5436,
    "joiner_share_assumed": False,
    "intake": 241.0,
    "reached": False,
    "reached_pct": 0.86,
    "years_median": None,
    "years_low": None,
    "years_high": None,
    "steady_state_pct": 15.0894,
    "steady_low_pct": 6.82,
    "steady_high_pct": 22.5,
    "by_year": 2030,
    "joiner_share_needed_pct": 32.921,
    "years": 50,
    "futures": 10_000,
    "confidence_level": 0.95,
}
ARRIVING = {
    "reached": True,
    "reached_pct": 97.0,
    "years_median": 12,
    "years_low": 9,
    "years_high": 40,
    "steady_state_pct": 30.0,
}


def found(**asked: Any) -> Findings:
    """The study of the published figures, with few futures."""
    with open_warehouse(subjects=published.ALL) as con:
        return forecast(con, **{"futures": 300, **asked})
