"""A chart taken apart into its panels, for a page that lays them out and has their words as text.

Nothing is in a part that the chart does not say in words: numbers are rounded to the decimals that
tables show, as positions need no more and a reader of the source could work out what was hidden.
"""

from dataclasses import dataclass
from typing import Any

from analytics.rounding import half_up
from reports.charts.narrow import Spec, for_phones, without_captions

DECIMALS = 2
SOURCE = ("Source: ", "Sources: ")
# What the page has as text, or says of the drawing as a whole.
NOT_DRAWN = ("title", "description")


@dataclass(frozen=True, slots=True)
class View:
    """One panel.

    Attributes:
        about: Whose figures it shows; panels about the same group belong together.
        title: What stands over it.
        lines: What stands under its title, as one text.
        said: What it shows, one mark after another, in words with the figures.
        wide: Its specification, without configuration.
        phone: The same for a narrow screen.
    """

    about: str
    title: str
    lines: str
    said: tuple[str, ...]
    wide: Spec
    phone: Spec


@dataclass(frozen=True, slots=True)
class Views:
    """A chart in parts.

    Attributes:
        headline: The finding.
        subtitle: What is measured and how to read it.
        source: Where the figures come from.
        config: The configuration that every panel needs; marks have no labels of their own in it.
        panels: The panels, in order.
    """

    headline: str
    subtitle: str
    source: str
    config: Spec
    panels: tuple[View, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """Return whom there are panels about, each once."""
        return tuple(dict.fromkeys(panel.about for panel in self.panels))


def views(spec: Spec) -> Views:
    """Return the parts of a chart, whose panels are as ``page`` puts them."""
    bare = without_captions(spec)
    (wide,), (phone,) = bare["vconcat"], for_phones(bare)["vconcat"]
    return Views(
        headline=_joined(spec["title"]["text"]),
        subtitle=_joined(spec["title"]["subtitle"]),
        source=source_line(spec),
        config={**bare["config"], "aria": False},
        panels=tuple(
            _view(own, narrow, spec.get("datasets", {}))
            for own, narrow in zip(wide["concat"], phone["concat"], strict=True)
        ),
    )


def _view(wide: Spec, phone: Spec, datasets: dict[str, list[Spec]]) -> View:
    title = _joined(wide["title"]["text"])
    points = datasets.get(wide.get("data", {}).get("name", ""), [])
    return View(
        about=wide.get("description", title),
        title=title,
        lines=_joined(wide["title"]["subtitle"]),
        said=tuple(point["said"] for point in points if "said" in point),
        wide=_drawn(wide, datasets),
        phone=_drawn(phone, datasets),
    )


def _drawn(panel: Spec, datasets: dict[str, list[Spec]]) -> Spec:
    """Return what a panel draws, its data in it."""
    own = {name: part for name, part in panel.items() if name not in NOT_DRAWN}
    drawn: Spec = _rounded(_with_data(own, datasets))
    return drawn


def _with_data(part: Any, datasets: dict[str, list[Spec]]) -> Any:
    """Return ``part`` with each data set in the place where it is named."""
    if isinstance(part, list):
        return [_with_data(each, datasets) for each in part]
    if not isinstance(part, dict):
        return part
    put = {name: _with_data(value, datasets) for name, value in part.items()}
    if "data" in put and "name" in put["data"]:
        put["data"] = {"values": datasets[put["data"]["name"]]}
    return put


def _rounded(part: Any) -> Any:
    match part:
        case dict():
            return {name: _rounded(value) for name, value in part.items()}
        case list():
            return [_rounded(value) for value in part]
        case float():
            return float(half_up(part, DECIMALS))
        case _:
            return part


def _joined(lines: list[str] | str) -> str:
    return lines if isinstance(lines, str) else " ".join(filter(None, lines))


def source_line(spec: Spec) -> str:
    """Return what stands under a chart from the source on; its notes stand in the report."""
    footer = spec["vconcat"][0]["title"]["text"]
    starts = [number for number, line in enumerate(footer) if line.startswith(SOURCE)]
    return _joined(footer[starts[-1] :]) if starts else ""
