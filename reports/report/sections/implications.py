"""Implications: financial, legal, equality impact and risks, as panel papers end."""

from reports.report.material import Material
from reports.report.model import Block, Paragraph, Section, Subheading

FINANCIAL = (
    "The data behind this report hold no costs, so it makes no statement on any financial "
    "implication."
)
SECTION_158 = (
    "Positive action in general: section 158 of the Equality Act 2010. Where it is reasonably "
    "thought that people who share a protected characteristic suffer a disadvantage connected to "
    "it, have needs different from those of others, or take part in an activity in "
    "disproportionately low numbers, the Act does not prohibit action that is a proportionate "
    "means of enabling or encouraging them to overcome or minimise the disadvantage, of meeting "
    "the needs, or of enabling or encouraging them to take part: outreach, mentoring or practice "
    "sessions, for example. The section does not cover treating one person more favourably than "
    "another in connection with recruitment or promotion, which is the subject of section 159."
)
SECTION_159 = (
    "Positive action in recruitment and promotion: section 159 of the same Act. Where it is "
    "reasonably thought that people who share a protected characteristic suffer a disadvantage "
    "connected to it, or take part in an activity in disproportionately low numbers, one of them "
    "may be treated more favourably in connection with recruitment or promotion than somebody who "
    "does not share it. This is so only if the one is as qualified as the other, if the employer "
    "has no policy of treating people who share the characteristic more favourably, and if it is a "
    "proportionate means of enabling or encouraging them to overcome or minimise the disadvantage "
    "or to take part: a tie-break between equals. Separately, treating disabled people more "
    "favourably is not discrimination against people who are not disabled (section 13)."
)
NO_QUOTA = (
    "A shortfall, or a number of people short, is the size of a gap. It is neither a target nor a "
    "quota. These paragraphs describe the Act in short; they are no legal advice."
)
EQUALITY = (
    "This report is part of the monitoring that informs due regard under the public sector "
    "equality duty, section 149 of the Act. It looks at each characteristic by itself; people who "
    "share several may fare otherwise than any one table shows. The labels, such as BAME and "
    "LGBT+, are those under which the figures were collected, and hide differences within them."
)


def implications(material: Material) -> Section:
    """Return the implications that panel papers end with."""
    return section(Subheading("Risks"), Paragraph("In using these figures:", (*_risks(material),)))


def section(*more: Block) -> Section:
    """Return those that are the same whatever the figures, and ``more``."""
    blocks = (
        Subheading("Financial"),
        Paragraph(FINANCIAL),
        Subheading("Legal"),
        Paragraph(SECTION_158),
        Paragraph(SECTION_159),
        Paragraph(NO_QUOTA),
        Subheading("Equality impact"),
        Paragraph(EQUALITY),
    )
    return Section("implications", "Implications", (*blocks, *more))


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
