"""What cannot be said of pass rates: groups without evidence, and groups not settled."""

from collections.abc import Iterator, Sequence

from reports.cells import signed
from reports.gap_readings import OVERALL, gap_verdict
from reports.readings import Verdict
from reports.report.words.phrases import Row
from reports.wording import listed, people

NOT_ALIKE = "That is not to say that they fared alike"


def limit_sentences(pooled: Sequence[Row], gaps: Sequence[Row]) -> Iterator[str]:
    """Yield which groups no gap is evidence of anywhere, and how large a one could hide.

    Args:
        pooled: Rows of ``compare``, if several campaigns are compared.
        gaps: Rows of ``pass-rates``.
    """
    rows = [*pooled, *gaps]
    tested = dict.fromkeys(row["group"] for row in rows if row["p_value"] is not None)
    found = {row["group"] for row in rows if gap_verdict(row) is Verdict.evidence}
    alone = {row["group"] for row in rows if gap_verdict(row) is Verdict.alone} - found
    open_ = [group for group in tested if group in alone]
    without = [group for group in tested if group not in found | alone]
    if without:
        yield (
            f"There is no evidence that {_all(without)} were more or less likely to pass than "
            f"those they are compared with. {NOT_ALIKE}{_hidden(without, pooled or gaps)}."
        )
    if open_:
        yield (
            f"Whether {_all(open_)} were more or less likely to pass than those they are compared "
            "with is not settled: a gap would be evidence if it were the only comparison, and is "
            "not among so many."
        )


def _all(groups: Sequence[str]) -> str:
    return listed([people(group) for group in groups])


def _hidden(groups: Sequence[str], rows: Sequence[Row]) -> str:
    """Return the smallest gap over all stages that would have been seen, group by group."""
    sizes: list[str] = []
    for group in groups:
        own = [row for row in rows if row["group"] == group and row["stage"] == OVERALL]
        seen = [each for row in own if (each := row["detectable_gap_pp"]) is not None]
        if seen:
            points = signed(min(map(abs, seen)), 1).lstrip("+")
            unit = "" if sizes else " percentage points"
            sizes.append(f"{points}{unit} ({people(group)})")
    if not sizes:
        return ""
    return f": over all stages, gaps under {listed(sizes)} could not have been seen reliably"
