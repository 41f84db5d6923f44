"""A share beside that of the community, in a sentence or two."""

from collections.abc import Iterator, Sequence

from reports.cells import bare, signed
from reports.gap_readings import gap_verdict
from reports.proportion_readings import NOT_EVIDENCE, counts, direction, who
from reports.readings import Verdict
from reports.report.words.phrases import Row, alone, of
from reports.wording import capital, listed


def share_sentence(row: Row, comparisons: int) -> str:
    """Return what one share beside its benchmark allows to be said, of those that are tested.

    Args:
        row: One row of ``proportions`` with a p-value.
        comparisons: How many shares were tested together.
    """
    beside = beside_community(row)
    match gap_verdict(row):
        case Verdict.evidence:
            return f"There is evidence of {direction(row)} of {who(row)}: {beside}.{_doubt(row)}"
        case Verdict.alone:
            return (
                f"Whether the share of {who(row)} differs from the community's is not settled: "
                f"{beside}. {alone(comparisons)}"
            )
        case Verdict.too_few:
            return f"There are too few people to compare the share of {who(row)}: {beside}."
        case _:
            return (
                f"There is no evidence of a gap between the share of {who(row)} and the "
                f"community's: {beside}. {capital(_unseen(row))} could not have been told from it "
                "reliably."
            )


def apart_sentences(rows: Sequence[Row]) -> Iterator[str]:
    """Yield which groups are a smaller share of applicants than of the community, then a larger.

    Args:
        rows: Rows of ``proportions`` on the applicants of campaigns.
    """
    found = [row for row in rows if gap_verdict(row) is Verdict.evidence]
    for size, own in (
        ("smaller", [row for row in found if row["gap_pp"] < 0]),
        ("larger", [row for row in found if row["gap_pp"] > 0]),
    ):
        campaigns: dict[str, list[str]] = {}
        for row in own:
            campaigns.setdefault(who(row), []).append(f"{row['campaign']}{_in_doubt(row)}")
        named = [f"{group} ({listed(codes)})" for group, codes in campaigns.items()]
        if named:
            yield (
                f"There is evidence that these were a {size} share of applicants than of the "
                f"community: {listed(named)}."
            )


def _in_doubt(row: Row) -> str:
    return ", depending on how Not stated is counted" if _doubt(row) else ""


def beside_community(row: Row) -> str:
    """Return a share with its counts, that of the community as its source words it, and the gap."""
    quality = f" (“{row['benchmark_quality']}”)" if row["benchmark_quality"] else ""
    return (
        f"{_counted(row)} against the community's {bare(row['benchmark_pct'])}%{quality}, "
        f"{signed(row['gap_pp'])} percentage points"
    )


def _counted(row: Row) -> str:
    """Return the share, which a printed one gives as a range of counts."""
    if row["people_low"] == row["people_high"]:
        return of(row["people"], row["out_of"])
    return f"{bare(row['representation_pct'])}% ({counts(row)}, as printed)"


def _doubt(row: Row) -> str:
    """Say that the evidence hangs on how Not stated is counted."""
    hangs = NOT_EVIDENCE in str(row["reading"])
    return " It depends on how Not stated is counted." if hangs else ""


def _unseen(row: Row) -> str:
    below, above = row["detectable_under_pp"], row["detectable_over_pp"]
    if below is None:
        return f"any share below the community's, or less than {_points(above)} above,"
    if above is None:
        return f"any share above the community's, or less than {_points(below)} below,"
    return f"a share less than {_points(below)} below the community's, or {_points(above)} above,"


def _points(points: float) -> str:
    return f"{signed(points, 1).lstrip('+')} percentage points"
