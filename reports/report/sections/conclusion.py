"""Conclusion: what there is evidence of, what is not settled, and what figures cannot show."""

from reports.gap_readings import gap_verdict
from reports.readings import Verdict
from reports.report.material import Material, rows_of
from reports.report.model import Paragraph, Section
from reports.report.sections.applicants_community import applicant_rows
from reports.report.words.changes import change_verdict
from reports.report.words.shares import apart_sentences
from reports.wording import few, listed, people

NO_CAUSE = (
    "These figures show what happened to whom, and not why. They do not show whether what was done "
    "to recruit changed anything; that takes a comparison with what would have happened otherwise."
)
NAMES = {
    "compare": "The campaigns together",
    "attrition": "Representation through the stages",
    "pass-rates": "Pass rates in each campaign",
    "proportions": "The workforce beside the community",
    "retention": "Joiners and leavers",
}
APPLICANTS = "Applicants beside the community"
OPEN = {Verdict.alone, Verdict.against}
MOST_NAMED = 8


def conclusion(material: Material) -> Section:
    """Gather the headline of each question, as its command words it, and what is left open."""
    answers = (
        material.compare,
        material.attrition,
        material.pass_rates,
        material.workforce,
        material.retention,
    )
    said = (
        *(
            f"{NAMES[each.question]}. {each.headline.rstrip('.')}."
            for each in answers
            if each is not None and each.headline
        ),
        *(f"{APPLICANTS}. {each}" for each in apart_sentences(applicant_rows(material.applicants))),
    )
    first = Paragraph("In short:", said) if said else Paragraph("There is nothing to conclude yet.")
    return Section(
        "conclusion", "Conclusion", (first, *_not_settled(material), Paragraph(NO_CAUSE))
    )


def _not_settled(material: Material) -> tuple[Paragraph, ...]:
    """Name what to look at again when more people are counted."""
    named = [*_changes(material), *_gaps(material)]
    if not named:
        return ()
    return (
        Paragraph(
            "Within single campaigns these are not settled, and to be looked at again when more "
            "people are counted: "
            f"{few(named, MOST_NAMED)}."
        ),
    )


def _changes(material: Material) -> list[str]:
    rows = rows_of(material.attrition, "changes")
    return [
        f"the representation of {people(row['group'])} in {row['campaign']}"
        for row in rows
        if change_verdict(row) in OPEN
    ]


def _gaps(material: Material) -> list[str]:
    """Name pass rates once for each group and campaign, with the stages."""
    rows = rows_of(material.pass_rates, "rows")
    stages: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if gap_verdict(row) in OPEN:
            stages.setdefault((row["campaign"], row["group"]), []).append(row["stage"])
    return [
        f"the pass rates of {people(group)} in {campaign} ({listed(own)})"
        for (campaign, group), own in stages.items()
    ]
