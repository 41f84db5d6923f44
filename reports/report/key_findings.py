"""What to know first: the findings that there is evidence of, and the limits of the rest."""

from collections.abc import Iterator

from reports.gap_readings import OVERALL, gap_verdict
from reports.readings import Verdict
from reports.report.material import Material
from reports.report.model import KeyFinding
from reports.report.sections.data_quality import contradictions
from reports.report.words.applicants import pool_sentence, pool_verdict
from reports.report.words.changes import change_sentence, change_verdict
from reports.report.words.gaps import gap_sentence, pooled_sentence
from reports.report.words.phrases import Row
from reports.wording import counted, few, listed, people

MOST_OF_A_KIND = 3


def key_findings(material: Material, keys: "dict[str, str]") -> tuple[KeyFinding, ...]:
    """Return what there is evidence of, then what is not settled, then what cannot be said.

    Args:
        material: What the studies found.
        keys: The key of each campaign's section.
    """
    return tuple(
        finding
        for each in (_pass_rates, _representation, _applicants)
        for finding in list(each(material, keys))[:MOST_OF_A_KIND]
    ) + tuple([*_without_evidence(material), *_position(material), *_movements(material),
               *_quality(material)])


def _pass_rates(material: Material, keys: "dict[str, str]") -> Iterator[KeyFinding]:
    """Yield gaps: pooled over all stages first, then pooled at one, then those of one campaign."""
    if material.compare is not None:
        rows = material.compare.tables["rows"].to_dicts()
        tested = _tested(rows)
        for row in sorted(rows, key=lambda row: row["stage"] != OVERALL):
            if gap_verdict(row) is Verdict.evidence:
                text = f"{_place(row)}: {pooled_sentence(row, tested)}"
                yield KeyFinding(text, "campaigns-together")
    if material.pass_rates is not None:
        rows = material.pass_rates.tables["rows"].to_dicts()
        for row in rows:
            if gap_verdict(row) is Verdict.evidence:
                text = f"{row['campaign']}, {row['stage']}: {gap_sentence(row, _tested(rows))}"
                yield KeyFinding(text, keys[row["campaign"]])


def _place(row: Row) -> str:
    stage = "over all settled stages" if row["stage"] == OVERALL else f"at {row['stage']}"
    return f"{listed(row['campaigns'].split(', '))}, {stage}"


def _representation(material: Material, keys: "dict[str, str]") -> Iterator[KeyFinding]:
    if material.attrition is None:
        return
    rows = material.attrition.tables["changes"].to_dicts()
    for row in rows:
        if change_verdict(row) is Verdict.evidence:
            provisional = " The later share is provisional." if row["provisional"] else ""
            text = f"{row['campaign']}: {change_sentence(row, _tested(rows))}{provisional}"
            yield KeyFinding(text, keys[row["campaign"]])


def _applicants(material: Material, _: "dict[str, str]") -> Iterator[KeyFinding]:
    if material.compare is None:
        return
    rows = material.compare.tables["pools"].to_dicts()
    for row in rows:
        if pool_verdict(row) is Verdict.evidence:
            yield KeyFinding(pool_sentence(row, _tested(rows)), "campaigns-together")


def _without_evidence(material: Material) -> Iterator[KeyFinding]:
    """Name the groups of which no gap in pass rates is evidence anywhere, in one sentence."""
    answers = [each for each in (material.compare, material.pass_rates) if each is not None]
    rows = [row for each in answers for row in each.tables["rows"].to_dicts()]
    tested = dict.fromkeys(row["group"] for row in rows if row["p_value"] is not None)
    found = {row["group"] for row in rows if gap_verdict(row) is Verdict.evidence}
    without = [people(group) for group in tested if group not in found]
    if without:
        section = "campaigns-together" if material.compare is not None else "method"
        yield KeyFinding(
            f"There is no evidence that {listed(without)} were more or less likely to pass than "
            "those they are compared with. That is not to say that they fared alike: the numbers "
            "are too small to see any but large gaps.",
            section,
        )


def _position(material: Material) -> Iterator[KeyFinding]:
    if material.workforce is not None:
        yield KeyFinding(f"Workforce: {material.workforce.headline.rstrip('.')}.", "current-position")


def _movements(material: Material) -> Iterator[KeyFinding]:
    if material.retention is not None:
        headline = material.retention.headline.rstrip(".")
        yield KeyFinding(f"Joiners and leavers: {headline}.", "retention")


def _quality(material: Material) -> Iterator[KeyFinding]:
    wrong = contradictions(material)
    if wrong:
        yield KeyFinding(
            f"{counted(len(wrong), 'set')} of the counts behind this report contradict each other; "
            "they are used as printed, and named in the appendix.",
            "data-quality",
        )


def _tested(rows: "list[Row]") -> int:
    return sum(row["p_value"] is not None for row in rows)
