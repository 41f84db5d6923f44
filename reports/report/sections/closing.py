"""Conclusion and implications."""

from reports.report.material import Material
from reports.report.model import Paragraph, Section, Subheading

NO_CAUSE = (
    "These figures show what happened to whom, and not why. They do not show whether what was done "
    "to recruit changed anything; that takes a comparison with what would have happened otherwise."
)
FINANCIAL = (
    "The data behind this report hold no costs, so it makes no statement on any financial "
    "implication."
)
SECTION_158 = (
    "Positive action, section 158 of the Equality Act 2010. Where people who share a protected "
    "characteristic suffer a disadvantage connected to it, have different needs, or take part in "
    "an activity in disproportionately low numbers, or that is reasonably thought, action may be "
    "taken to overcome it, such as outreach, mentoring or practice sessions, as long as it is a "
    "proportionate means to that aim. It does not allow one candidate to be preferred to another "
    "in an appointment."
)
SECTION_159 = (
    "Appointments, section 159 of the same Act. Between candidates who are as qualified as each "
    "other to be recruited, one who shares a protected characteristic may be preferred, if it is "
    "reasonably thought that people who share it are disadvantaged or under-represented, and if to "
    "do so is proportionate. It is a tie-break between equals in a single decision. An employer "
    "may have no policy of treating people who share the characteristic more favourably."
)
NO_QUOTA = (
    "A shortfall, or a number of people short, is the size of a gap. It is neither a target nor a "
    "quota, and no appointment may be made to fill it. This report is no legal advice."
)
EQUALITY = (
    "This report is part of the monitoring that informs due regard under the public sector "
    "equality duty, section 149 of the Act. It looks at each characteristic by itself; people who "
    "share several may fare otherwise than any one table shows. The labels, such as BAME and LGBT+, "
    "are those under which the figures were collected, and hide differences within them."
)


def conclusion(material: Material) -> Section:
    """Gather the headline of each question, as its command words it."""
    names = {
        "attrition": "Representation through the stages",
        "pass-rates": "Pass rates in each campaign",
        "compare": "The campaigns together",
        "proportions": "The workforce beside the community",
        "retention": "Joiners and leavers",
    }
    answers = (
        material.compare,
        material.attrition,
        material.pass_rates,
        material.workforce,
        material.retention,
    )
    said = tuple(
        f"{names[each.question]}. {each.headline.rstrip('.')}."
        for each in answers
        if each is not None and each.headline
    )
    first = (
        Paragraph("In short:", said)
        if said
        else Paragraph("There are no counts yet, so there is nothing to conclude.")
    )
    return Section("conclusion", "Conclusion", (first, Paragraph(NO_CAUSE)))


def implications(material: Material) -> Section:
    """Return the implications that panel papers end with."""
    risks = tuple(_risks(material))
    return Section(
        "implications",
        "Implications",
        (
            Subheading("Financial"),
            Paragraph(FINANCIAL),
            Subheading("Legal"),
            Paragraph(SECTION_158),
            Paragraph(SECTION_159),
            Paragraph(NO_QUOTA),
            Subheading("Equality impact"),
            Paragraph(EQUALITY),
            Subheading("Risks"),
            Paragraph("In using these figures:", risks),
        ),
    )


def _risks(material: Material) -> list[str]:
    waiting = material.attrition is not None and bool(
        material.attrition.tables["stages"]["provisional"].any()
    )
    return [
        "Groups are small at the later stages, where one person more or less can change a reading.",
        *(
            ["Campaigns that are not concluded will change: provisional figures are marked."]
            if waiting
            else []
        ),
        *(
            ["The same person may have applied to several campaigns, which counts cannot tell."]
            if material.campaigns.height > 1
            else []
        ),
        "People who did not state an answer may belong to any group, and are kept apart.",
    ]
