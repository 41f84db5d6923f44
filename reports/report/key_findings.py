"""What to know first: the findings that there is evidence of, and the limits of the rest."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from reports.gap_readings import OVERALL, gap_verdict
from reports.readings import Verdict
from reports.report.material import Material, rows_of
from reports.report.model import KeyFinding
from reports.report.sections.data_quality import contradictions
from reports.report.words.applicants import pool_sentence, pool_verdict
from reports.report.words.changes import change_sentence, change_verdict
from reports.report.words.gaps import gap_sentence, pooled_sentence
from reports.report.words.phrases import Row, led
from reports.wording import counted, listed, people

Keys = Mapping[str, str]
MOST_OF_A_KIND = 4
TOGETHER = "campaigns-together"
NOT_CONFIRMED = (
    "The pass rates over the same stages do not confirm it once all comparisons are allowed for."
)


def key_findings(material: Material, keys: Keys) -> tuple[KeyFinding, ...]:
    """Return what there is evidence of, then what cannot be said, then the workforce.

    Args:
        material: What the studies found.
        keys: The key of each campaign's section.
    """
    kinds = (
        _pass_rates(material, keys),
        _representation(material, keys),
        _applicants(material),
        _without_evidence(material, keys),
        _position(material),
        _movements(material),
        _quality(material),
    )
    return tuple(finding for kind in kinds for finding in islice(kind, MOST_OF_A_KIND))


def _pass_rates(material: Material, keys: Keys) -> Iterator[KeyFinding]:
    """Yield pooled gaps, over all stages first; then those of a campaign that pooling has not."""
    pooled = rows_of(material.compare, "rows")
    seen = set()
    for row in sorted(pooled, key=lambda row: row["stage"] != OVERALL):
        if gap_verdict(row) is Verdict.evidence:
            seen.add((row["group"], row["stage"]))
            sentence = pooled_sentence(row, _tested(pooled))
            yield KeyFinding(led(_place(row), sentence), TOGETHER)
    gaps = rows_of(material.pass_rates, "rows")
    for row in gaps:
        if gap_verdict(row) is Verdict.evidence and (row["group"], row["stage"]) not in seen:
            where = f"{row['campaign']}, {row['stage']}"
            sentence = gap_sentence(row, _tested(gaps))
            yield KeyFinding(led(where, sentence), keys[row["campaign"]])


def _place(row: Row) -> str:
    stage = "over the stages settled in all" if row["stage"] == OVERALL else f"at {row['stage']}"
    return f"{listed(row['campaigns'].split(', '))}, {stage}"


def _representation(material: Material, keys: Keys) -> Iterator[KeyFinding]:
    rows = rows_of(material.attrition, "changes")
    passed = {
        _subject(row): gap_verdict(row)
        for row in rows_of(material.pass_rates, "rows")
        if row["stage"] == OVERALL
    }
    for row in rows:
        if change_verdict(row) is Verdict.evidence:
            provisional = " The later share is provisional." if row["provisional"] else ""
            alike = passed.get(_subject(row), Verdict.evidence) is Verdict.evidence
            doubt = "" if alike else f" {NOT_CONFIRMED}"
            sentence = f"{change_sentence(row, _tested(rows))}{provisional}{doubt}"
            yield KeyFinding(led(row["campaign"], sentence), keys[row["campaign"]])


def _subject(row: Row) -> tuple[str, str, str]:
    return row["campaign"], row["characteristic"], row["group"]


def _applicants(material: Material) -> Iterator[KeyFinding]:
    rows = rows_of(material.compare, "pools")
    for row in rows:
        if pool_verdict(row) is Verdict.evidence:
            yield KeyFinding(pool_sentence(row, _tested(rows)), TOGETHER)


def _without_evidence(material: Material, keys: Keys) -> Iterator[KeyFinding]:
    """Name the groups of which no gap in pass rates is evidence anywhere, in one sentence."""
    rows = [
        *rows_of(material.compare, "rows"),
        *rows_of(material.pass_rates, "rows"),
    ]
    tested = dict.fromkeys(row["group"] for row in rows if row["p_value"] is not None)
    found = {row["group"] for row in rows if gap_verdict(row) is Verdict.evidence}
    without = [people(group) for group in tested if group not in found]
    if without:
        yield KeyFinding(
            f"There is no evidence that {listed(without)} were more or less likely to pass than "
            "those they are compared with. That is not to say that they fared alike: the numbers "
            "are too small to see any but large gaps.",
            TOGETHER if material.compare is not None else keys[rows[0]["campaign"]],
        )


def _position(material: Material) -> Iterator[KeyFinding]:
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
    tested, without = _tested(rows), len(rows) - _tested(rows)
    if not tested:
        return "None could be tested, for want of headcounts"
    found = sum(gap_verdict(row) is Verdict.evidence for row in rows)
    number = f"{found:,}" if found else "none"
    rest = f"; {without:,} could not, for want of headcounts" if without else ""
    return f"Of the {tested:,} that could be tested, {number} {_give(found)} evidence{rest}"


def _give(number: int) -> str:
    return "give" if number > 1 else "gives"


def _movements(material: Material) -> Iterator[KeyFinding]:
    if material.retention is not None:
        headline = material.retention.headline.rstrip(".")
        yield KeyFinding(f"Joiners and leavers: {headline}.", "retention")


def _quality(material: Material) -> Iterator[KeyFinding]:
    number = len(contradictions(material))
    if number:
        yield KeyFinding(
            f"In {counted(number, 'place')} the counts behind this report contradict each other. "
            "They are used as printed, and named in the appendix on data quality.",
            "data-quality",
        )


def _tested(rows: Sequence[Row]) -> int:
    return sum(row["p_value"] is not None for row in rows)
