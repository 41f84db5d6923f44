"""One row of the findings as a point of a chart, and one change as a line of text.

Field names are the ones written here, never data: Altair takes ``a.b`` or ``n[0]`` for a path and
then draws nothing.
"""

from collections.abc import Mapping
from typing import Any

from analytics.rounding import half_up
from reports.cells import signed
from reports.charts.labels import shortened
from reports.visible import visible

Row = Mapping[str, Any]
NO_FIGURE = "no figure"


def one_change(told: Mapping[str, Row]) -> tuple[str, ...]:
    """Return the change of the only campaign with its stages, then what it allows to be said."""
    for row in told.values():
        stages = f"{shortened(row['from_stage'], 40)} to {shortened(row['to_stage'], 40)}"
        reading = visible(row["reading"])
        return f"{change_text(row)}, {stages}.", f"{reading[:1].upper()}{reading[1:]}"
    return ("No change to report.",)


def each_change(told: Mapping[str, Row], campaigns: Mapping[str, str]) -> tuple[str, ...]:
    """Return the change of each campaign; ``campaigns`` gives the label to a name."""
    return tuple(
        f"{campaign}: {change_text(told[name]) if name in told else 'no change to report'}."
        for name, campaign in campaigns.items()
    )


def point(row: Row, campaign: str, stage: str) -> dict[str, Any]:
    """Return one row of ``stages`` as a point, all of its text ready, under the given labels."""
    pct = row["representation_pct"]
    known = pct is not None
    pct_text = f"{half_up(pct, 2)}%" if known else ""
    counts = f"{row['group_entered']:,} of {row['base']:,}" if known else ""
    return {
        "campaign": campaign,
        "stage": stage,
        "stage_order": row["stage_order"],
        "stage_name": shortened(row["stage"], 60),
        "group": shortened(row["group"], 40),
        "pct": pct,
        "pct_text": pct_text,
        "counts": counts,
        "said": f"{campaign}, {shortened(row['stage'], 60)}: "
        + (f"{pct_text}, {counts}" if known else NO_FIGURE),
        "not_stated": f"{row['not_stated']:,}",
        "change": "" if row["change_pp"] is None else f"{signed(row['change_pp'])} points",
        "provisional": bool(row["provisional"]),
        "status": "provisional" if row["provisional"] else "settled",
    }


def change_text(row: Row) -> str:
    """Return a headline change with its interval, in points."""
    interval = ""
    if row["change_low_pp"] is not None and row["change_high_pp"] is not None:
        interval = f" ({signed(row['change_low_pp'])} to {signed(row['change_high_pp'])})"
    return f"{signed(row['change_pp'])} points{interval}"
