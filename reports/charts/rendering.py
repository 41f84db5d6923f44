"""Charts as pictures, drawn by vl-convert without a browser or a network."""

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair as alt

PNG_SCALE = 2.0
# No base URL is allowed, so that no chart can make the renderer read a file or an address.
NO_DATA_FROM_OUTSIDE: list[str] = []


def render_svg(chart: "alt.TopLevelMixin") -> bytes:
    """Return the chart as SVG, its description as the text alternative."""
    return svg_text(chart.to_dict()).encode()


def render_png(chart: "alt.TopLevelMixin") -> bytes:
    """Return the chart as PNG, twice as fine as a screen of 96 dots to the inch."""
    import vl_convert

    png: bytes = vl_convert.svg_to_png(svg_text(chart.to_dict()), scale=PNG_SCALE)
    return png


def svg_text(spec: dict[str, Any]) -> str:
    """Return a Vega-Lite specification drawn as SVG text."""
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec, allowed_base_urls=NO_DATA_FROM_OUTSIDE)
    return _described(drawn, str(spec.get("description", "")))


def _described(svg: str, description: str) -> str:
    head, _, rest = svg.partition(">")
    return f'{head} role="img" aria-label="{escape(description)}">{rest}'
