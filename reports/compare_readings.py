"""One-line readings of several campaigns together, that say only what the evidence carries.

The rules for a pooled gap in pass rates, in order:

1. In no campaign has anybody on both sides an outcome: that is said.
2. The adjusted p-value is under 0.05: evidence of a gap, with both rates, their counts and the size
   in percentage points.
3. Only the p-value by itself is under 0.05: not settled.
4. Not even the largest possible gap would have been seen with 80 % power: too few people to say.
5. Otherwise: no evidence of a gap, with the smallest that would have been seen.

Whatever the rule, if the test of homogeneity gives p under 0.05 the reading adds that the campaigns
differ, and that one pooled figure does not describe them all; if that holds only before the
comparisons shown are allowed for, that they may. Trends (evidence of a rise or a fall over the
campaigns) and pools of applicants (evidence of a larger or smaller share) follow rules 2 to 5. A
reading never gives a cause, and never says "no difference".
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import polars as pl

from reports.cells import p_text, signed
from reports.gap_readings import gap_verdict, with_outcome
from reports.readings import ALPHA, Verdict, by_itself
from reports.wording import compared_with, listed, people, share

Row = Mapping[str, Any]


def with_readings(rows: pl.DataFrame, reading: Callable[[Row], str]) -> pl.DataFrame:
    """Add the column ``reading``, made by one of the functions below."""
    readings = [reading(row) for row in rows.to_dicts()]
    return rows.with_columns(pl.Series("reading", readings, dtype=pl.String))


def pooled_reading(row: Row) -> str:
    """Return what one gap, pooled over campaigns, allows to be said."""
    return f"{_pooled(row)}{_disagreement(row)}."


def trend_reading(row: Row) -> str:
    """Return what the movement over the campaigns allows to be said."""
    match _verdict(row, "p_trend", "detectable_change_pp"):
        case Verdict.evidence:
            moved = "rise" if row["z"] > 0 else "fall"
            adjusted = p_text(row["p_adjusted"])
            over = f"{moved} over the campaigns: {row['counts']}"
            return f"evidence of a {over} (adjusted p {adjusted})."
        case Verdict.alone:
            return f"not settled: a trend is {by_itself({**row, 'p_value': row['p_trend']})}."
        case Verdict.too_few:
            return f"too few people to say ({row['counts']})."
        case Verdict.none:
            unseen = _points(row["detectable_change_pp"])
            return (
                f"no evidence of a trend (a steady change under {unseen} points from first to last "
                "could not have been seen reliably)."
            )
        case _:
            return f"not tested: the same for everybody ({row['counts']})."


def pool_reading(row: Row) -> str:
    """Return what the applicants of one campaign beside the earlier ones allow to be said."""
    match _pool_verdict(row):
        case Verdict.evidence:
            size = "larger" if row["difference_pp"] > 0 else "smaller"
            return (
                f"evidence of a {size} share of applicants: {_share(row, '')}, "
                f"{_share(row, 'earlier_')} before; {signed(row['difference_pp'])} percentage "
                f"points, adjusted p {p_text(row['p_adjusted'])}."
            )
        case Verdict.alone:
            points = signed(row["difference_pp"])
            return f"not settled, {points} percentage points: {by_itself(row)}."
        case Verdict.too_few:
            return f"too few people to say ({_share(row, '')}, {_share(row, 'earlier_')} before)."
        case Verdict.none:
            unseen = _points(row["detectable_difference_pp"])
            return (
                f"no evidence of a difference (one under {unseen} points "
                "could not have been seen reliably)."
            )
        case _:
            return "not tested: nobody applied, or nobody before."


def compare_headline(rows: pl.DataFrame, pools: pl.DataFrame, campaigns: Sequence[str]) -> str:
    """Return one sentence on what there is evidence of: pass rates, or else applicants."""
    found = [row for row in rows.to_dicts() if gap_verdict(row) is Verdict.evidence]
    if found:
        stages: dict[tuple[str, str], list[str]] = {}
        for row in found:
            stages.setdefault(_gap(row), []).append(row["stage"])
        gaps = [f"{gap} at {listed(at)} ({where})" for (gap, where), at in stages.items()]
        return f"Evidence of a gap: {'; '.join(gaps)}"
    moved = [row for row in pools.to_dicts() if _pool_verdict(row) is Verdict.evidence]
    if rows.is_empty() and moved:
        who = listed([f"{people(row['group'])} ({row['campaign']})" for row in moved])
        return f"Evidence of another share of applicants than before: {who}"
    what = "the make-up of applicants changed" if rows.is_empty() else "pass rates are apart"
    return f"{listed(campaigns)}: no evidence that {what}"


def _gap(row: Row) -> tuple[str, str]:
    """Return which way the gap goes, and in which campaigns."""
    likely = "more likely" if row["gap_pp"] > 0 else "less likely"
    who = f"{people(row['group'])} {likely} to pass than {compared_with(row['reference'])}"
    return who, row["campaigns"]


def _pooled(row: Row) -> str:
    match gap_verdict(row):
        case Verdict.evidence:
            pooled = "pooled gap" if ", " in row["campaigns"] else "gap"
            return (
                f"evidence of a gap: {_passed(row, '')} of {people(row['group'])} passed, "
                f"{_passed(row, 'reference_')} of {compared_with(row['reference'])}; {pooled} "
                f"{signed(row['gap_pp'])} percentage points, adjusted p {p_text(row['p_adjusted'])}"
            )
        case Verdict.alone:
            return f"not settled, {signed(row['gap_pp'])} percentage points: {by_itself(row)}"
        case Verdict.too_few:
            return f"too few people to say ({with_outcome(row)} with an outcome)"
        case Verdict.none:
            unseen = _points(row["detectable_gap_pp"])
            return (
                f"no evidence of a gap (one under {unseen} points "
                "could not have been seen reliably)"
            )
        case _:
            sides = f"{people(row['group'])} and {compared_with(row['reference'])}"
            return f"not tested: in no campaign have both {sides} an outcome"


def _disagreement(row: Row) -> str:
    p_value, adjusted = row["homogeneity_p"], row["homogeneity_p_adjusted"]
    if p_value is None or p_value >= ALPHA:
        return ""
    if adjusted < ALPHA:
        return (
            f"; the campaigns differ (homogeneity p {p_text(p_value)}), so one pooled figure does "
            "not describe them all"
        )
    return (
        f"; the campaigns may differ (homogeneity p {p_text(p_value)} by itself), and one pooled "
        "figure may not describe them all"
    )


def _verdict(row: Row, p_value: str, detectable: str) -> Verdict:
    return gap_verdict({**row, "p_value": row[p_value], "detectable_gap_pp": row[detectable]})


def _pool_verdict(row: Row) -> Verdict:
    return _verdict(row, "p_value", "detectable_difference_pp")


def _passed(row: Row, side: str) -> str:
    return share(row[f"{side}passed"], row[f"{side}passed"] + row[f"{side}failed"])


def _share(row: Row, side: str) -> str:
    return share(row[f"{side}group_entered"], row[f"{side}base"])


def _points(points: float) -> str:
    return signed(points, 1).lstrip("+")
