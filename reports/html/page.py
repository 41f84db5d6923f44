"""The page put together: still picture first, then the script that makes it answer to the mouse."""

from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from reports.charts.narrow import for_phones, stacked, without_captions
from reports.charts.rendering import svg_text
from reports.display import legend, text_tables
from reports.findings import Findings
from reports.html.policy import content_security_policy
from reports.html.text import escaped, script_json, table_html

if TYPE_CHECKING:
    import altair as alt

# What the script of the page calls.
ON_WINDOW = "window.vegaEmbed = vegaEmbed;"


def html_page(findings: Findings, chart: "alt.TopLevelMixin") -> bytes:
    """Return one HTML file with the chart, its tables, notes and source.

    It opens without a network and under its own content security policy. Without scripts it shows
    the chart as a picture. ``chart`` has its panels as ``representation_chart`` puts them.
    """
    spec = chart.to_dict()
    wide = without_captions(spec)
    style, script, library = _own("page.css"), _own("page.js"), chart_library()
    return _filled(
        policy=content_security_policy([library, script], [style]),
        style=style,
        script=script,
        library=library,
        title=escaped(findings.title),
        headline=escaped(findings.headline or findings.title),
        subtitle=escaped(" ".join(spec["title"]["subtitle"])),
        picture=svg_text(wide),
        tables=_tables(findings),
        notes=_notes(findings),
        source=f"Source: {escaped(findings.source)}",
        specifications=script_json(
            {"wide": wide, "stacked": stacked(wide), "phone": for_phones(wide)}
        ),
    )


@cache
def chart_library() -> str:
    """Return Vega, Vega-Lite and Vega-Embed as one script.

    Raises:
        ValueError: The library holds text that would end the script element it stands in.
    """
    import vl_convert

    library = vl_convert.javascript_bundle(ON_WINDOW)
    if any(mark in library for mark in ("</script", "<script", "<!--", "\r", "\0")):
        raise ValueError("the chart library cannot stand in an HTML page as it is")
    return library


def _filled(**parts: str) -> bytes:
    return Template(_own("page.html")).substitute(parts).encode()


def _own(name: str) -> str:
    return (files("reports.html") / name).read_text(encoding="utf-8")


def _tables(findings: Findings) -> str:
    return "\n".join(
        table_html(table, f"table-{number}")
        for number, table in enumerate(text_tables(findings), start=1)
    )


def _notes(findings: Findings) -> str:
    notes = [legend(text_tables(findings)), *findings.notes]
    return "\n".join(f"<li>{escaped(note)}</li>" for note in notes if note)
