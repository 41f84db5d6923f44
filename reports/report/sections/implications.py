"""Implications: financial, legal, equality impact and risks, as panel papers end."""

from reports.report.material import Material
from reports.report.model import Paragraph, Section, Subheading

FINANCIAL = (
    "The data behind this report hold no costs, so it makes no statement on any financial "
    "implication."
)
SECTION_158 = (
    "Positive action: section 158 of the Equality Act 2010. Where it is reasonably thought that "
    "people who share a protected characteristic suffer a disadvantage connected to it, have "
    "different needs, or take part in disproportionately low numbers, the section allows action "
    "that is a proportionate means of overcoming the disadvantage, meeting the needs or "
    "encouraging people to take part: outreach, mentoring or practice sessions, for example. It "
    "does not allow one candidate to be preferred to another in an appointment."
)
SECTION_159 = (
    "Appointments: section 159 of the same Act. Where it is reasonably thought that people who "
    "share a protected characteristic are at a disadvantage or take part in disproportionately "
    "low numbers, one of them may be preferred to another candidate who is no better and no worse "
    "qualified, if that is proportionate. It is a tie-break between equals, decided case by case; "
    "an employer may have no policy of treating people who share the characteristic more "
    "favourably. To treat a disabled person more favourably than somebody who is not disabled is "
    "not discrimination for that reason (section 13)."
)
NO_QUOTA = (
    "A shortfall, or a number of people short, is the size of a gap. It is neither a target nor a "
    "quota, and no appointment may be made to fill it. This report is no legal advice."
)
EQUALITY = (
    "This report is part of the monitoring that informs due regard under the public sector "
    "equality duty, section 149 of the Act. It looks at each characteristic by itself; people who "
    "share several may fare otherwise than any one table shows. The labels, such as BAME and "
    "LGBT+, are those under which the figures were collected, and hide differences within them."
)


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
