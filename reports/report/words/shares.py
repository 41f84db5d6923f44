"""A share beside that of the community, in a sentence or two."""

from reports.cells import bare, signed
from reports.gap_readings import gap_verdict
from reports.proportion_readings import NOT_EVIDENCE, counts, direction, place, who
from reports.readings import Verdict
from reports.report.words.phrases import Row, alone
from reports.wording import capital


def share_sentence(row: Row, comparisons: int) -> str:
    """Return what one share beside its benchmark allows to be said, of those that are tested.

    Args:
        row: One row of ``proportions`` with a p-value.
        comparisons: How many shares were tested together.
    """
    subject, beside = f"{who(row)} at {place(row)}", _beside(row)
    match gap_verdict(row):
        case Verdict.evidence:
            return f"There is evidence of {direction(row)} of {subject}: {beside}.{_doubt(row)}"
        case Verdict.alone:
            return (
                f"Whether {subject} differ from the community's share is not settled: {beside}. "
                f"{alone(comparisons)}"
            )
        case Verdict.too_few:
            return f"There are too few people to say anything of {subject}: {beside}."
        case _:
            return (
                f"There is no evidence of a gap between {subject} and the community's share: "
                f"{beside}. {capital(_unseen(row))} could not have been seen reliably."
            )


def _beside(row: Row) -> str:
    printed = "" if row["people_low"] == row["people_high"] else ", as printed"
    return (
        f"{bare(row['representation_pct'])}% ({counts(row)}{printed}) against the community's "
        f"{bare(row['benchmark_pct'])}%, {signed(row['gap_pp'])} percentage points"
    )


def _doubt(row: Row) -> str:
    """Say that the evidence hangs on how Not stated is counted."""
    hangs = NOT_EVIDENCE in str(row["reading"])
    return " It depends on how Not stated is counted." if hangs else ""


def _unseen(row: Row) -> str:
    below, above = row["detectable_under_pp"], row["detectable_over_pp"]
    if below is None:
        return f"any gap below, or one under {_points(above)} above,"
    if above is None:
        return f"any gap above, or one under {_points(below)} below,"
    return f"a gap under {_points(below)} below, or {_points(above)} above,"


def _points(points: float) -> str:
    return f"{signed(points, 1).lstrip('+')} percentage points"
