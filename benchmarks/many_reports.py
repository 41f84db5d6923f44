"""Reports of thousands of campaigns: written as a force writes one, and as a database does.

Each campaign is a report of `tests.analytics.audit.planted`, errors and all, with its own code and
people, and a sentence about it in the prose.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import polars as pl
from audit_documents import TOO_LATE, Block, blocks, markdown, renamed

from analytics.audit.printed import PrintedReport, PrintedTable
from tests.analytics.audit.planted.runs import MOST_ERRORS, SEED, written

FORCES = 43
WOMEN = ("sex", "Female")
COLUMNS = ("campaign", "stage", "characteristic", "group", "count", "total", "share")


def code(place: int) -> str:
    """Return the code of a campaign: two letters for the force, digits for its campaign."""
    force = place % FORCES
    return f"{'PQ'[force // 26]}{chr(ord('A') + force % 26)}{place // FORCES:03}"


def reports(campaigns: int) -> Iterator[PrintedReport]:
    """Yield reports of one campaign each, with none to six errors, in stages that are known."""
    for number, rng in enumerate(np.random.default_rng(SEED).spawn(campaigns)):
        errors, known = number % (MOST_ERRORS + 1), False
        while not known:
            draft, _ = written(rng, errors)
            known = not any(row.label.startswith(TOO_LATE) for row in draft.monitoring.rows)
        yield draft.report()


def write_markdown(made: list[PrintedReport], path: Path) -> None:
    """Write tables, lists and sentences, campaign by campaign."""
    markdown([block for at, each in enumerate(made) for block in _blocks(each, code(at))], path)


def _blocks(made: PrintedReport, name: str) -> list[Block]:
    own = blocks(made, campaign=name)
    first = made.tables[0].rows[0]
    said = f"The proportion of women applicants in the {name} campaign was {first.shares[WOMEN]}."
    # Who joined and left is told once in a report, and not of each campaign.
    return [own[0], said, *own[1:-2]]


def write_csv(made: list[PrintedReport], path: Path) -> None:
    """Write one line to a stage and group, all campaigns in one table."""
    lines = [line for at, each in enumerate(made) for line in _lines(each.tables[0], code(at))]
    pl.DataFrame(lines, schema=list(COLUMNS), orient="row").write_csv(path)


def _lines(table: PrintedTable, name: str) -> Iterator[tuple[str, ...]]:
    for row in table.rows:
        for cell, share in row.shares.items():
            numbers = (str(row.counts[cell]), str(row.total))
            yield (name, renamed(row.label), *cell, *numbers, share)


WRITERS: dict[str, Callable[[list[PrintedReport], Path], None]] = {
    ".md": write_markdown,
    ".csv": write_csv,
}
