"""How much the audit finds of errors planted in documents: Markdown, HTML and Word.

    python benchmarks/audit_documents.py [--write]

The reports of benchmarks/audit.py, written out as a force would, read back and audited, so that how
well tables are recognised counts as well. Prints docs/audit-documents.md, or writes it.
"""

import argparse
import html
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from docx import Document

from analytics.audit.finding import Finding
from analytics.audit.printed import PrintedReport, PrintedRow, PrintedSeries
from analytics.audit.report import audited
from analytics.audit.severity import Severity
from recruitment.ingest.documents import read_document
from recruitment.ingest.recognition.report import recognised
from tests.analytics.audit.planted.draft import Place, place_of
from tests.analytics.audit.planted.reports import GROUPS, PARTS
from tests.analytics.audit.planted.runs import MOST_ERRORS, SEED, written

PAGE = Path(__file__).parents[1] / "docs" / "audit-documents.md"
REPORTS = 200
LEAST = 0.99
# Made-up stages by the names that labels.toml knows; what has more stages is left out.
NAMES = {
    "Assessment centre": "Pre-employment checks",
    "Face to face interview": "Assessment centre",
    "Telephone interview": "Face to face interview",
    "Online test": "Telephone interview",
    "Joiners": "Police Officer Joiners 2010 - 2020",
    "Leavers": "Police Officer Leavers 2010 - 2020",
}
TOO_LATE = ("Pre-employment checks", "Offer")
Block = str | list[list[str]]


def renamed(label: str) -> str:
    """Return a label as it is printed in the document."""
    name = next((each for each in NAMES if label.startswith(each)), None)
    return label if name is None else NAMES[name] + label.removeprefix(name)


def blocks(report: PrintedReport, campaign: str = "LE20") -> list[Block]:
    """Return the headings, tables and sentences of ``report``, top to bottom."""
    monitoring, movements = report.tables
    header = ["", "TOTAL", *(text for _, group in GROUPS for text in (group, "Blank"))]
    cells = [cell for group in GROUPS for cell in (group, (group[0], "Not stated"))]
    rows = [line for row in monitoring.rows for line in _counted(row, cells)]
    lists = [block for each in report.series for block in _listed(each)]
    moved = [["Ethnicity", "BAME", "Not Stated", "White", "Total"]]
    for row in movements.rows:
        counts, shares = _counted(row, list(PARTS))
        moved += [[*counts[:1], *counts[2:], counts[1]]]
        moved += [[f"{renamed(row.label)} (%)", *shares[2:], "100%"]]
    return [f"{campaign} campaign", [header, *rows], *lists, "Joiners and leavers", moved]


def _counted(row: PrintedRow, cells: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    counts = [renamed(row.label), str(row.total), *(str(row.counts[each]) for each in cells)]
    return counts, ["% of total", "", *(row.shares.get(each, "") for each in cells)]


def _listed(series: PrintedSeries) -> list[Block]:
    points = [[renamed(each.label), each.printed] for each in series.points]
    return [series.cell[1], points, f"There is a {series.change} percentage change."]


def markdown(content: list[Block], path: Path) -> None:
    """Write Markdown."""
    path.write_text("\n\n".join(map(_markdown, content)), encoding="utf-8")


def _markdown(block: Block) -> str:
    if isinstance(block, str):
        return block
    lines = [f"| {' | '.join(row)} |" for row in block]
    return "\n".join([lines[0], f"|{'---|' * len(block[0])}", *lines[1:]])


def web_page(content: list[Block], path: Path) -> None:
    """Write HTML."""
    path.write_text(f"<body>{''.join(map(_element, content))}</body>", encoding="utf-8")


def _element(block: Block) -> str:
    if isinstance(block, str):
        return f"<p>{html.escape(block)}</p>"
    rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def word(content: list[Block], path: Path) -> None:
    """Write a Word document."""
    document = Document()
    for block in content:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for row, texts in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    document.save(str(path))


FORMATS: dict[str, Callable[[list[Block], Path], None]] = {
    ".md": markdown,
    ".html": web_page,
    ".docx": word,
}


def flagged(path: Path) -> set[Place]:
    """Return what the audit of a document flags."""
    found = audited(recognised(read_document(path)).report)
    wrong = (each for each in found if isinstance(each, Finding))
    return {place_of(each) for each in wrong if each.severity.rank > Severity.precision.rank}


def scores(reports: int, folder: Path) -> dict[str, tuple[int, int, int, int]]:
    """Return, by format: figures made wrong, of them flagged; figures flagged, of them rightly."""
    counted = dict.fromkeys(FORMATS, (0, 0, 0, 0))
    for number, rng in enumerate(np.random.default_rng(SEED).spawn(reports)):
        draft, planted = written(rng, number % (MOST_ERRORS + 1))
        if any(row.label.startswith(TOO_LATE) for row in draft.monitoring.rows):
            continue
        wrong = {_place(each) for error in planted for each in error.places}
        right = wrong | {_place(each) for error in planted for each in error.follows}
        for suffix, write in FORMATS.items():
            path = folder / f"report{suffix}"
            write(blocks(draft.report()), path)
            found = flagged(path)
            added = (len(wrong), len(wrong & found), len(found), len(found & right))
            sums = zip(counted[suffix], added, strict=True)
            counted[suffix] = tuple(one + other for one, other in sums)  # type: ignore[assignment]
    return counted


def _place(place: Place) -> Place:
    what, label, cell = place
    return what, renamed(label), cell


def main() -> None:
    """Write the documents, audit them, and show what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/audit-documents.md")
    write = parser.parse_args().write
    with tempfile.TemporaryDirectory() as folder:
        counted = scores(REPORTS, Path(folder))
    text = page(counted)
    if write:
        PAGE.write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    if any(
        found < LEAST * wrong or right < LEAST * all_found
        for wrong, found, all_found, right in counted.values()
    ):
        sys.exit(f"less than {LEAST:.0%} found, or found rightly")


def page(counted: dict[str, tuple[int, int, int, int]]) -> str:
    """Return what was found, as a page of the documentation."""
    rows = [
        f"| {suffix} | {wrong:,} | {found:,} ({100 * found / wrong:.1f} %) "
        f"| {all_found:,} | {right:,} ({100 * right / all_found:.1f} %) |"
        for suffix, (wrong, found, all_found, right) in counted.items()
    ]
    return f"""# How much `recruit audit FILE` finds

<!-- Generated by benchmarks/audit_documents.py: do not edit. -->

The reports of [audit.md](audit.md), with the same kinds of error planted, of those with up to five
stages, written as Markdown, HTML and Word, read back and audited: how well tables and lists are
recognised counts as well. The layout is one that the reader knows, so this is not how much is found
in any report; a table that is not understood is named by the audit, not guessed.

| written as | figures made wrong | of them flagged (recall) | flagged | rightly (precision) |
| --- | --- | --- | --- | --- |
{chr(10).join(rows)}
"""


if __name__ == "__main__":
    main()
