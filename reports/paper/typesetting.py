"""Typst, given the report as data, its own fonts, and the date of the report for a clock."""

import datetime as dt
from importlib.resources import files

from reports.paper.content import content
from reports.paper.fonts import fonts
from reports.paper.glyphs import drawable
from reports.report.model import Report


def typeset(report: Report) -> bytes:
    """Return ``report`` as a tagged PDF that keeps to PDF/UA-1; same report, same bytes."""
    import typst

    # Neither JSON nor SVG has a meaning for what stands in the place of a missing character.
    inputs = {"report": drawable(content(report))}
    date = dt.datetime.combine(report.date, dt.time(), dt.UTC) if report.date else None
    return typst.compile(
        (files("reports.paper") / "paper.typ").read_bytes(),
        font_paths=fonts(),
        sys_inputs=inputs,
        pdf_standards=["ua-1"],
        timestamp=date,
    )
