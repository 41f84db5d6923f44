"""Where each group's share is heading: a fan of futures towards a target, a panel to a group.

All panels share one scale from 0. The line is the middle future, the dark band the middle half of
them, the light band the interval; the target is a dashed line, what follows without what is assumed
a dotted one. Every one of them is named in words at its end.
"""

from typing import TYPE_CHECKING, Any

from analytics.rounding import half_up
from reports.cells import bare
from reports.charts.choice import finite_rows
from reports.charts.ends import spread
from reports.charts.fan_marks import Axes, bands, lines, marks, words
from reports.charts.labels import day, shortened, wrapped
from reports.charts.page import level, page, panel_title
from reports.display import label
from reports.findings import Findings
from reports.forecast_readings import post
from reports.wording import capital, counted, few, listed, people

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import altair as alt

COLUMNS, WIDTH, HEIGHT = 2, 520, 280
HEADROOM, LABEL_ROOM, LINE_HEIGHT = 1.1, 0.27, 16
DECADE = 10
START_ROOM = 0.4  # of the years: how far the words at the start reach


def forecast_fan_chart(findings: Findings) -> "alt.TopLevelMixin":
    """Return the fan chart of ``findings``, whose tables are ``rows`` and ``paths``."""
    rows, paths = (finite_rows(findings.tables[name]) for name in ("rows", "paths"))
    own = [[path for path in paths if _key(path) == _key(row)] for row in rows]
    top = scale_top(paths)
    said = level([wrapped(capital(row["reading"]), 92, 5) for row in rows])
    names = _names(rows)
    return page(
        findings,
        [
            _panel(row, points, words_below, top, name)
            for row, points, words_below, name in zip(rows, own, said, names, strict=True)
        ],
        columns=COLUMNS,
        subtitle=_subtitle(rows, assumed="as_recorded" in findings.tables),
        description=_description(findings, rows, own),
    )


def scale_top(paths: "Sequence[Mapping[str, Any]]") -> float:
    """Return where the y axis ends that all panels share, at most 100.

    >>> scale_top([{"high_pct": 22.7, "target_pct": 25.0}]).__round__(1)
    27.5
    """
    ends = [path[name] or 0.0 for path in paths for name in ("high_pct", "target_pct")]
    return min(100.0, max(1.0, max(ends, default=0.0) * HEADROOM))


def fan_points(
    row: "Mapping[str, Any]", paths: "Sequence[Mapping[str, Any]]"
) -> list[dict[str, Any]]:
    """Return the years of one group as points, all of their text ready."""
    return [
        {
            **{name.removesuffix("_pct"): path[name] for name in path if name.endswith("_pct")},
            "year": path["date"].year,
            "marked": path["years"] % DECADE == 0,
            "first": path["years"] == 0,
            "text": _percent(path["median_pct"]),
            "interval": f"{_percent(path['low_pct'])} to {_percent(path['high_pct'])}",
            "goal": f"{bare(path['target_pct'])}%",
            "who": shortened(people(row["group"]), 40),
            "start": f"{_percent(row['start_pct'])} ({row['people']:,} of {row['out_of']:,})",
            "said": f"{path['date'].year}: {_percent(path['median_pct'])}, "
            f"{_percent(path['low_pct'])} to {_percent(path['high_pct'])}",
        }
        for path in paths
    ]


def end_labels(points: "Sequence[Mapping[str, Any]]", pct_per_pixel: float) -> list[dict[str, Any]]:
    """Return what stands at the right end of band, lines and target, a line apart."""
    last = points[-1]
    named = {
        "high": _percent(last["high"]),
        "target": f"target {last['goal']}",
        "median": last["text"],
        "low": _percent(last["low"]),
        "recorded": f"as recorded {_percent(last['recorded'])}",
    }
    wanted = [
        {"stage": "end", "year": last["year"], "end": last[name], "words": text, "of": name}
        for name, text in named.items()
        if last[name] is not None
    ]
    return spread(wanted, pct_per_pixel * LINE_HEIGHT)


