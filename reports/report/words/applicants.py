"""Who applied: one campaign beside the earlier ones, and over all in their order."""

from reports.gap_readings import gap_verdict
from reports.readings import Verdict
from reports.report.words.phrases import Row, alone, of, size, unseen
from reports.wording import capital, listed, people


def pool_verdict(row: Row) -> Verdict:
    """Return the verdict on one row of ``pools``."""
    return gap_verdict(row, "detectable_difference_pp")


def trend_verdict(row: Row) -> Verdict:
    """Return the verdict on one row of ``trend``."""
    return gap_verdict({**row, "p_value": row["p_trend"]}, "detectable_change_pp")


def pool_sentence(row: Row, comparisons: int) -> str:
    """Return what the applicants of one campaign beside the earlier ones allow to be said."""
    who, earlier = people(row["group"]), listed(row["earlier_campaigns"].split(", "))
    shares = (
        f"{of(row['group_entered'], row['base'])} against "
        f"{of(row['earlier_group_entered'], row['earlier_base'])}"
    )
    match pool_verdict(row):
        case Verdict.evidence:
            larger = "larger" if row["difference_pp"] > 0 else "smaller"
            return (
                f"There is evidence that {who} were a {larger} share of applicants to "
                f"{row['campaign']} than to {earlier}: {shares}, {size(row, 'difference')}."
            )
        case Verdict.alone:
            return (
                f"Whether {who} were another share of applicants to {row['campaign']} than to "
                f"{earlier} is not settled: {shares}. {alone(comparisons)}"
            )
        case Verdict.too_few:
            return f"There are too few {who} among applicants to compare: {shares}."
        case Verdict.none:
            return (
                f"There is no evidence that {who} were another share of applicants to "
                f"{row['campaign']} than to {earlier}: {shares}. "
                f"{unseen('difference', row['detectable_difference_pp'])}"
            )
        case _:
            return f"{capital(who)} among applicants are not compared: {shares}."


def trend_sentence(row: Row, comparisons: int) -> str:
    """Return what a rise or fall over the campaigns allows to be said, where it is something."""
    what = f"{row['measure']} of {people(row['group'])} at {row['stage']}"
    counts = _by_campaign(row)
    if trend_verdict(row) is Verdict.evidence:
        moved = "rose" if row["z"] > 0 else "fell"
        return f"There is evidence that the {what} {moved} over the campaigns: {counts}."
    return (
        f"Whether the {what} moved over the campaigns is not settled: {counts}. "
        f"{alone(comparisons)}"
    )


def _by_campaign(row: Row) -> str:
    """Return the share in each campaign, with its counts."""
    campaigns, counts = row["campaigns"].split(", "), row["counts"].split(", ")
    if len(campaigns) != len(counts):  # a name that holds a comma itself
        return f"{row['counts']} ({row['campaigns']})"
    shares = [
        f"{of(*(int(number.replace(',', '')) for number in each.split('/')))} in {campaign}"
        for campaign, each in zip(campaigns, counts, strict=True)
    ]
    return listed(shares)
