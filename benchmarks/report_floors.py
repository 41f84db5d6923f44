"""What each format of the report costs its library alone: the same tables, words and charts.

Nothing is marked up, laid out, numbered, described or checked here; that is what the difference to
the renderer pays for.
"""

from collections.abc import Callable, Iterator
from html import escape
from importlib.resources import files
from io import BytesIO

from reports.charts.narrow import without_captions
from reports.charts.rendering import svg_text
from reports.charts.specification import specification
from reports.charts.upright import upright
from reports.report.model import Report
from reports.sheets.words import lines
from reports.word.pictures import DOTS_TO_THE_INCH, POINTS_TO_THE_INCH, SMALLEST

Step = Callable[[], object]
Rows = list[tuple[str, ...]]


def floor(suffix: str, made: Report) -> Step:
    """Return what does the least for a file of this suffix; its input is made beforehand."""
    return FLOORS[suffix](made)


def _tables(made: Report) -> Iterator[tuple[str, Rows]]:
    for table in made.tables:
        yield table.label, [table.headings, *table.rows]


def _words(made: Report) -> list[str]:
    return [str(part) for line in lines(made) for part in line if part]


def _markdown(made: Report) -> Step:
    rows = [own for _, table in _tables(made) for own in table]
    return lambda: "\n".join([*_words(made), *(" | ".join(row) for row in rows)]).encode()


def _page(made: Report) -> Step:
    """Altair by itself, and every word escaped."""
    import json

    rows = [own for _, table in _tables(made) for own in table]

    def write() -> str:
        charts = [json.dumps(figure.draw().to_dict()) for figure in made.figures]
        cells = (f"<td>{escape(cell)}</td>" for row in rows for cell in row)
        return "".join([*charts, *map(escape, _words(made)), *cells])

    return write


def _document(made: Report) -> Step:
    """python-docx, with finished specifications drawn by vl-convert as fine as ours."""
    import docx
    import vl_convert

    specs = [upright(specification(figure.draw)) for figure in made.figures]
    dots = SMALLEST * DOTS_TO_THE_INCH / POINTS_TO_THE_INCH

    def write() -> None:
        document = docx.Document()
        for text in _words(made):
            document.add_paragraph(text)
        for spec in specs:
            png = vl_convert.svg_to_png(svg_text(spec), scale=dots)
            document.add_picture(BytesIO(png))
        for _, rows in _tables(made):
            table = document.add_table(len(rows), len(rows[0]))
            cells = (cell for row in rows for cell in row)
            for place, text in zip(table._cells, cells, strict=True):  # noqa: SLF001 - the public way takes a hundred times as long
                place.text = text
        document.save(BytesIO())

    return write


def _pdf(made: Report) -> Step:
    """vl-convert drawing finished specifications, and Typst setting the finished content."""
    import typst

    from reports.paper.content import content
    from reports.paper.fonts import fonts

    specs = [without_captions(specification(figure.draw)) for figure in made.figures]
    template, inputs = (files("reports.paper") / "paper.typ").read_bytes(), content(made)
    typed = {"font_paths": fonts(), "pdf_standards": ["ua-1"], "sys_inputs": {"report": inputs}}
    return lambda: ([*map(svg_text, specs)], typst.compile(template, **typed))


def _workbook(made: Report) -> Step:
    """XlsxWriter, writing the same cells without any format."""
    from xlsxwriter import Workbook

    rows: dict[str, Rows] = dict(_tables(made))
    rows["Text"] = [tuple(map(str, line)) for line in lines(made)]

    def write() -> None:
        with Workbook(BytesIO(), {"in_memory": True}) as book:
            for name, held in rows.items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(held):
                    for place, cell in enumerate(row):
                        sheet.write_string(number, place, cell)

    return write


FLOORS: dict[str, Callable[[Report], Step]] = {
    ".md": _markdown,
    ".html": _page,
    ".docx": _document,
    ".pdf": _pdf,
    ".xlsx": _workbook,
}