def start_label_at(points: "Sequence[Mapping[str, Any]]", pct_per_pixel: float) -> float | None:
    """Return the share at whose height the figure of the start stands, clear of line and axis.

    Below the line where it rises and there is room above the axis; otherwise above all of the line
    that is beside the words.

    >>> flat = [{"median": 8.0}] * 11
    >>> start_label_at(flat, 0.1), start_label_at(flat, 0.5)
    (6.4, 16.0)
    """
    span = 1 + int(START_ROOM * (len(points) - 1))
    beside = [each["median"] for each in points[:span] if each["median"] is not None]
    if not beside:
        return None
    apart = pct_per_pixel * LINE_HEIGHT
    below: float = min(beside) - apart
    above: float = max(beside) + apart
    falling = beside[-1] < beside[0] - apart / 2
    return below if below >= apart / 2 and not falling else above


def _names(rows: "Sequence[Mapping[str, Any]]") -> list[str]:
    """Return what tells the panels apart: group, and role and unit where several are drawn."""
    several = [name for name in ("unit", "role") if len({row[name] for row in rows}) > 1]
    return [
        ": ".join(
            [*(shortened(row[name], 40) for name in several), shortened(people(row["group"]), 50)]
        )
        for row in rows
    ]


def _panel(
    row: "Mapping[str, Any]",
    paths: "Sequence[Mapping[str, Any]]",
    said: "Sequence[str]",
    top: float,
    name: str,
) -> "alt.LayerChart | alt.FacetChart":
    import altair as alt

    points = fan_points(row, paths)
    points[0]["start_at"] = start_label_at(points, top / HEIGHT)
    first, last = points[0]["year"], points[-1]["year"]
    axes = Axes(first, last, last + LABEL_ROOM * max(last - first, 1), top)
    layers = [
        *bands(axes),
        *lines(axes),
        *marks(row, axes),
        *words(end_labels(points, top / HEIGHT), axes),
    ]
    title = f"{shortened(label('characteristic', row['characteristic']), 30)}: {name}"
    return alt.layer(
        *layers,
        data=alt.InlineData(values=points),
        width=WIDTH,
        height=HEIGHT,
        title=panel_title(title, said, offset=14),
    )


def _subtitle(rows: "Sequence[Mapping[str, Any]]", *, assumed: bool) -> list[str]:
    if not rows:
        return []
    first = rows[0]
    groups = few(list(dict.fromkeys(shortened(people(row["group"]), 40) for row in rows)))
    roles = few(list(dict.fromkeys(shortened(row["role"], 40) for row in rows)))
    units = few(list(dict.fromkeys(shortened(row["unit"], 60) for row in rows)))
    level_of = bare(100 * first["confidence_level"])
    rates = f"of {first['period']}{' and those assumed' if assumed else ''}"
    line = (
        f"Share of {groups} among all in the role {roles}, {units}, from "
        f"{day(str(first['start']))} on, at the rates {rates}."
    )
    how = (
        f"Line: the middle of {first['futures']:,} simulated futures. Dark band: half of them; "
        f"light band: {level_of}%. All panels share one scale."
    )
    return [line, how, _targets(rows)]


def _targets(rows: "Sequence[Mapping[str, Any]]") -> str:
    """Return whose share the target is, and of whom it was given instead."""
    areas = list(dict.fromkeys(row["area"] for row in rows if row["area"]))
    given = [shortened(people(row["group"]), 40) for row in rows if not row["area"]]
    said = [f"the share of {shortened(listed(areas), 120)}"] if areas else []
    said += [f"{'that of ' if areas else ''}{listed(given)} as given"] if given else []
    return f"Target: {'; '.join(said)}."


def _description(
    findings: Findings,
    rows: "Sequence[Mapping[str, Any]]",
    own: "Sequence[Sequence[Mapping[str, Any]]]",
) -> str:
    headline = shortened(findings.headline or findings.title, 300).rstrip(".")
    panels = counted(len(rows), "panel")
    several = len({row["unit"] for row in rows}) > 1
    series = [
        f"{shortened(post(row, several=several), 80)}, {shortened(people(row['group']), 40)}: "
        + "; ".join(point["said"] for point in fan_points(row, paths) if point["marked"])
        + "."
        for row, paths in zip(rows, own, strict=True)
    ]
    return " ".join([f"{headline}.", f"Fan chart of forecast shares, {panels}.", *series])


def _key(row: "Mapping[str, Any]") -> tuple[str, ...]:
    return tuple(row[name] for name in ("unit", "role", "characteristic", "group"))


def _percent(value: float | None) -> str:
    return "unknown" if value is None else f"{half_up(value, 2)}%"
