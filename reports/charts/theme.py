"""How charts look: the Analysis Function palette, one font stack, one set of sizes.

Nothing is registered with Altair: a chart takes ``config()`` with it, so that importing this
module changes no other chart.
"""

from typing import Any

NAVY, TEAL, PLUM, ORANGE, CHARCOAL, LILAC = (
    "#12436D",
    "#28A197",
    "#801650",
    "#F46A25",
    "#3D3D3D",
    "#A285D1",
)
PALETTE = (NAVY, ORANGE, TEAL, PLUM, LILAC, CHARCOAL)
# Lines are told apart by dash and point as well, never by colour alone.
DASHES: tuple[tuple[int, ...], ...] = ((1, 0), (7, 3), (2, 2), (10, 3, 2, 3), (4, 4), (14, 4))
SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross")

PAPER = "#FFFFFF"
INK = CHARCOAL
RULE = "#D9D9D9"
# What stands beside the focus (navy), and the ground under a row set apart.
REST = "#BFBFBF"
GROUND = "#F2F2F2"

# A lone missing font draws no text at all, so the stack ends in one that vl-convert can find.
FONT = 'Arial, "Liberation Sans", sans-serif'
TITLE_SIZE, SUBTITLE_SIZE, PANEL_SIZE, LABEL_SIZE, SMALL_SIZE = 20, 14, 16, 13, 12


def config() -> dict[str, Any]:
    """Return the Vega-Lite configuration every chart carries."""
    return {
        "background": PAPER,
        "font": FONT,
        "padding": 16,
        "view": {"stroke": None},
        "title": {"anchor": "start", "color": INK, "subtitleColor": INK},
        "axis": {
            "labelFontSize": SMALL_SIZE,
            "labelColor": INK,
            "labelLimit": 0,
            "gridColor": RULE,
            "domainColor": CHARCOAL,
            "tickColor": CHARCOAL,
        },
        "legend": {
            "labelFontSize": LABEL_SIZE,
            "labelColor": INK,
            "labelLimit": 0,
            "symbolSize": 100,
            "orient": "top",
            "title": None,
        },
    }
