"""One-line readings of a share beside a benchmark, that say only what the evidence carries.

The rules, in order:

1. There is no count, or nobody to count: the share and its distance are said, and why no test.
2. The adjusted p-value is under 0.05: evidence of under-representation, or of over-representation,
   with share, counts, benchmark and size; and whether that hangs on how Not stated is counted.
3. Only the p-value by itself is under 0.05: not settled.
4. No count of so few people would be evidence of anything: too few people to say.
5. Otherwise: no evidence of a gap, with the smallest that would have been seen on either side.

Where a printed share stands for several counts, the p-value is the largest of any of them, and the
reading names the range. A reading never gives a cause.
"""

from collections.abc import Mapping
from typing import Any

import polars as pl

from analytics.rounding import half_up
from reports.cells import bare, p_text, signed
from reports.gap_readings import gap_verdict
from reports.readings import Verdict, by_itself
from reports.wording import HOME_AREA, people

Row = Mapping[str, Any]
EVIDENCE = "evidence of"
# What a reading adds where the evidence hangs on how Not stated is counted.
NOT_EVIDENCE = "not evidence with Not stated"


def with_proportion_readings(rows: pl.DataFrame, other: pl.DataFrame, blank: str) -> pl.DataFrame:
    """Add the columns ``reading`` and ``depends_on_blank`` to the rows of ``benchmark_gaps``.

    Args:
        rows: With Not stated treated as asked.
        other: The same under the other treatment.
        blank: Whether Not stated counts in the totals of ``rows`` (``include``) or not.

    Returns:
        ``rows`` with ``depends_on_blank``: the other treatment in words, where there is evidence
        that it does not give, and otherwise null.
    """
    twins = {key(row): short_reading(row) for row in other.to_dicts()}
    treated = "left out" if blank == "include" else "counted"
    doubts = [
        treated
        if gap_verdict(row) is Verdict.evidence and twins[key(row)] != short_reading(row)
        else None
        for row in rows.to_dicts()
    ]
    marked = rows.with_columns(pl.Series("depends_on_blank", doubts, dtype=pl.String))
    readings = [proportion_reading(row) for row in marked.to_dicts()]
    return marked.with_columns(pl.Series("reading", readings, dtype=pl.String))


def key(row: Row) -> tuple[Any, ...]:
    """Return what tells a row from all others shown."""
    return tuple(row[name] for name in ("population", "role", "characteristic", "group"))


def proportion_reading(row: Row) -> str:
    """Return what one share beside its benchmark allows to be said."""
    match gap_verdict(row):
        case Verdict.evidence:
            return (
                f"{EVIDENCE} {direction(row)}: {counted_share(row)} against "
                f"{bare(row['benchmark_pct'])}%, {_points(row)}, "
                f"adjusted p {p_text(row['p_adjusted'])}{_doubt(row)}."
            )
        case Verdict.alone:
            return f"not settled, {_points(row)}: {by_itself(row)}."
        case Verdict.too_few:
            return f"too few people to say ({counts(row)})."
        case Verdict.none:
            return f"no evidence of a gap ({_unseen(row)} could not have been seen reliably)."
        case _:
            return _untested(row)


def short_reading(row: Row) -> str:
    """Return the verdict in as few words as fit into a table."""
    match gap_verdict(row):
        case Verdict.evidence:
            return f"{EVIDENCE} {direction(row)}"
        case Verdict.alone:
            return "not settled"
        case Verdict.too_few:
            return "too few people to say"
        case Verdict.none:
            return "no evidence of a gap"
        case _:
            return "not tested"


def direction(row: Row) -> str:
    """Return which way a share lies off its benchmark."""
    return "over-representation" if row["gap_pp"] > 0 else "under-representation"


def who(row: Row) -> str:
    """Return how the people of a row's group are called in a sentence."""
    if row["characteristic"] == HOME_AREA:
        return f"people from {row['group']}"
    return people(row["group"])


def counts(row: Row) -> str:
    """Return a count out of its total, as a range where a printed share stands for several.

    >>> counts({"people_low": 716, "people": 727, "people_high": 738, "out_of": 2271})
    '716 to 738 of 2,271'
    """
    low, high = row["people_low"], row["people_high"]
    number = f"{row['people']:,}" if low == high else f"{low:,} to {high:,}"
    return f"{number} of {row['out_of']:,}"


def benchmark_words(percentage: float, quality: str | None) -> str:
    """Return a benchmark as its source words it.

    >>> benchmark_words(20.0, "estimated over"), benchmark_words(50.5, None)
    ('estimated over 20%', '50.5%')
    """
    mixed = ", "
    if quality and mixed in quality:
        return f"{bare(percentage)}% ({quality})"
    return f"{quality or ''} {bare(percentage)}%".strip()


def place(row: Row) -> str:
    """Return the stage or the role that a row is about."""
    return str(row["stage"] or row["role"])


def body(row: Row) -> str:
    """Return the campaign or the unit that a row is about."""
    return str(row["campaign"] or row["unit"])


def counted_share(row: Row) -> str:
    """Return a share with its counts, which a printed one gives as a range."""
    printed = "" if row["people_low"] == row["people_high"] else ", as printed"
    return f"{bare(row['representation_pct'])}% ({counts(row)}{printed})"


def _doubt(row: Row) -> str:
    """Say that the evidence hangs on how Not stated is counted."""
    treated = row.get("depends_on_blank")
    return f"; {NOT_EVIDENCE} {treated}" if treated else ""


def _points(row: Row) -> str:
    return f"{signed(row['gap_pp'])} percentage points"


def _unseen(row: Row) -> str:
    """Say which gaps could not have been seen, below and above the benchmark."""
    below, above = (
        None if row[name] is None else f"{half_up(row[name], 1)} points"
        for name in ("detectable_under_pp", "detectable_over_pp")
    )
    if below and above:
        return f"one under {below} below or {above} above"
    if below:
        return f"any gap above, or one under {below} below,"
    return f"any gap below, or one under {above} above,"


def _untested(row: Row) -> str:
    if row["representation_pct"] is None:
        return "not compared: there is nobody to count, or no total."
    why = "no headcount" if row["fits"] else "the counts contradict each other"
    share = f"{bare(row['representation_pct'])}% against {bare(row['benchmark_pct'])}%"
    return f"{share}, {_points(row)}; not tested: {why}."
