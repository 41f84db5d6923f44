"""Findings made up for the renderers: one small campaign, with a label in every place."""

from io import StringIO
from typing import Any

import polars as pl

from recruitment.studies.attrition import CHANGE_COLUMNS, STAGE_COLUMNS
from reports.findings import Findings

HOSTILE = [
    '=cmd|"/c calc"!A1',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\uff1d1+1",
    "\t=1+1",
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "[bold]x[/bold]",
    ":smile:",
    "a|b",
    "`x` *y* _z_ ~w~ $v$",
    "# heading",
    "1. item",
    "- item",
    "---",
    "> quote",
    "![i](https://example.org/i.png)",
    "www.example.org",
    "&lt;b&gt;",
    "\x1b[31mred",
    "\x9b31mred",
    "\x1b]0;title\x07",
    "\u202edesrever",
    "\u2066isolated",
    "two\nlines",
    "return\r\n- over",
    "\u2028separated",
    "\u05e2\u05d1\u05e8\u05d9\u05ea",
    "\u65e5\u672c\u8a9e\u306e\u5019\u88dc\u8005",
    "x" * 300,
    " ".join(["many words"] * 30),
    "=cmd|' /C calc'!A0",
    "nul\x00l",
    "\U0001f469\u200d\U0001f692 \u2764\ufe0f",
]


class Terminal(StringIO):
    """A terminal of which one can choose the encoding."""

    def __init__(self, encoding: str = "utf-8", *, interactive: bool = True) -> None:
        super().__init__()
        self.encoded = encoding
        self.interactive = interactive

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self.encoded

    def isatty(self) -> bool:
        return self.interactive


def change(**values: Any) -> dict[str, Any]:
    """Return one row of changes, with ``values`` in place of the made-up ones."""
    return {
        "campaign": "C1",
        "characteristic": "sex",
        "group": "Female",
        "from_stage": "Sift",
        "to_stage": "Offer",
        "from_group": 40,
        "from_base": 100,
        "to_group": 10,
        "to_base": 20,
        "from_pct": 40.0,
        "to_pct": 50.0,
        "change_pp": 10.0,
        "change_low_pp": -9.5,
        "change_high_pp": 28.125,
        "relative_change_pct": 25.0,
        "p_value": 0.4485,
        "p_mid": 0.3333,
        "p_adjusted": 0.4485,
        "detectable_fall_pp": -30.25,
        "detectable_rise_pp": 31.75,
        "provisional": False,
        "group_progressed": 10,
        "group_resolved": 40,
        "rest_progressed": 10,
        "rest_resolved": 60,
        "reading": "no evidence of a change.",
        **values,
    }


def stage(order: int, **values: Any) -> dict[str, Any]:
    """Return one row of stages, with ``values`` in place of the made-up ones."""
    return {
        "campaign": "C1",
        "stage": f"Stage {order}",
        "stage_order": order,
        "characteristic": "sex",
        "group": "Female",
        "entered": 1234,
        "group_entered": 100,
        "not_stated": 7,
        "base": 1234,
        "representation_pct": 8.103727714748784,
        "change_from_previous_pp": None if order == 1 else -3.125,
        "change_pp": None if order == 1 else 0.0,
        "provisional": order > 1,
        **values,
    }


def changes(*rows: dict[str, Any]) -> pl.DataFrame:
    """Return rows of changes, with the columns that the readings look at."""
    return pl.DataFrame(rows)


def labelled(label: str) -> Findings:
    """Return findings in which every text that comes from data is ``label``."""
    texts = dict.fromkeys(("campaign", "characteristic", "group"), label)
    stages = [stage(order, **texts, stage=label) for order in (1, 2)]
    changed = change(**texts, from_stage=label, to_stage=label, reading=label)
    return Findings(
        question="attrition",
        title=label,
        source=label,
        as_at=None,
        notes=(label,),
        tables={
            "stages": pl.DataFrame(stages).select(STAGE_COLUMNS),
            "changes": pl.DataFrame([changed]).select(CHANGE_COLUMNS),
        },
        headline=label,
    )
