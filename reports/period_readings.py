"""One-line readings of the last period beside the earlier ones, by the rules of ``readings``.

Evidence, not settled, too few to say, or no evidence with what could not have been seen: of the
group's share of joiners, of its share of leavers, and of how the two compare. Only the last bears
on "more of them stay than before", and even that is no rate of leaving.
"""

from collections.abc import Mapping
from typing import Any

from analytics.period_changes import ODDS
from analytics.rounding import half_up
from reports.cells import p_text, signed
from reports.gap_readings import gap_verdict
from reports.readings import ALPHA, Verdict, by_itself
from reports.wording import share

Row = Mapping[str, Any]


def change_reading(row: Row) -> str:
    """Return what the last period beside the earlier ones allows to be said."""
    return _odds_change(row) if row["measure"] == ODDS else _shift(row)


def _shift(row: Row) -> str:
    """Read a share that is higher or lower than before."""
    shares = f"{_of(row, 'earlier_')} in {row['earlier']}, {_of(row, '')} in {row['later']}"
    moved = row["measure"]
    match gap_verdict(row, "detectable_difference_pp"):
        case Verdict.evidence:
            way = "larger" if row["difference_pp"] > 0 else "smaller"
            points = f"{signed(row['difference_pp'])} percentage points"
            adjusted = p_text(row["p_adjusted"])
            return f"evidence of a {way} {moved}: {shares}; {points}, adjusted p {adjusted}."
        case Verdict.alone:
            points = f"{signed(row['difference_pp'])} percentage points"
            return f"not settled, {points}: {by_itself(row)}."
        case Verdict.too_few:
            return f"too few people to say: {shares}."
        case Verdict.none:
            unseen = half_up(row["detectable_difference_pp"], 1)
            return (
                f"no evidence of a change (one under {unseen} points could not have been seen "
                "reliably)."
            )
        case _:
            return f"not tested: nobody moved in {row['earlier']} or in {row['later']}."


def _odds_change(row: Row) -> str:
    ratios = " then ".join(
        "none" if ratio is None else half_up(ratio, 2)
        for ratio in (row["earlier_odds_ratio"], row["odds_ratio"])
    )
    if row["p_adjusted"] is None:
        return f"not tested: the counts of a period leave nothing to compare ({ratios})."
    otherwise = "leavers compare with joiners otherwise than before"
    if row["p_adjusted"] < ALPHA:
        return f"evidence that {otherwise} ({ratios}, adjusted p {p_text(row['p_adjusted'])})."
    if row["p_value"] < ALPHA:
        return f"not settled, {ratios}: {by_itself(row)}."
    return f"no evidence that {otherwise} ({ratios}, p {p_text(row['p_value'])})."


def _of(row: Row, side: str) -> str:
    people_of, base = row[f"{side}people"], row[f"{side}out_of"]
    return share(people_of, base) if base else "nobody"
