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
from tests.recruitment.attack.changing import Leak
from tests.recruitment.attack.planted_tables import FAILED, OTHER, SORTED, SUMS

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


def _added(*blocks: Block) -> Plant:
    def planted(report: Report) -> Report:
        more = Section("further", "Further", blocks)
        return replace(report, sections=(*report.sections, more))

    return planted


def _sorted_rows(table: Table) -> Table:
    return replace(table, rows=tuple(reversed(table.rows)))


def _swapped_columns(table: Table) -> Table:
    def swap(row: tuple[str, ...]) -> tuple[str, ...]:
        return (*row[:2], row[3], row[2], *row[4:])

    return replace(table, headings=swap(table.headings), rows=tuple(map(swap, table.rows)))


WORDS: Mapping[str, Leak[Report]] = {
    "the true count in a hidden cell": Leak(
        "can be recovered: LE19, Offer, entered, sex: Not stated",
        _cell("le19-people-2", "Offer", "Not stated", "1"),
    ),
    "a true count in the place of a rounded one": Leak(
        "LE19, Application, entered, sex: Female",
        _cell("le19-people-2", "Application", "Female", "183"),
    ),
    "a true total": Leak(
        "LE19, Application, entered, everybody", _cell("le19-people-1", "Application", "All", "546")
    ),
    "a share of true counts to a decimal": Leak(
        "LE19, Application, entered, ethnicity: BAME",
        _cell("le19-shares", "Application", "BAME (%)", "19.4"),
    ),
    "a share of true counts that are hidden": Leak(
        "can be recovered: LE19, Offer, entered, disability: Disabled",
        _cell("le19-shares", "Offer", "Disabled (%)", "4"),
    ),
    "a whole share of true counts": Leak(
        "can be recovered: LE19, Application, failed, sex: Not stated",
        _cell("le19-shares", "Telephone", "Female (%)", "36"),
    ),
    "a change of true counts": Leak(
        "LE19, Application, entered, disability: Disabled",
        _cell("le19-changes", "Disabled", "Change (pp)", "-1"),
    ),
    "a change to two decimals": Leak(
        "LE19, Application, entered, ethnicity: BAME",
        _cell("le19-changes", "BAME", "Change (pp)", "-2.34"),
    ),
    "a column of p-values": Leak(
        "row BAME, column Adj. p", _column("le19-changes", "Adj. p", "0.0062")
    ),
    "a column of ratios": Leak(
        "row BAME, column Success ratio", _column("le19-changes", "Success ratio", "0.97")
    ),
    "a column of flip counts": Leak(
        "row BAME, column Flip count", _column("le19-changes", "Flip count", "5")
    ),
    "a count in an item of a list": Leak(
        "line ",
        _blocks(
            lambda each: (
                replace(each, items=(*each.items, "3 disabled people of LE19."))
                if isinstance(each, Paragraph) and each.items
                else each
            )
        ),
    ),
    "a count in a key finding": Leak(
        "line ",
        lambda report: replace(
            report, findings=(*report.findings, KeyFinding("LE19: 3 disabled people.", "le19"))
        ),
    ),
    "a count in a note under a table": Leak(
        "(LE19: representation at each stage)",
        _table("le19-shares", lambda each: replace(each, notes=("At Offer 3 were disabled.",))),
    ),
    "a count in the notes": Leak(
        "line ", _added(Notes(("LE19: 3 disabled people entered Offer.",)))
    ),
    "a count in a caption": Leak(
        "Table 8, a heading or caption",
        _table(
            "le19-shares", lambda each: replace(each, caption=f"{each.caption}, 3 of them disabled")
        ),
    ),
    "a count in a heading": Leak(
        "Table 8, a heading or caption",
        _table(
            "le19-shares", lambda each: replace(each, headings=("Stage (3)", *each.headings[1:]))
        ),
    ),
    "a count in the head of a row": Leak(
        "Table 8, row Offer, # of them",
        _table(
            "le19-shares",
            lambda each: replace(
                each, rows=(*each.rows[:-1], ("Offer, 3 of them", *each.rows[-1][1:]))
            ),
        ),
    ),
    "a count in the heading of a section": Leak(
        "line ",
        lambda report: replace(
            report,
            sections=tuple(replace(own, heading=f"{own.heading} (3)") for own in report.sections),
        ),
    ),
    "a count in a subheading": Leak(
        "line ", _first(Subheading, lambda each: replace(each, text="The 3 disabled"))
    ),
    "a count in the title": Leak(
        "line 1", lambda report: replace(report, title="LE19: 3 disabled recruits")
    ),
    "a count in the subtitle": Leak(
        "line 3", lambda report: replace(report, subtitle="LE19 and its 3 recruits")
    ),
    "a count for an author": Leak("line ", lambda report: replace(report, author="3 of us")),
    "a count in the policy": Leak(
        "line ", lambda report: replace(report, policy=f"{report.policy} 13 of them are small.")
    ),
    "a count in a source": Leak(
        "line ", lambda report: replace(report, sources=("Own figures: 3 people",))
    ),
    "a second symbol": Leak(
        "row Offer [p], column Disabled", _cell("le19-people-4", "Offer", "Disabled", "[s]")
    ),
    "a bound for a symbol": Leak(
        "row Offer [p], column Disabled", _cell("le19-people-4", "Offer", "Disabled", "<5")
    ),
    "a star for a symbol": Leak(
        "row Offer [p], column Disabled", _cell("le19-people-4", "Offer", "Disabled", "*")
    ),
    "a range for a symbol": Leak(
        "row Offer [p], column Disabled", _cell("le19-people-4", "Offer", "Disabled", "1 to 4")
    ),
    "a mark beside the symbol": Leak(
        "row Offer [p], column Disabled", _cell("le19-people-4", "Offer", "Disabled", "[c]†")
    ),
    "a count after its symbol": Leak(
        "row Offer [p], column Disabled", _cell("le19-people-4", "Offer", "Disabled", "[c] 3")
    ),
    "rows in another order": Leak("the order of its rows", _table("le19-people-4", _sorted_rows)),
    "rows sorted by what is hidden": Leak("the order of its rows", _added(SORTED)),
    "columns in another order": Leak(
        "the order of its columns", _table("le19-people-4", _swapped_columns)
    ),
    "outcomes split by category": Leak(
        "LE19, Face to face interview, failed, sex: Female", _added(FAILED)
    ),
    "outcomes of a category in a row": Leak(
        "can be recovered: LE19, Assessment centre, pending, everybody",
        _cell("le19-outcomes", "Assessment", "Failed", "1"),
    ),
    "a count in the alt text of a figure": Leak(
        "line ",
        _first(
            Figure,
            lambda each: replace(each, alt=f"{each.alt} At Offer of LE19: 3 disabled people."),
        ),
    ),
    "a count in the caption of a figure": Leak(
        "line ", _first(Figure, lambda each: replace(each, caption=f"{each.caption}, 3 disabled"))
    ),
    "a row of totals": Leak(
        "Table 6, row All stages",
        _table(
            "le19-people-4",
            lambda each: replace(
                each, rows=(*each.rows, ("All stages", "1,653", "54", "1,552", "47"))
            ),
        ),
    ),
    "a table with other totals": Leak("row LE19 without Offer", _added(OTHER)),
    "a sum over campaigns": Leak("row LE19 and PCDA: Application", _added(SUMS)),
    "a difference with an earlier figure": Leak(
        "column Since March", _column("le19-people-4", "Since March", "+3")
    ),
    "a share of another whole": Leak(
        "column Of those who failed", _column("le19-people-4", "Of those who failed (%)", "4")
    ),
}


def said(text: str) -> Plant:
    """Put a sentence into the first paragraph on the campaign."""
    return _first(Paragraph, lambda each: replace(each, text=f"{each.text} {text}"))
