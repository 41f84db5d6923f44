"""Leaks planted in what a report says: one kind each, into a protected report on LE19."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from reports.report.model import (
    Block,
    Figure,
    KeyFinding,
    Notes,
    Paragraph,
    Report,
    Section,
    Subheading,
    Table,
)

Plant = Callable[[Report], Report]


def _blocks(change: Callable[[Block], Block], key: str = "le19") -> Plant:
    def planted(report: Report) -> Report:
        return replace(
            report,
            sections=tuple(
                replace(own, blocks=tuple(map(change, own.blocks))) if own.key == key else own
                for own in report.sections
            ),
        )

    return planted


def _first(kind: type[Block], change: Callable[[Block], Block]) -> Plant:
    seen: list[Block] = []

    def once(block: Block) -> Block:
        if isinstance(block, kind) and not seen:
            seen.append(block)
            return change(block)
        return block

    def planted(report: Report) -> Report:
        seen.clear()
        return _blocks(once)(report)

    return planted


def _table(key: str, change: Callable[[Table], Table]) -> Plant:
    def own(block: Block) -> Block:
        return change(block) if isinstance(block, Table) and block.key == key else block

    return _blocks(own)


def _cell(key: str, head: str, heading: str, text: str) -> Plant:
    def change(table: Table) -> Table:
        column = table.headings.index(heading)
        rows = tuple(
            (*row[:column], text, *row[column + 1 :]) if row[0].startswith(head) else row
            for row in table.rows
        )
        assert rows != table.rows
        return replace(table, rows=rows)

    return _table(key, change)


def _column(key: str, heading: str, texts: str) -> Plant:
    def change(table: Table) -> Table:
        return replace(
            table,
            headings=(*table.headings, heading),
            numeric=(*table.numeric, True),
            rows=tuple((*row, texts) for row in table.rows),
        )

    return _table(key, change)


def _said(text: str) -> Plant:
    return _first(Paragraph, lambda each: replace(each, text=f"{each.text} {text}"))


def _added(*blocks: Block) -> Plant:
    def planted(report: Report) -> Report:
        more = Section("more", "More", blocks)
        return replace(report, sections=(*report.sections, more))

    return planted


def _sorted_rows(table: Table) -> Table:
    return replace(table, rows=tuple(reversed(table.rows)))


def _swapped_columns(table: Table) -> Table:
    def swap(row: tuple[str, ...]) -> tuple[str, ...]:
        return (*row[:2], row[3], row[2], *row[4:])

    return replace(table, headings=swap(table.headings), rows=tuple(map(swap, table.rows)))


FAILED = Table(
    "failed",
    "LE19: failed at each stage, by sex",
    ("Stage", "All", "Female", "Male"),
    (False, True, True, True),
    (("Face to face interview", "107", "38", "66"),),
    number=90,
)
SORTED = Table(
    "sorted",
    "LE19: candidates at each stage, by disability",
    ("Stage", "All", "Disabled"),
    (False, True, True),
    (("Offer", "[c]", "[c]"), ("Sift", "[c]", "[c]"), ("Application", "545", "25")),
    number=91,
)

WORDS: Mapping[str, Plant] = {
    "the true count in a hidden cell": _cell("le19-people-2", "Offer", "Not stated", "1"),
    "a true count in the place of a rounded one": _cell(
        "le19-people-2", "Application", "Female", "183"
    ),
    "a true total": _cell("le19-people-1", "Application", "All", "546"),
    "a share of true counts to a decimal": _cell("le19-shares", "Application", "BAME (%)", "19.4"),
    "a share of true counts that are hidden": _cell("le19-shares", "Offer", "Disabled (%)", "4"),
    "a whole share of true counts": _cell("le19-shares", "Telephone", "Female (%)", "36"),
    "a change of true counts": _cell("le19-changes", "Disabled", "Change (pp)", "-1"),
    "a change to two decimals": _cell("le19-changes", "BAME", "Change (pp)", "-2.34"),
    "a column of p-values": _column("le19-changes", "Adj. p", "0.0062"),
    "a column of ratios": _column("le19-changes", "Success ratio", "0.97"),
    "a column of flip counts": _column("le19-changes", "Flip count", "5"),
    "a p-value in a sentence": _said("The difference is significant (p = 0.03)."),
    "an odds ratio in a sentence": _said("The odds ratio of LE19 is 1.62."),
    "an interval in a sentence": _said("The change is +9 points (+3.18 to +15.22)."),
    "a count in a sentence": _said("Of LE19, 3 disabled people entered Offer."),
    "a count in words": _said("In LE19 three disabled people entered Offer."),
    "that there is one": _said("A single person in LE19 did not state an answer."),
    "a share in words": _said("About half of the disabled candidates of LE19 failed."),
    "one in so many": _said("In LE19 1 in 24 was disabled."),
    "a share in a sentence": _said("At Offer of LE19, 4.2% were disabled people."),
    "a share with true counts": _said("At Offer of LE19, 4% (3 of 72) were disabled people."),
    "percentage points of true counts": _said("LE19 changed by -1.4 percentage points."),
    "a comparison in words": _said("In LE19 fewer disabled people than others reached Offer."),
    "a count below a bound": _said("In LE19 <5 disabled people entered Offer."),
    "a count in an item of a list": _blocks(
        lambda each: (
            replace(each, items=(*each.items, "3 disabled people of LE19."))
            if isinstance(each, Paragraph) and each.items
            else each
        )
    ),
    "a count in a key finding": lambda report: replace(
        report, findings=(*report.findings, KeyFinding("LE19: 3 disabled people.", "le19"))
    ),
    "a count in a note under a table": _table(
        "le19-shares", lambda each: replace(each, notes=("At Offer 3 were disabled.",))
    ),
    "a count in the notes": _added(Notes(("LE19: 3 disabled people entered Offer.",))),
    "a count in a caption": _table(
        "le19-shares", lambda each: replace(each, caption=f"{each.caption}, 3 of them disabled")
    ),
    "a count in a heading": _table(
        "le19-shares", lambda each: replace(each, headings=("Stage (3)", *each.headings[1:]))
    ),
    "a count in the head of a row": _table(
        "le19-shares",
        lambda each: replace(
            each, rows=(*each.rows[:-1], ("Offer, 3 of them", *each.rows[-1][1:]))
        ),
    ),
    "a count in the heading of a section": lambda report: replace(
        report,
        sections=tuple(replace(own, heading=f"{own.heading} (3)") for own in report.sections),
    ),
    "a count in a subheading": _first(
        Subheading, lambda each: replace(each, text="The 3 disabled")
    ),
    "a count in the title": lambda report: replace(report, title="LE19: 3 disabled recruits"),
    "a count in the subtitle": lambda report: replace(report, subtitle="LE19 and its 3 recruits"),
    "a count for an author": lambda report: replace(report, author="3 of us"),
    "a count in the policy": lambda report: replace(
        report, policy=f"{report.policy} 13 of them are small."
    ),
    "a count in a source": lambda report: replace(report, sources=("Own figures: 3 people",)),
    "a second symbol": _cell("le19-people-4", "Offer", "Disabled", "[s]"),
    "a bound for a symbol": _cell("le19-people-4", "Offer", "Disabled", "<5"),
    "a star for a symbol": _cell("le19-people-4", "Offer", "Disabled", "*"),
    "a range for a symbol": _cell("le19-people-4", "Offer", "Disabled", "1 to 4"),
    "a mark beside the symbol": _cell("le19-people-4", "Offer", "Disabled", "[c]†"),
    "a count after its symbol": _cell("le19-people-4", "Offer", "Disabled", "[c] 3"),
    "rows in another order": _table("le19-people-4", _sorted_rows),
    "rows sorted by what is hidden": _added(SORTED),
    "columns in another order": _table("le19-people-4", _swapped_columns),
    "outcomes split by category": _added(FAILED),
    "outcomes of a category in a row": _cell("le19-outcomes", "Assessment", "Failed", "1"),
    "digits of another script": _said("Of LE19, \u0663 disabled people entered Offer."),
    "wide digits": _said("Of LE19, \uff13 disabled people entered Offer."),
    "raised digits": _said("LE19, Offer\u00b3."),
    "digits parted by what is unseen": _said("Of LE19, 1\u200b0\u200b3 entered."),
    "a count in the alt text of a figure": _first(
        Figure, lambda each: replace(each, alt=f"{each.alt} At Offer of LE19: 3 disabled people.")
    ),
    "a count in the caption of a figure": _first(
        Figure, lambda each: replace(each, caption=f"{each.caption}, 3 disabled")
    ),
}
