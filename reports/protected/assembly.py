"""A protected report put together."""

from collections.abc import Sequence

from reports.protected import sections as made
from reports.protected import words
from reports.protected.figures import last_settled
from reports.protected.material import Campaign, Protected
from reports.report.assembly import Cover
from reports.report.model import KeyFinding, Paragraph, Report, Section, Table
from reports.report.numbering import numbered
from reports.report.sections import implications
from reports.report.sections.opening import recommendation
from reports.report.sources import merged
from reports.wording import listed

DEFINITIONS = (
    ("Representation", "A group's share of all who entered a stage, Not stated included."),
    ("Settled", "Few entrants of each earlier stage are waiting for an outcome."),
    ("Provisional", "People may still be waiting for the outcome of an earlier stage."),
    ("Not stated", "Blank, or prefer not to say; neither in the group nor among the others."),
    ("Not counted", "Of everybody, those who are in none of the categories that are counted."),
    ("Percentage points (pp)", "The difference of two percentages."),
    ("Community", "The people of the area served, as the cited source gives their shares."),
    ("Symbol [c]", "Kept back: a small count, or one that would give a small count away."),
    ("Symbol [x]", "Not available: not recorded, or too few people for a percentage."),
    ("Symbol [z]", "Not applicable."),
    ("Symbol [p]", "Provisional: people may still be waiting for the outcome of an earlier stage."),
)
# More campaigns are not named in one line.
MOST = 6
METHOD = (
    "Small counts are kept back first, and then whatever would give them away; all else is worked "
    "out from what is left. Before this file was written it was attacked: a program that knows how "
    "the tables hang together read it back, with all that was published before, and had to fail to "
    "recover what is kept back."
)


def assembled(material: Protected, cover: Cover, sections: Sequence[str] = ()) -> Report:
    """Return the report on ``material``.

    Args:
        material: What is printed.
        cover: What stands on its front; its policy is not looked at.
        sections: Keys of the sections to keep; none means all.
    """
    kept = [each for each in _sections(material) if not sections or each.key in sections]
    shown = {each.key for each in kept}
    codes = [own.code for own in material.campaigns]
    return Report(
        title=cover.title,
        subtitle=f"Recruitment campaigns {listed(codes)}" if len(codes) <= MOST else "Recruitment",
        author=cover.author,
        date=cover.date,
        findings=tuple(each for each in _findings(material) if each.section in shown),
        sections=numbered(kept),
        sources=merged(material.sources) or (words.OWN_RECORDS,),
        policy=words.policy(material),
    )


def _sections(material: Protected) -> list[Section]:
    return [
        made.purpose(material),
        recommendation(),
        made.background(material),
        made.current_position(material),
        *map(made.campaign, material.campaigns),
        made.campaigns_together(material),
        made.recruitment_activity(),
        made.retention(material),
        made.dismissals(material),
        Section("conclusion", "Conclusion", (Paragraph(words.CONCLUSION),)),
        implications.section(),
        Section("method", "Method", (Paragraph(METHOD),), "appendix"),
        _definitions(),
        Section(
            "data-quality",
            "Data quality findings",
            (Paragraph(words.NO_CONTRADICTIONS),),
            "appendix",
        ),
        made.disclosure(material),
    ]


def _findings(material: Protected) -> list[KeyFinding]:
    """Return who applied to each campaign, and how their shares changed."""
    return [each for own in material.campaigns for each in _of_campaign(own)]


def _of_campaign(own: Campaign) -> list[KeyFinding]:
    if own.counts is None or not own.counts.groups:
        return []
    last = last_settled(own.counts)
    changed = words.changes_shown(own, own.counts, last) if last else ()
    said = [words.who_entered(own, own.counts), *changed]
    return [KeyFinding(each, own.key) for each in said if each]


def _definitions() -> Section:
    return Section(
        "definitions",
        "Definitions",
        (
            Paragraph("The words and symbols of this report mean:", see=("definitions",)),
            Table("definitions", "Definitions", ("Term", "Meaning"), (False, False), DEFINITIONS),
        ),
        "appendix",
    )
