"""One-line readings that say only what the evidence carries.

The rules, in order, for a change in representation:

1. No p-value (the counts contradict each other, or a side is empty): nothing is said but that.
2. The adjusted p-value is under 0.05: evidence of a rise or a fall; but where so many are waiting
   or withdrew that the share moves against those who have an outcome, that is said and nothing
   claimed.
3. Only the p-value by itself is under 0.05: the change would be evidence if it were the only one
   looked at, and is not once the comparisons shown are allowed for.
4. Not even a group of which nobody, or everybody, got through would have been told from chance
   with 80 % power: too few people to say.
5. Otherwise: no evidence of a change, with the smallest fall and rise that would have been seen.

A reading never gives a cause, and never says "no difference".
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import polars as pl

from reports.cells import p_text, signed
from reports.wording import listed, people, share

ALPHA = 0.05


class Verdict(StrEnum):
    """What the evidence carries."""

    unknown = "unknown"
    evidence = "evidence"
    against = "against"
    alone = "alone"
    too_few = "too few"
    none = "no evidence"


def verdict(row: Mapping[str, Any]) -> Verdict:
    """Return the verdict on one change in representation."""
    if row["p_adjusted"] is None:
        return Verdict.unknown
    if row["p_adjusted"] < ALPHA:
        return (
            Verdict.evidence if _got_through_more(row) * row["change_pp"] > 0 else Verdict.against
        )
    if row["p_value"] < ALPHA:
        return Verdict.alone
    if row["detectable_fall_pp"] is None and row["detectable_rise_pp"] is None:
        return Verdict.too_few
    return Verdict.none


def with_change_readings(changes: pl.DataFrame) -> pl.DataFrame:
    """Add the column ``reading`` to the rows of ``representation_changes``."""
    readings = [change_reading(row) for row in changes.to_dicts()]
    return changes.with_columns(pl.Series("reading", readings, dtype=pl.String))


def change_reading(row: Mapping[str, Any]) -> str:
    """Return what one change in representation allows to be said."""
    return f"{_judgement(row)}{'; provisional' if row['provisional'] else ''}."


def change_headline(changes: pl.DataFrame, campaigns: Sequence[str]) -> str:
    """Return one sentence on all the changes shown: what there is evidence of."""
    found = [row for row in changes.to_dicts() if verdict(row) is Verdict.evidence]
    if changes.is_empty():
        return f"{listed(campaigns)}: representation of applicants; no later stage to compare yet"
    if all(verdict(row) is Verdict.unknown for row in changes.to_dicts()):
        return f"{listed(campaigns)}: the counts do not allow a test of any change"
    if not found:
        return f"{listed(campaigns)}: no evidence that any group's representation changed"
    several = len(campaigns) > 1
    return "; ".join(_finding(row, several=several) for row in found)


def _judgement(row: Mapping[str, Any]) -> str:
    match verdict(row):
        case Verdict.evidence:
            moved = "rise" if row["change_pp"] > 0 else "fall"
            return (
                f"evidence of a {moved}, {signed(row['change_pp'])} percentage points "
                f"(adjusted p {p_text(row['p_adjusted'])})"
            )
        case Verdict.against:
            more = "more" if _got_through_more(row) > 0 else "less"
            return (
                f"not settled, {signed(row['change_pp'])} percentage points, but of those "
                f"with an outcome the group got through {more} often than all others"
            )
        case Verdict.alone:
            return f"not settled, {signed(row['change_pp'])} percentage points: {by_itself(row)}"
        case Verdict.too_few:
            return f"too few people to say ({row['from_group']:,} at {row['from_stage']})"
        case Verdict.none:
            return (
                f"no evidence of a change ({unseen_changes(row)} points could not have been seen "
                "reliably)"
            )
        case Verdict.unknown:
            return "not tested: the counts do not allow it"


def _got_through_more(row: Mapping[str, Any]) -> int:
    """Return a number with the sign of the gap between the group's rate and that of the rest."""
    ours = row["group_progressed"] * row["rest_resolved"]
    theirs = row["rest_progressed"] * row["group_resolved"]
    return int(ours - theirs)


def by_itself(row: Mapping[str, Any]) -> str:
    """Say that one comparison would be evidence, were it not one of several."""
    return (
        f"evidence by itself (p {p_text(row['p_value'])}), but not once the comparisons shown are "
        f"allowed for (adjusted p {p_text(row['p_adjusted'])})"
    )


def unseen_changes(row: Mapping[str, Any]) -> str:
    """Return which falls and rises, in percentage points, could not have been seen."""
    fall, rise = row["detectable_fall_pp"], row["detectable_rise_pp"]
    limits = [
        f"a {name} under {signed(abs(points), 1).lstrip('+')}"
        for name, points in (("fall", fall), ("rise", rise))
        if points is not None
    ]
    unseen = ["any fall"] * (fall is None) + ["any rise"] * (rise is None)
    return " or ".join(unseen + limits)


def _finding(row: Mapping[str, Any], *, several: bool) -> str:
    moved = "rose" if row["change_pp"] > 0 else "fell"
    where = f"{row['campaign']}: representation" if several else "Representation"
    return (
        f"{where} of {people(row['group'])} {moved} from "
        f"{share(row['from_group'], row['from_base'])} at {row['from_stage']} "
        f"to {share(row['to_group'], row['to_base'])} at {row['to_stage']}"
        f"{' (provisional)' if row['provisional'] else ''}"
    )
