"""What a reader must know of an audit, and its finding in one sentence."""

from collections import Counter
from collections.abc import Iterator, Sequence

from analytics.audit.candidates import Kind
from analytics.audit.finding import Finding, What
from analytics.audit.severity import Severity
from reports.wording import listed

OF_ANOTHER_STAGE = {Kind.other_row, Kind.shared_denominator}
# One, and several.
NAMES = {
    What.percentage: ("percentage", "percentages"),
    What.flow: ("flow through a stage", "flows through a stage"),
    What.total: ("total", "totals"),
    What.series: ("value of a stage-by-stage list", "values of stage-by-stage lists"),
    What.change: ("change", "changes"),
    What.growth: ("relative change", "relative changes"),
    What.wording: ("statement", "statements"),
}


def audit_headline(findings: Sequence[Finding], missed: int = 0) -> str:
    """Return how many figures were looked at, what is materially wrong, and what was missed."""
    material = Counter(each.what for each in findings if each.severity is Severity.material)
    unread = f"; {missed:,} more not understood, which the notes name" if missed else ""
    if not findings:
        return f"Nothing was found that could be checked{unread}"
    looked = f"{len(findings):,} figures and statements looked at"
    if not material:
        return f"{looked}: none materially wrong{unread}"
    kinds = listed([_counted(material[what], what) for what in NAMES if material[what]])
    return f"{looked}, {sum(material.values()):,} materially wrong: {kinds}{unread}"


def _counted(number: int, what: What) -> str:
    one, several = NAMES[what]
    return f"{number:,} {one if number == 1 else several}"


def on_method(findings: Sequence[Finding]) -> Iterator[str]:
    """Say what is compared with what, and what the severities mean."""
    yield (
        "Every figure is recomputed from the counts printed beside it, percentages to two "
        "decimals, half-up. Precision: it agrees at the fewer decimals printed; truncated: digits "
        "were left off; last digit: one unit in the last decimal printed; material: anything "
        "further off."
    )
    if any(each.explanations for each in findings):
        yield (
            "An explanation is a quotient of the printed counts that gives the printed figure, "
            "found by search and ranked by how many figures of its row it explains; one that "
            "chance would give once in twenty is left out. It says how a figure may have come "
            "about, not that it did."
        )
    if any(each.what is What.wording for each in findings):
        yield (
            "Statements are looked at by rules of wording: material is a wrong unit or word, or a "
            "claim that the figures do not carry; the rest is advice, and counts under precision."
        )
    if any(each.what is What.change for each in findings):
        yield (
            "A change is looked at twice: as the difference of the ends printed over it, and like "
            "for like, from the counts of those two stages."
        )


def on_tables(understood: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Say what each table was taken for, so that a wrong guess can be seen."""
    if understood:
        taken = "; ".join(f"{place}: {what.rstrip('.')}" for place, what in understood)
        yield f"Understood as: {taken}."


def on_shifted_series(findings: Sequence[Finding]) -> Iterator[str]:
    """Name the lists whose values are those of another stage."""
    moved: dict[str | None, dict[tuple[str, str], None]] = {}
    for each in findings:
        own = moved.setdefault(each.campaign, {})
        if each.what is What.series and (other := _moved_to(each)):
            own[each.label, other] = None
    for campaign, stages in moved.items():
        if len(stages) > 1:
            where = listed([f"at {label} those of “{other}”" for label, other in stages])
            yield f"{campaign}: the lists do not belong to their stages: {where}."


def _moved_to(found: Finding) -> str | None:
    """Return the row of another stage that explains several values printed at this one."""
    best = found.explanations[0] if found.explanations else None
    if best is None or best.support <= 1 or best.found.kind not in OF_ANOTHER_STAGE:
        return None
    # A total printed nowhere may be that of the row's own counts, and then nothing has moved.
    return next(iter(best.found.labels), None)
