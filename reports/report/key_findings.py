"""What to know first: the findings that there is evidence of, and the limits of the rest."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reports.gap_readings import OVERALL, gap_verdict
from reports.readings import Verdict
from reports.report.key_numbers import movements, position, quality
from reports.report.material import Material, rows_of
from reports.report.model import KeyFinding
from reports.report.sections.applicants_community import applicant_rows
from reports.report.words.applicants import pool_sentence, pool_verdict
from reports.report.words.changes import change_sentence, change_verdict
from reports.report.words.gaps import gap_sentence, pooled_sentence
from reports.report.words.limits import limit_sentences
from reports.report.words.phrases import Row, led
from reports.report.words.shares import apart_sentences
from reports.wording import counted, listed

Keys = Mapping[str, str]
MOST_OF_A_KIND = 4
TOGETHER = "campaigns-together"
NOT_CONFIRMED = (
    "The pass rates over the same stages do not confirm it once all comparisons are allowed for."
)


def key_findings(
    material: Material, keys: Keys, shown: Collection[str] | None = None
) -> tuple[KeyFinding, ...]:
    """Return what there is evidence of, then what cannot be said, then the workforce.

    Args:
        material: What the studies found.
        keys: The key of each campaign's section.
        shown: The keys of the sections that the report has; None means all.
    """
    kinds = (
        _pass_rates(material, keys),
        _representation(material, keys),
        _applicants(material),
        _community(material),
        _without_evidence(material, keys),
        position(material),
        movements(material),
        quality(material),
    )
    return tuple(
        finding
        for kind in kinds
        for finding in _few([each for each in kind if shown is None or each.section in shown])
    )


def _few(kind: Sequence[KeyFinding]) -> Iterable[KeyFinding]:
    """Return the first findings of one kind, and how many more the sections have."""
    more = len(kind) - MOST_OF_A_KIND
    if more <= 1:  # to name one more is as short as to say that there is one
        return kind
    section = kind[MOST_OF_A_KIND].section
    rest = f"The sections have {counted(more, 'finding')} more of the kind just named."
    return [*kind[:MOST_OF_A_KIND], KeyFinding(rest, section)]


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
    overall = "over the stages that are settled in all of them"
    stage = overall if row["stage"] == OVERALL else f"at {row['stage']}"
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


def _community(material: Material) -> Iterator[KeyFinding]:
    """Yield which groups' shares of applicants are off the community's, and in which campaigns."""
    for sentence in apart_sentences(applicant_rows(material.applicants)):
        yield KeyFinding(sentence, TOGETHER)


def _without_evidence(material: Material, keys: Keys) -> Iterator[KeyFinding]:
    """Yield the groups of which no gap in pass rates is evidence anywhere."""
    pooled, gaps = rows_of(material.compare, "rows"), rows_of(material.pass_rates, "rows")
    for sentence in limit_sentences(pooled, gaps):
        yield KeyFinding(sentence, TOGETHER if pooled else keys[gaps[0]["campaign"]])


def _tested(rows: Sequence[Row]) -> int:
    return sum(row["p_value"] is not None for row in rows)
