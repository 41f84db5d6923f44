"""Joiners and leavers of one group and period, in sentences that keep three things apart.

Numbers, make-up and retention, as ``retention_readings`` has them: a larger share of joiners than
of leavers is neither more people joining than leaving, nor people staying.
"""

from reports.cells import signed
from reports.gap_readings import gap_verdict
from reports.readings import Verdict
from reports.report.words.phrases import Row, alone, of, size, unseen
from reports.wording import people


def numbers_sentence(row: Row) -> str:
    """Return whether more joined than left, which is a fact of the counts."""
    joined, left = row["joiners"], row["leavers"]
    who = people(row["group"])
    if joined == left == 0:
        return f"No {who} joined or left."
    if joined == left:
        return f"As many {who} joined as left, {joined:,} each."
    more = "More" if joined > left else "Fewer"
    return (
        f"{more} {who} joined than left: {joined:,} joined and {left:,} left "
        f"(net {signed(joined - left, 0)}).{_although(row)}"
    )


def make_up_sentence(row: Row, comparisons: int) -> str:
    """Return whether the group is rarer among leavers than among joiners.

    Args:
        row: One row of ``rows`` of ``retention``.
        comparisons: How many such rows were tested together.
    """
    shares = (
        f"{of(row['joiners'], row['all_joiners'])} of joiners and "
        f"{of(row['leavers'], row['all_leavers'])} of leavers"
    )
    who = people(row["group"])
    match gap_verdict(row):
        case Verdict.evidence:
            return f"There is evidence that {who} are {_rarer(row)}: {shares}."
        case Verdict.alone:
            return f"Whether {who} are {_rarer(row)} is not settled: {shares}. {alone(comparisons)}"
        case Verdict.too_few:
            return f"There are too few {who} to compare joiners with leavers: {shares}."
        case Verdict.none:
            return (
                f"There is no evidence that leavers differ from joiners in the share of {who}: "
                f"{shares}. {unseen('gap', row['detectable_gap_pp'])}"
            )
        case _:
            return f"The shares of {who} among joiners and leavers are not compared: {shares}."


def period_sentence(row: Row, comparisons: int) -> str:
    """Return what the last period beside the earlier ones allows to be said, where it is something.

    Args:
        row: One row of ``periods`` of ``retention`` on a share, with evidence or not settled.
        comparisons: How many such rows were tested together.
    """
    what = f"{people(row['group'])} as a {row['measure']}"
    shares = (
        f"{of(row['earlier_people'], row['earlier_out_of'])} in {row['earlier']} and "
        f"{of(row['people'], row['out_of'])} in {row['later']}"
    )
    if gap_verdict(row, "detectable_difference_pp") is Verdict.evidence:
        moved = "rose" if row["difference_pp"] > 0 else "fell"
        return f"There is evidence that {what} {moved}: {shares}, {size(row, 'difference')}."
    return f"Whether {what} changed is not settled: {shares}. {alone(comparisons)}"


def _although(row: Row) -> str:
    """Say that a larger share is not a larger number, where the two go opposite ways."""
    gap, net = row["share_gap_pp"], row["net_change"]
    if gap is None or gap * net >= 0:
        return ""
    return (
        f" Their share of joiners is {'above' if gap > 0 else 'below'} their share of leavers all "
        f"the same: of everybody, {row['all_joiners']:,} joined and {row['all_leavers']:,} left."
    )


def _rarer(row: Row) -> str:
    ours = row["leavers"] * row["reference_joiners"]
    theirs = row["joiners"] * row["reference_leavers"]
    return f"{'rarer' if ours < theirs else 'more common'} among leavers than among joiners"
