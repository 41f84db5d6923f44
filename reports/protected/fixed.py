"""Sentences that every protected report has, whatever the counts: they tell nothing."""

from analytics.disclosure.derived import SYMBOLS as WORKED_OUT
from analytics.disclosure.presets import PRESETS
from reports.columns.column import SYMBOLS
from reports.protected import assembly, tables, words
from reports.report.sections import implications
from reports.report.sections.opening import recommendation
from reports.sheets.book import NO_ROWS
from reports.sheets.report_book import ONE_TABLE
from reports.visible import visible
from reports.wording import capital


def fixed_sentences() -> frozenset[str]:
    """Return every sentence, as the formats show it."""
    constants = [
        value
        for module in (words, implications, tables, assembly)
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str)
    ]
    meanings = [*SYMBOLS.values(), *WORKED_OUT.values()]
    asked = [block.text for block in recommendation().blocks if hasattr(block, "text")]
    every = [
        *constants,
        *(preset.policy for preset in PRESETS.values()),
        *meanings,
        *map(capital, meanings),
        *(text for row in assembly.DEFINITIONS for text in row),
        *asked,
        NO_ROWS,
        ONE_TABLE,
    ]
    return frozenset(visible(each) for each in every if " " in each)
