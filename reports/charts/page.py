"""Panels put on a page: headline and subtitle above, notes and source below, text alternative."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reports.charts import theme
from reports.charts.captions import footer
from reports.charts.labels import wrapped
from reports.findings import Findings

if TYPE_CHECKING:
    import altair as alt

COLUMN_GAP, ROW_GAP = 40, 36


def page(
    findings: Findings,
    panels: "Sequence[alt.LayerChart | alt.FacetChart]",
    *,
    columns: int,
    subtitle: Sequence[str],
    description: str,
) -> "alt.VConcatChart":
    """Return ``panels`` in ``columns`` with the words of ``findings`` around them.

    The headline is the title, notes and source stand below, ``description`` is the text
    alternative.
    """
    import altair as alt

    spacing = {"row": ROW_GAP, "column": COLUMN_GAP}
    body = alt.concat(*(panels or [_nothing()]), columns=columns, spacing=spacing)
    whole: alt.VConcatChart = alt.vconcat(body.properties(title=_below(findings))).properties(
        title=_above(findings, subtitle), description=description
    )
    configured: alt.VConcatChart = whole.configure(**theme.config())
    return configured


def panel_title(title: str, subtitle: Sequence[str], **place: Any) -> "alt.TitleParams":
    """Return the title of a panel with the lines under it."""
    import altair as alt

    return alt.TitleParams(
        text=title,
        subtitle=list(subtitle),
        fontSize=theme.PANEL_SIZE,
        subtitleFontSize=theme.LABEL_SIZE,
        subtitlePadding=4,
        frame="bounds",
        **place,
    )


def level(lines: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return as many lines for every panel, so that panels side by side align.

    >>> level([["one", "two"], ["three"]])
    [['one', 'two'], ['three', '']]
    """
    most = max(map(len, lines), default=0)
    return [[*own, *[""] * (most - len(own))] for own in lines]


def _nothing() -> "alt.LayerChart | alt.FacetChart":
    import altair as alt

    said = alt.Chart(alt.InlineData(values=[{"said": "There is nothing to draw yet."}]))
    text = said.mark_text(align="left", fontSize=theme.LABEL_SIZE).encode(
        x=alt.value(0), text=alt.Text("said:N")
    )
    return alt.layer(text, width=520, height=60, title=panel_title("No figures", []))


def _above(findings: Findings, subtitle: Sequence[str]) -> "alt.TitleParams":
    import altair as alt

    return alt.TitleParams(
        text=wrapped(findings.headline or findings.title, 108, 4),
        subtitle=[line for text in subtitle for line in wrapped(text, 165, 3)],
        fontSize=theme.TITLE_SIZE,
        subtitleFontSize=theme.SUBTITLE_SIZE,
        subtitlePadding=8,
        offset=24,
    )


def _below(findings: Findings) -> "alt.TitleParams":
    import altair as alt

    return alt.TitleParams(
        text=footer(findings),
        orient="bottom",
        anchor="start",
        fontSize=theme.SMALL_SIZE,
        fontWeight="normal",
        lineHeight=17,
        offset=20,
    )
