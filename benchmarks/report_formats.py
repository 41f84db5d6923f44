"""How long each format of the panel report takes, against the bare cost of its library.

    .venv/bin/python benchmarks/report_formats.py [ROUNDS]

The floors: for PDF, vl-convert drawing the finished specifications of the charts and Typst setting
the finished content; for a workbook, XlsxWriter writing the same cells without any format. Whole
rounds are interleaved, after one to warm up; medians, seconds of wall time and of processor time.
"""

import statistics
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from io import BytesIO

import queries
from recruitment import published
from recruitment.studies.report import report
from recruitment.warehouse import open_warehouse
from reports.charts.narrow import without_captions
from reports.charts.rendering import svg_text
from reports.charts.specification import specification
from reports.renderers import MODULES, renderer
from reports.report.model import Report

Lap = tuple[float, float]


def main(rounds: int) -> None:
    """Measure and print."""
    made = _report()
    steps: dict[str, Callable[[], object]] = {"the studies": _report}
    for suffix in MODULES:
        steps[suffix] = lambda suffix=suffix: renderer(suffix)(made)
        if suffix in FLOORS:
            steps[f"{suffix}, bare library"] = FLOORS[suffix](made)
    for step in steps.values():
        step()
    laps = [{name: _lap(step) for name, step in steps.items()} for _ in range(rounds)]
    print(f"{rounds} rounds, seconds by the clock (of the processor), medians")
    for name in steps:
        clock, processor = (
            statistics.median(part) for part in zip(*(each[name] for each in laps), strict=True)
        )
        print(f"  {name:24}{clock:8.3f} ({processor:.3f})")


def _report() -> Report:
    with open_warehouse(subjects=published.ALL) as con:
        assert queries.campaigns(con).height
        return report(con)


def _lap(step: Callable[[], object]) -> Lap:
    clock, processor = time.perf_counter(), time.process_time()
    step()
    return time.perf_counter() - clock, time.process_time() - processor


def _bare_pdf(made: Report) -> Callable[[], object]:
    import typst

    from reports.paper.content import content
    from reports.paper.fonts import fonts

    specs = [without_captions(specification(figure.draw)) for figure in made.figures]
    template, inputs = (files("reports.paper") / "paper.typ").read_bytes(), content(made)
    typed = {"font_paths": fonts(), "pdf_standards": ["ua-1"], "sys_inputs": {"report": inputs}}
    return lambda: ([*map(svg_text, specs)], typst.compile(template, **typed))


def _bare_workbook(made: Report) -> Callable[[], object]:
    from xlsxwriter import Workbook

    from reports.sheets.words import lines

    rows = {table.label: [table.headings, *table.rows] for table in made.tables}
    rows["Text"] = [tuple(map(str, line)) for line in lines(made)]

    def write() -> None:
        with Workbook(BytesIO(), {"in_memory": True}) as book:
            for name, held in rows.items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(held):
                    for place, cell in enumerate(row):
                        sheet.write_string(number, place, cell)

    return write


FLOORS = {".pdf": _bare_pdf, ".xlsx": _bare_workbook}

if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
