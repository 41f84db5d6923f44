"""Who is still in after each stage, as bars: shares from whole counts, all of their text ready.

The share after a stage is the product of the pass rates up to it; those who wait or withdrew are
in no rate. It is provisional from the first stage on at which people still wait.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from analytics.rounding import percentage
from reports.charts.comparisons import Series, counts, is_overall
from reports.charts.labels import distinct, shortened, wrapped
from reports.charts.panels import LINE_BREAK
from reports.charts.points import NO_FIGURE

Bar = dict[str, Any]
# People passed on and people with an outcome, multiplied up over the stages; None: not known.
Still = tuple[int, int] | None

ENTERED = "Entered"
# Each side of the comparison, and what its columns begin with.
SIDES = {"group": "", "reference": "reference_"}


def with_entry(series: Series) -> Series:
    """Return ``series`` without all stages together, entry first, its labels saying after what."""
    rows = tuple(row for row in series.rows if not is_overall(row))
    after = [LINE_BREAK.join(wrapped(_after(row["stage"]), 20, 3)) for row in rows]
    names = [ENTERED, *(f"{row['stage']}{LINE_BREAK}" for row in rows)]
    stages = distinct(zip(names, [ENTERED, *after], strict=True))
    return replace(series, rows=rows, stages=stages)


def bars(series: Series, waiting: Collection[tuple[str, str]]) -> list[Bar]:
    """Return a bar to each side and stage, the one on entry first, all of its text ready.

    ``waiting`` names the campaigns and stages at which anybody waits, of whichever group.
    """
    return [
        bar | {"status": "provisional" if bar["provisional"] else "settled", "said": _said(bar)}
        for side, who in (("group", series.group), ("reference", series.reference))
        for bar in _bars(series, side, who, waiting)
    ]


def still_in(still: Still, passed: int | None, failed: int | None) -> Still:
    """Return who is still in after one more stage, as a fraction of whole numbers.

    Once nobody is left, nobody is; where nobody has an outcome, it is not known.

    >>> still_in((150, 183), 113, 37), still_in((0, 5), 0, 0), still_in((1, 1), 0, 0)
    ((16950, 27450), (0, 5), None)
    """
    if still is None or passed is None or failed is None:
        return None
    if still[0] == 0:
        return still
    outcomes = passed + failed
    return (still[0] * passed, still[1] * outcomes) if outcomes else None


def of_100(still: Still) -> str:
    """Return a fraction in words that need no statistics.

    >>> of_100((150, 183)), of_100((1, 999)), of_100(None)
    ('82 of 100', 'under 1 of 100', 'no figure')
    """
    if still is None:
        return NO_FIGURE
    text = percentage(*still, decimals=0)
    return "under 1 of 100" if text == "0" and still[0] else f"{text} of 100"


def _bars(
    series: Series, side: str, who: str, waiting: Collection[tuple[str, str]]
) -> Iterator[Bar]:
    labels = list(series.stages.values())
    own = {"side": side, "who": who}
    yield own | _bar(ENTERED, labels[0], (1, 1), "") | {"name": who}
    still: Still = (1, 1)
    provisional = False
    for row, label in zip(series.rows, labels[1:], strict=True):
        prefix = SIDES[side]
        still = still_in(still, row[f"{prefix}passed"], row[f"{prefix}failed"])
        provisional = provisional or (row["campaign"], row["stage"]) in waiting
        figures = _bar(_after(shortened(row["stage"], 60)), label, still, counts(row, prefix))
        yield own | figures | {"provisional": provisional}


def _bar(stage: str, label: str, still: Still, passed: str) -> Bar:
    share = of_100(still)
    pct = None if still is None else float(percentage(*still))
    return {
        "stage": label,
        "stage_name": stage,
        "name": "",
        "pct": pct,
        "end": pct or 0.0,
        "share": share,
        "label": f"{share} ({passed})" if passed else share,
        "provisional": False,
    }


def _said(bar: Bar) -> str:
    provisional = ", provisional" if bar["provisional"] else ""
    return f"{bar['stage_name']}, {bar['who']}: {bar['label']}{provisional}"


def _after(stage: str) -> str:
    """Name a stage in the middle of a sentence, abbreviations as they are."""
    inner = stage if stage[:2].isupper() else f"{stage[:1].lower()}{stage[1:]}"
    return f"After {inner}"
