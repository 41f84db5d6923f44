"""The figures of a report as HTML: a panel to each group, which the script draws in its place.

The words of a chart are text of the page, so that they wrap, can be searched and grow with the
reader's type; what a drawing shows is said beside it for those who do not see it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reports.charts.specification import specification
from reports.charts.views import View, Views, views
from reports.html.report_blocks import anchor
from reports.html.text import escaped
from reports.report.model import Figure

# Panels no higher than this may be drawn smaller on paper, so that two rows fit on a page.
LOW = 220


class Drawings:
    """The figures of one report, and what the script needs to draw them."""

    def __init__(self) -> None:
        self._config: dict[str, Any] = {}
        self._panels: list[dict[str, Any]] = []

    @property
    def held(self) -> dict[str, Any]:
        """Return the configuration of all charts, and each panel under its number."""
        return {"config": self._config, "panels": self._panels}

    def figure_html(self, figure: Figure, labels: Mapping[str, str]) -> str:
        """Return a figure, and keep what is drawn in it.

        Args:
            figure: The figure.
            labels: What the text calls each table and figure, by its key.
        """
        parts = views(specification(figure.draw))
        self._config = parts.config
        identity, table = anchor(figure.label), labels[figure.table]
        link = f'<a href="#{anchor(table)}">{table}</a>'
        panels = "\n".join(self._panel(each, parts, table) for each in parts.panels)
        return "\n".join(
            [
                f'<figure id="{identity}">',
                f"<figcaption>{figure.label}: {escaped(figure.caption)}</figcaption>",
                f'<p class="finding">{escaped(parts.headline)}</p>',
                f'<p class="reading">{escaped(parts.subtitle)}</p>',
                *_choice(identity, figure.label, parts.groups),
                f'<div class="panels" role="group" aria-label="{escaped(figure.alt)}">',
                panels,
                "</div>",
                f'<p class="source">Figures: {link}. {escaped(parts.source)}</p>',
                "</figure>",
            ]
        )

    def _panel(self, panel: View, parts: Views, table: str) -> str:
        number = len(self._panels)
        self._panels.append({"wide": panel.wide, "phone": panel.phone})
        kind = "panel low" if panel.wide["height"] <= LOW else "panel"
        said = f"{panel.title}. {'; '.join(panel.said)}."
        return (
            f'<div class="{kind}" data-group="{parts.groups.index(panel.about)}">\n'
            f'<p class="title">{escaped(panel.title)}</p>\n'
            f'<p class="lines">{escaped(panel.lines)}</p>\n'
            f'<div class="drawing" role="img" aria-label="{escaped(said)}" data-panel="{number}">'
            f"<p>Drawn where scripts are allowed; the figures are in {table}.</p></div>\n</div>"
        )


def _choice(identity: str, label: str, groups: tuple[str, ...]) -> Iterator[str]:
    """Yield what lets a reader choose a group; without scripts it does nothing and is not shown."""
    if len(groups) < 2:  # noqa: PLR2004 - one group is no choice
        return
    options = "".join(
        f'<option value="{number}">{escaped(group)}</option>' for number, group in enumerate(groups)
    )
    yield (
        f'<p class="choice" hidden><label for="{identity}_group">Show in {label}</label> '
        f'<select id="{identity}_group" autocomplete="off"><option value="">All groups</option>'
        f'{options}</select> <span role="status"></span></p>'
    )
