"""Key findings on the workforce, its joiners and leavers, and on the counts themselves."""

from collections.abc import Iterator, Sequence

from reports.gap_readings import gap_verdict
from reports.readings import Verdict
from reports.report.material import Material, rows_of
from reports.report.model import KeyFinding
from reports.report.sections.data_quality import contradictions
from reports.report.sections.posts import post
from reports.report.words.movements import make_up_sentence
from reports.report.words.phrases import Row, led
from reports.wording import counted

NOT_STAYING = "Whether they stay longer, or leave sooner, takes the number employed to say."


def position(material: Material) -> Iterator[KeyFinding]:
    """Yield how many shares of the workforce are below the community's, and how many are tested."""
    rows = rows_of(material.workforce, "rows")
    known = [row for row in rows if row["gap_pp"] is not None]
    if known:
        below = sum(row["gap_pp"] < 0 for row in known)
        yield KeyFinding(
            "In the workforce, a group's share of a role is below its share of the community in "
            f"{below:,} of {counted(len(known), 'comparison')}. {_how_tested(known)}.",
            "current-position",
        )


def _how_tested(rows: Sequence[Row]) -> str:
    tested = sum(row["p_value"] is not None for row in rows)
    without = len(rows) - tested
    if not tested:
        return "None could be tested, for want of headcounts"
    found = sum(gap_verdict(row) is Verdict.evidence for row in rows)
    number = f"{found:,}" if found else "none"
    rest = f"; {without:,} could not, for want of headcounts" if without else ""
    return f"Of the {tested:,} that could be tested, {number} {_give(found)} evidence{rest}"


def _give(number: int) -> str:
    return "give" if number > 1 else "gives"


def movements(material: Material) -> Iterator[KeyFinding]:
    """Yield joiners and leavers in numbers, then whose shares of the two differ."""
    if material.retention is None:
        return
    headline = material.retention.headline.rstrip(".")
    yield KeyFinding(f"Joiners and leavers: {headline}.", "retention")
    rows = rows_of(material.retention, "rows")
    tested = sum(row["p_value"] is not None for row in rows)
    several = len({row["unit"] for row in rows}) > 1
    told = set()
    for row in rows:
        if gap_verdict(row) is not Verdict.evidence:
            continue
        # Periods overlap: the same is told of the first alone, but not where it turns.
        subject = row["unit"], row["role"], row["group"], row["share_gap_pp"] > 0
        if subject not in told:
            told.add(subject)
            whose = post(row) if several else row["role"]
            sentence = led(f"{whose}, {row['period']}", make_up_sentence(row, tested))
            yield KeyFinding(f"{sentence} {NOT_STAYING}", "retention")


def quality(material: Material) -> Iterator[KeyFinding]:
    """Yield in how many places the counts cannot all be true."""
    number = len(contradictions(material))
    if number:
        yield KeyFinding(
            f"In {counted(number, 'place')} the counts behind this report contradict each other. "
            "They are used as printed or recorded, and named in the appendix on data quality.",
            "data-quality",
        )
