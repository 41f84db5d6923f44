"""Appendices: how the figures were made, what the words mean, and how small numbers are treated."""

from collections.abc import Iterator

from analytics.settled import SETTLED_ONE_IN
from reports.columns.column import HIDDEN, SYMBOLS
from reports.report.material import Material
from reports.report.model import Notes, Paragraph, Section, Table
from reports.report.reader_notes import about_none

# What a note explains that the tables of a report do not have.
NOT_SHOWN = "The success ratio"
METHOD = (
    "Each percentage is divided once, from whole numbers of people, and rounded once, halves up. "
    "Tests of two groups are exact; whether a share moved over several campaigns, and whether "
    "campaigns differ from each other, is tested by approximation. A change in representation is "
    "one within nested groups, so those who got through are compared with those who did not, and "
    "never two stages as if they were different people. Joiners and leavers, and several campaigns "
    "together, have their method under their tables."
)
DEFINITIONS = (
    ("Representation", "A group's share of all who entered a stage, Not stated included."),
    ("Pass rate", "Those who passed a stage, of those who passed or failed it."),
    (
        "Overall",
        "From application to the last settled stage, of those who neither wait nor withdrew.",
    ),
    (
        "Settled",
        f"At most 1 in {SETTLED_ONE_IN} entrants of each earlier stage are waiting for an outcome.",
    ),
    ("Provisional", "People are still waiting for the outcome of an earlier stage."),
    ("Not stated", "Blank, or prefer not to say; neither in the group nor among the others."),
    ("Percentage points (pp)", "The difference of two percentages."),
    ("Gap", "The group's figure less that of those it is compared with, or of the community."),
    ("Community", "The people of the area served, as the cited source gives their shares."),
    ("95% confidence interval", "The sizes that fit the figures; the true one may lie outside."),
    ("p", "How often chance alone would part two groups as far as this, or further."),
    ("Adjusted p", "The same, allowing for all the comparisons made together (Holm)."),
    ("Evidence", "The adjusted p is under 0.05."),
    ("Not settled", "The p by itself is under 0.05, the adjusted p is not."),
    ("No evidence", "Neither is; the size that would be seen four times in five is given."),
    ("Too few", "Not even the largest possible difference would be seen so often."),
    ("Short", "How many more of a group would make the community's share: a size, no target."),
    ("Net change", "Joiners less leavers, in people."),
    ("Leaving rate", "Leavers in a year, of the mean number employed."),
)


def method(material: Material) -> Section:
    """Say how the figures were made, in the words of the notes that every command gives."""
    return Section("method", "Method", (Paragraph(METHOD), *_notes(material)), "appendix")


def _notes(material: Material) -> Iterator[Paragraph]:
    """Yield what was counted and tested, question by question, no note twice."""
    campaigns = material.campaigns["campaign"].to_list()
    asked = {
        "How representation was counted and tested:": material.attrition,
        "How pass rates were counted and tested:": material.pass_rates,
        "How applicants were set beside the community:": material.applicants,
    }
    told: set[str] = set()
    for lead, found in asked.items():
        notes = () if found is None else about_none(found.notes, campaigns)
        new = [each for each in notes if each not in told and not each.startswith(NOT_SHOWN)]
        told.update(new)
        if new:
            yield Paragraph(lead, tuple(new))


def definitions() -> Section:
    """Return what the words of the report mean."""
    # Nothing is hidden in a report of true counts.
    marks = ((mark, _sentence(own)) for mark, own in SYMBOLS.items() if mark != HIDDEN)
    rows = (*DEFINITIONS, *marks)
    return Section(
        "definitions",
        "Definitions",
        (
            Paragraph("The words and symbols of this report mean:", see=("definitions",)),
            Table("definitions", "Definitions", ("Term", "Meaning"), (False, False), rows),
        ),
        "appendix",
    )


def disclosure(policy: str) -> Section:
    """Say how small numbers are treated; ``policy`` is one sentence or more."""
    return Section(
        "disclosure",
        "Disclosure policy",
        (
            Paragraph(policy),
            Notes(("Figures on fewer than five people may single somebody out.",)),
        ),
        "appendix",
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
