"""What the figures of one campaign carry, and what they do not."""

from collections.abc import Sequence
from typing import Any

from reports.gap_readings import OVERALL, gap_verdict
from reports.readings import Verdict
from reports.report.model import Block, Paragraph, Subheading
from reports.report.sections.campaign_facts import Campaign
from reports.report.words.changes import change_verdict
from reports.report.words.gaps import direction
from reports.wording import counted, listed, people

Row = dict[str, Any]
NO_PROOF = "No evidence is no proof that groups fare alike."


def evidence_blocks(own: Campaign) -> list[Block]:
    """Return how many comparisons gave what, and where two tests of one question part."""
    verdicts: list[Verdict] = [change_verdict(row) for row in own.changes] + [
        gap_verdict(row) for row in own.gaps
    ]
    tested = [each for each in verdicts if each is not Verdict.unknown]
    blocks: list[Block] = [Subheading("What the evidence carries")]
    if not tested:
        text = f"No comparison within {own.name} can be tested yet, so it carries no conclusion."
        return [*blocks, Paragraph(text)]
    return [*blocks, Paragraph(_tally(own, tested)), *_parted(own)]


def _tally(own: Campaign, tested: Sequence[Verdict]) -> str:
    found = sum(each is Verdict.evidence for each in tested)
    open_ = sum(each in {Verdict.alone, Verdict.against} for each in tested)
    few = sum(each is Verdict.too_few for each in tested)
    able = f"{counted(len(tested), 'comparison')} within {own.name} could be tested"
    if not found and not open_ and not few:
        return f"{able}, and none gives evidence of a difference. {NO_PROOF}"
    none = len(tested) - found - open_ - few
    said = [
        f"{_give(found)} evidence" if found else "none gives evidence",
        *([f"{_are(open_)} not settled"] if open_ else []),
        *([f"{_give(none)} no evidence"] if none else []),
        *([f"for {few:,} there are too few people to say"] if few else []),
    ]
    named = _named(own)
    rest = f" There is evidence that {named}." if named else ""
    return f"{able}: {listed(said)}.{rest} {NO_PROOF}"


def _give(number: int) -> str:
    return f"{number:,} {'gives' if number == 1 else 'give'}"


def _are(number: int) -> str:
    return f"{number:,} {'is' if number == 1 else 'are'}"


def _named(own: Campaign) -> str:
    moved = [
        f"the representation of {people(row['group'])} "
        f"{'rose' if row['change_pp'] > 0 else 'fell'} from {row['from_stage']} to "
        f"{row['to_stage']}"
        for row in own.changes
        if change_verdict(row) is Verdict.evidence
    ]
    apart = [
        f"{direction(row)} ({row['stage']})"
        for row in own.gaps
        if gap_verdict(row) is Verdict.evidence
    ]
    return listed([*moved, *apart])


def _parted(own: Campaign) -> list[Paragraph]:
    """Say why a change can be evidence while the pass rates over the same stages are not."""
    overall = {_group(row): gap_verdict(row) for row in own.gaps if row["stage"] == OVERALL}
    parted = [
        people(row["group"])
        for row in own.changes
        if _differ(change_verdict(row), overall.get(_group(row), Verdict.unknown))
    ]
    if not parted:
        return []
    return [
        Paragraph(
            f"For {listed(parted)} the change in representation and the pass rates over all stages "
            "are read differently. They ask nearly the same question; but the first is one of "
            f"{counted(own.changes_tested, 'comparison')} and the second one of "
            f"{counted(own.gaps_tested, 'comparison')}, and the more are made, the stronger each "
            "must be. Such a finding is best read as on the edge of what these numbers can show."
        )
    ]


def _group(row: Row) -> tuple[str, str]:
    return row["characteristic"], row["group"]


def _differ(change: Verdict, gap: Verdict) -> bool:
    """Return whether both were tested and one alone is evidence."""
    one_alone = (change is Verdict.evidence) is not (gap is Verdict.evidence)
    return one_alone and Verdict.unknown not in {change, gap}
