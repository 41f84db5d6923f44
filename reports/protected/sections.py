"""The sections of a protected report, under the headings of the panel's own."""

from collections.abc import Sequence

from reports.charts.labels import day
from reports.protected import words
from reports.protected.chart import figure
from reports.protected.figures import count, last_settled
from reports.protected.material import Campaign, Part, Protected
from reports.protected.tables import (
    beside_community,
    changes_table,
    counts_tables,
    outcome_tables,
    post_tables,
    shares_table,
)
from reports.report.model import Block, Notes, Paragraph, Section, Subheading, Table
from reports.wording import listed

LEFT_FOR_A_REASON = ("dismissed", "resigned in proceedings", "barred")


def purpose(material: Protected) -> Section:
    """Say what the report is about."""
    codes = [own.code for own in material.campaigns]
    noun = "campaign" if len(codes) == 1 else "campaigns"
    lead = (
        "The purpose of this report is to inform the Panel who applied and who got through in the "
        f"recruitment {noun} {listed(codes)}, how the workforce compares with the community it "
        "serves, and who joined and who left."
    )
    said = (lead, words.HOW_ROUNDED, words.WHY_HIDDEN, words.NO_TESTS)
    blocks = tuple(map(Paragraph, said))
    return Section("purpose", "Purpose of Report", blocks)


def background(material: Protected) -> Section:
    """List the campaigns with their dates and their people."""
    lead = "This report covers these recruitment campaigns:"
    rows = tuple(map(_campaign_row, material.campaigns))
    headings = ("Campaign", "Title", "Submitted", "Withdrawn", "In process", "As at")
    table = Table(
        "campaigns",
        "The campaigns",
        headings,
        (False, False, True, True, True, False),
        rows,
        ("“In process” are the candidates who entered the first stage.",),
    )
    blocks = (
        Paragraph(lead, tuple(map(words.dates, material.campaigns)), see=("campaigns",)),
        table,
    )
    return Section("background", "Background", blocks)


def _campaign_row(own: Campaign) -> tuple[str, ...]:
    submitted = withdrawn = entered = "[x]"
    if part := own.applications:
        (stage,) = part.stages
        submitted = count(part, part.cell(stage))
        if own.says_withdrawn:
            withdrawn = count(part, part.cell(stage, outcome="withdrawn"))
    if part := own.counts:
        entered = count(part, part.cell(part.stages[0]))
    dated = day(str(own.as_at)) if own.as_at else "[x]"
    return own.code, own.title, submitted, withdrawn, entered, dated


def campaign(own: Campaign) -> Section:
    """Return the section of one campaign."""
    named = own.code.casefold() in own.title.casefold()
    heading = own.title if named else f"{own.code}: {own.title}"
    if own.counts is None:
        text = f"{own.code} has no counts of candidates yet, so there is nothing to report on."
        return Section(own.key, heading, (Paragraph(text),))
    return Section(own.key, heading, tuple(_counted(own, own.counts)))


def _counted(own: Campaign, part: Part) -> list[Block]:
    outcomes = outcome_tables(own, part)
    blocks: list[Block] = [
        Paragraph(words.applied(own, part)),
        Paragraph(words.kept_back(own, part)),
        Subheading("Candidates at each stage"),
        *counts_tables(own, part),
        *outcomes,
        *([Notes((words.NO_OUTCOMES,))] if len(outcomes) == 1 else []),
    ]
    if not part.groups:
        return blocks
    shares = shares_table(own, part)
    said = words.who_entered(own, part)
    blocks += [
        Subheading("Representation at each stage"),
        *([Paragraph(said, see=(shares.key,))] if said else []),
        figure(own, part, shares.key),
        shares,
    ]
    return [*blocks, *_changes(own, part)]


def _changes(own: Campaign, part: Part) -> list[Block]:
    last = last_settled(part)
    if last is None:
        text = (
            f"{own.code} has no later stage of which the printed counts show that it is settled, "
            "so no change is shown."
        )
        return [Paragraph(text)]
    table = changes_table(own, part, last)
    lead = (
        f"From {part.stages[0]} to {last}, the last stage of {own.code} that is shown as settled:"
    )
    return [Paragraph(lead, words.changed(own, part, last), see=(table.key,)), table]


def current_position(material: Protected) -> Section:
    """Set the headcounts of the workforce beside the community."""
    blocks: list[Block] = []
    if material.workforce:
        rows = [
            (f"{part.label}: {part.stages[0]}", part, part.stages[0]) for part in material.workforce
        ]
        caption = "Shares of the workforce beside the community"
        shares = beside_community("workforce-shares", caption, rows, material)
        blocks += [
            Paragraph("Headcounts by post, at the latest date of each:"),
            *post_tables("workforce", "Workforce", material.workforce),
            *([shares] if shares else []),
        ]
    else:
        blocks.append(Paragraph(words.NO_WORKFORCE))
    if material.uncounted:
        blocks.append(Notes((words.UNCOUNTED,)))
    return Section("current-position", "Current position", tuple(blocks))


def campaigns_together(material: Protected) -> Section:
    """Set the applicants to each campaign beside the community."""
    rows = [
        (f"{own.code}: {own.counts.stages[0]}", own.counts, own.counts.stages[0])
        for own in material.campaigns
        if own.counts
    ]
    caption = "Applicants to each campaign beside the community"
    table = beside_community("applicants", caption, rows, material)
    if table is None:
        text = "There are no counts of groups of applicants to set side by side."
        return Section("campaigns-together", "The campaigns together", (Paragraph(text),))
    lead = "The share of each group among those who entered the first stage of each campaign:"
    blocks = (Paragraph(lead, see=(table.key,)), table, Notes((words.NO_TESTS,)))
    return Section("campaigns-together", "The campaigns together", blocks)


def recruitment_activity() -> Section:
    """Say that activity is left out."""
    blocks = (Paragraph(words.NO_ACTIVITY),)
    return Section("recruitment-activity", "Recruitment activity", blocks)


def retention(material: Protected) -> Section:
    """Return joiners beside leavers."""
    moved = _moved(material.movements, reasons=False)
    if not moved:
        return Section("retention", "Retention", (Paragraph(words.NO_MOVEMENTS),))
    tables = post_tables("movements", "Joiners and leavers", moved)
    lead = Paragraph("Who joined and who left, by post and period:", see=(tables[0].key,))
    return Section("retention", "Retention", (lead, Paragraph(words.NOT_RETENTION), *tables))


def dismissals(material: Protected) -> Section:
    """Return who left for a reason that is recorded."""
    moved = _moved(material.movements, reasons=True)
    if not moved:
        return Section("dismissals", "Dismissals", (Paragraph(words.NO_DISMISSALS),))
    tables = post_tables("dismissals", "Dismissals and other reasons for leaving", moved)
    lead = Paragraph("What is recorded, by post and period:", see=(tables[0].key,))
    return Section("dismissals", "Dismissals", (lead, *tables))


def _moved(parts: Sequence[Part], *, reasons: bool) -> list[Part]:
    return [part for part in parts if (part.stages[0] in LEFT_FOR_A_REASON) is reasons]


def disclosure(material: Protected) -> Section:
    """Say how small numbers are treated, and how much that hides."""
    hidden = (
        f"Policy {material.preset.name}: {material.hidden:,} of {material.printed:,} counts in the "
        f"tables of this report are kept back."
    )
    said = (material.preset.policy, words.WHY_HIDDEN, hidden)
    blocks = tuple(map(Paragraph, said))
    return Section("disclosure", "Disclosure policy", blocks, "appendix")
