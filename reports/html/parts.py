"""What every page has: its style, its words, and the tables of the findings."""

from importlib.resources import files
from string import Template

from reports.display import legend, text_tables
from reports.findings import Findings
from reports.html.text import escaped, table_html


def filled(template: str, **parts: str) -> bytes:
    """Return one of our own templates with its parts put in."""
    return Template(own(template)).substitute(parts).encode()


def own(name: str) -> str:
    """Return the text of one of our own files."""
    return (files("reports.html") / name).read_text(encoding="utf-8")


def common_parts(findings: Findings) -> dict[str, str]:
    """Return title, headline, tables, notes, source and style, escaped."""
    return {
        "style": own("page.css"),
        "title": escaped(findings.title),
        "headline": escaped(findings.headline or findings.title),
        "tables": _tables(findings),
        "notes": _notes(findings),
        "source": escaped(findings.cited),
    }


def _tables(findings: Findings) -> str:
    return "\n".join(
        table_html(table, f"table-{number}")
        for number, table in enumerate(text_tables(findings), start=1)
    )


def _notes(findings: Findings) -> str:
    notes = [legend(text_tables(findings)), *findings.notes]
    return "\n".join(f"<li>{escaped(note)}</li>" for note in notes if note)
