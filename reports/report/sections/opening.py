"""Purpose, recommendation and background: what the report is about, and which campaigns."""

from typing import Any

from reports.charts.labels import day
from reports.report.material import Material
from reports.report.model import Block, Notes, Paragraph, Section
from reports.report.tables import table
from reports.wording import counted, listed

CAMPAIGN_COLUMNS = (
    "campaign",
    "title",
    "route",
    "submitted",
    "withdrawn",
    "in_process",
    "last_stage",
    "as_at",
)
EVIDENCE = (
    "“There is evidence” means that chance alone would seldom give so large a difference, all "
    "comparisons of the same kind allowed for."
)
NOT_SETTLED = (
    "“Not settled” means that a difference would be evidence if it were the only one looked at, "
    "and is not among so many."
)
NO_EVIDENCE = (
    "“No evidence” is not “no difference”: beside it stands the size that could not have been "
    "seen among so few people."
)
TOO_FEW = "“Too few” means that no difference, however large, could have been told from chance."


def purpose(material: Material) -> Section:
    """Say what the report is about and how its words are meant."""
    campaigns = material.campaigns["campaign"].to_list()
    noun = "campaign" if len(campaigns) == 1 else "campaigns"
    return Section(
        "purpose",
        "Purpose of Report",
        (
            Paragraph(
                "The purpose of this report is to inform the Panel who applied and who got through "
                f"in the recruitment {noun} {listed(campaigns)}, how the workforce compares with "
                "the community it serves, and who joined and who left."
            ),
            Paragraph(
                "Every percentage is worked out from the number of people beside it; one without a "
                "number is as its source has it. Differences of percentages are in percentage "
                "points. The report says how many, not why: nothing in it is about causes. Its "
                "words have set meanings:",
                (EVIDENCE, NOT_SETTLED, NO_EVIDENCE, TOO_FEW),
            ),
        ),
    )


def recommendation() -> Section:
    """Return what the Panel is asked to do."""
    return Section(
        "recommendation",
        "Recommendation",
        (
            Paragraph(
                "The Panel is asked to note the contents of this report, and with each finding the "
                "number of people that it rests on."
            ),
        ),
    )


def background(material: Material) -> Section:
    """List the campaigns with their dates and their people."""
    rows = material.campaigns.to_dicts()
    notes = [
        "“In process” are the candidates who entered the first stage.",
        *_withdrawals_that_do_not_add_up(rows),
    ]
    blocks: list[Block] = [
        Paragraph(
            f"This report covers {counted(len(rows), 'recruitment campaign')}:",
            tuple(map(_dates, rows)),
            see=("campaigns",),
        ),
        table("campaigns", "The campaigns", "campaigns", CAMPAIGN_COLUMNS, rows),
        Notes(tuple(notes)),
    ]
    return Section("background", "Background", tuple(blocks))


def _dates(row: dict[str, Any]) -> str:
    """Return when one campaign was open, and whether it has figures."""
    route = f" ({row['route'][:1].lower()}{row['route'][1:]})" if row["route"] else ""
    counts = "" if row["stages"] else " There are no counts of its candidates yet."
    opened, closed = (row[name] and day(str(row[name])) for name in ("opened", "closed"))
    if opened and closed:
        return f"{row['campaign']}{route} was open from {opened} to {closed}.{counts}"
    if opened:
        return f"{row['campaign']}{route} opened on {opened}.{counts}"
    return f"{row['campaign']}{route}: its dates are not recorded.{counts}"


def _withdrawals_that_do_not_add_up(rows: list[dict[str, Any]]) -> list[str]:
    return [
        f"{row['campaign']}: {row['submitted']:,} submitted less {row['withdrawn']:,} withdrawn "
        f"are not the {row['in_process']:,} who entered the first stage."
        for row in rows
        if None not in {row["submitted"], row["withdrawn"], row["in_process"]}
        and row["submitted"] - row["withdrawn"] != row["in_process"]
    ]
