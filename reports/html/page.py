"""The page put together: still picture first, then the script that makes it answer to the mouse."""

from typing import TYPE_CHECKING

from reports.charts.narrow import for_phones, stacked, without_captions
from reports.charts.rendering import svg_text
from reports.findings import Findings
from reports.html.library import chart_library
from reports.html.parts import common_parts, filled, own
from reports.html.policy import content_security_policy
from reports.html.text import escaped, script_json

if TYPE_CHECKING:
    import altair as alt


def html_page(findings: Findings, chart: "alt.TopLevelMixin") -> bytes:
    """Return one HTML file with the chart, its tables, notes and source.

    It opens without a network and under its own content security policy. Without scripts it shows
    the chart as a picture. ``chart`` has its panels as ``representation_chart`` puts them.
    """
    spec = chart.to_dict()
    wide = without_captions(spec)
    script, library = own("page.js"), chart_library()
    return filled(
        "page.html",
        policy=content_security_policy([library, script], [own("page.css")]),
        script=script,
        library=library,
        subtitle=escaped(" ".join(spec["title"]["subtitle"])),
        picture=svg_text(wide),
        specifications=script_json(
            {"wide": wide, "stacked": stacked(wide), "phone": for_phones(wide)}
        ),
        **common_parts(findings),
    )
