"""What stands before the sections of a report: who and when, key findings, contents, style."""

from collections.abc import Iterable, Iterator
from string import Template

from reports.charts.labels import day
from reports.html.parts import own
from reports.html.report_blocks import anchor
from reports.html.text import css_text, escaped
from reports.report.model import Figure, Report, Table


def style_sheet(report: Report) -> str:
    """Return the style sheet, with the words at the edges of each printed page."""
    dated = filter(None, (report.title, dated_text(report)))
    edges = {"heading": ", ".join(dated), "policy": report.policy}
    texts = {name: css_text(text) for name, text in edges.items()}
    return own("page.css") + Template(own("report.css")).substitute(texts)


def dated_text(report: Report) -> str:
    """Return the date of the report as people write it, or nothing."""
    return day(str(report.date)) if report.date else ""


def signed_html(report: Report) -> str:
    """Return who signs the report, and its date."""
    said = {"Author": report.author, "Date": dated_text(report)}
    return "\n".join(f"<p>{name}: {escaped(text)}</p>" for name, text in said.items() if text)


def findings_html(report: Report) -> str:
    """Return the key findings, each with a link to the section it is taken from."""
    if not report.findings:
        return ""
    headings = {section.key: section.heading for section in report.sections}
    found = "\n".join(
        f"<li>{escaped(each.text)} "
        f'<a class="more" href="#{each.section}">{escaped(headings[each.section])}</a></li>'
        for each in report.findings
    )
    return f'<h2 id="key_findings">Key findings</h2>\n<ul class="findings">\n{found}\n</ul>'


def contents_html(report: Report) -> str:
    """Return links to the sections, the appendices apart, and to every figure and table."""
    parts = {
        part: [(each.key, each.heading) for each in report.sections if each.part == part]
        for part in ("report", "appendix")
    }
    numbered: tuple[Figure | Table, ...] = (*report.figures, *report.tables)
    shown = [(anchor(each.label), f"{each.label}: {each.caption}") for each in numbered]
    return "\n".join(
        [
            *_links("", parts["report"]),
            *_links("<p>Appendices</p>", parts["appendix"]),
            *_links("<details>\n<summary>Figures and tables</summary>", shown, "</details>"),
        ]
    )


def _links(before: str, places: Iterable[tuple[str, str]], after: str = "") -> Iterator[str]:
    links = "\n".join(f'<li><a href="#{key}">{escaped(text)}</a></li>' for key, text in places)
    if links:
        yield f"{before}\n<ol>\n{links}\n</ol>{after}"
