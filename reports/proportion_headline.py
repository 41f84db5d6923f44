"""One sentence on all the shares set beside a benchmark: what there is evidence of."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from reports.cells import bare
from reports.gap_readings import gap_verdict
from reports.proportion_readings import EVIDENCE, body, counted_share, direction, place, who
from reports.readings import Verdict
from reports.wording import capital, counted, listed

Row = Mapping[str, Any]
MOST_NAMED = 4


def proportion_headline(rows: pl.DataFrame) -> str:
    """Return one sentence on all the shares shown: what there is evidence of, or where they lie."""
    shown = rows.to_dicts()
    found = [row for row in shown if gap_verdict(row) is Verdict.evidence]
    ways = ("under-representation", "over-representation")
    named = {way: _named([row for row in found if direction(row) == way], shown) for way in ways}
    room = MOST_NAMED
    said = []
    for way, findings in named.items():
        if findings[:room]:
            areas = listed(_areas([row for row in found if direction(row) == way]))
            listing = "; ".join(findings[:room])
            said.append(f"{capital(EVIDENCE)} {way} against {areas}: {listing}")
        room -= len(findings[:room])
    more = sum(map(len, named.values())) - MOST_NAMED
    rest = f"; and {more} more in the tables" if more > 0 else ""
    return f"{'. '.join(said)}{rest}" if said else _without_evidence(shown)


def _areas(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(row["area"] for row in rows))


def _named(found: Sequence[Row], shown: Sequence[Row]) -> list[str]:
    """Name the groups found, those found at the same stages or in the same roles together."""
    groups: dict[str, list[str]] = {}
    for where, group in dict.fromkeys((body(row), row["group"]) for row in found):
        own = [row for row in found if (body(row), row["group"]) == (where, group)]
        every = [row for row in shown if (body(row), row["group"]) == (where, group)]
        kind = "stages" if own[0]["stage"] else "roles"
        whole = len(own) > 1 and len(own) == len(every)
        at = f"all {len(own)} {kind}" if whole else listed([place(row) for row in own])
        groups.setdefault(f"{where}: {at}{_doubt(own)}", []).append(who(own[0]))
    return [f"{listed(named)} ({where})" for where, named in groups.items()]


def _doubt(found: Sequence[Row]) -> str:
    """Name the places at which the evidence hangs on how Not stated is counted."""
    unsure = [place(row) for row in found if row.get("depends_on_blank")]
    if not unsure:
        return ""
    which = "which" if len(unsure) == len(found) else f"of which {listed(unsure)}"
    verb = "depends" if len(unsure) == 1 else "depend"
    return f", {which} {verb} on how Not stated is counted"


def _without_evidence(shown: Sequence[Row]) -> str:
    """Say where the shares lie, how many could be tested, and that none of these stands out."""
    tested = [row for row in shown if row["p_value"] is not None]
    if len(shown) == len(tested) == 1:
        return _one_tested(shown[0])
    below = sum(row["gap_pp"] < 0 for row in shown if row["gap_pp"] is not None)
    where = f"below the community's share in {below} of {counted(len(shown), 'comparison')}"
    without = len(shown) - len(tested)
    if not tested:
        return f"{capital(where)}, none tested: no headcounts"
    alone = any(gap_verdict(row) is Verdict.alone for row in tested)
    verdict = f"no evidence of a gap{' once all comparisons are allowed for' if alone else ''}"
    if not without:
        return f"{capital(verdict)}; {where}"
    return (
        f"{capital(where)}. {without} of the {len(shown)} are not tested for want of a headcount; "
        f"{verdict} in the other {len(tested)}"
    )


def _one_tested(row: Row) -> str:
    where = row["population"] if row["stage"] else f"{row['population']}, {row['role']}"
    share = f"{counted_share(row)} against {bare(row['benchmark_pct'])}%"
    return f"{where}: no evidence of a gap in the share of {who(row)}, {share}"
