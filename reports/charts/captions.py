"""The words around the chart: what it measures, what to know, and what it shows in a sentence."""

import re

from reports.charts.labels import day, shortened, wrapped
from reports.charts.panels import LINE_BREAK, Panels
from reports.findings import Findings
from reports.visible import visible
from reports.wording import listed

PROVISIONAL = "Hollow points on a thin line are provisional: people still wait at an earlier stage."
FOOTER_WIDTH, FOOTER_LINES, SOURCE_LINES = 195, 9, 3
# As ``source_of`` puts one document after another.
NEXT_DOCUMENT = re.compile(r"\. (?=[A-Z])")


def subtitle(findings: Findings, drawn: Panels) -> list[str]:
    """Return measure, groups, campaigns and date, then how to read the panels."""
    groups = dict.fromkeys(point["group"] for point in drawn.points)
    date = f", as at {day(findings.as_at)}" if findings.as_at else ""
    measure = (
        f"Representation at each stage of {listed(drawn.campaigns)}{date}: "
        f"{listed(list(groups))} candidates, each as a share of those who {drawn.base_words}."
    )
    lines = [measure]
    if not findings.tables["changes"].is_empty():
        lines.append("Changes are in percentage points, confidence interval in brackets.")
    lines[-1] += " All panels share one scale." if drawn.one_scale else " Scales differ by panel."
    if drawn.any_provisional:
        lines.append(PROVISIONAL)
    return [*lines, *drawn.left_out]


def footer(findings: Findings) -> list[str]:
    """Return notes and source in lines; notes that do not fit are counted, never dropped unsaid."""
    notes = [wrapped(note, FOOTER_WIDTH, 3) for note in findings.notes]
    source = _source(findings.source)
    lines: list[str] = []
    for number, note in enumerate(notes):
        if len(lines) + len(note) > FOOTER_LINES:
            lines.append(f"Notes left out here, which the tables have: {len(notes) - number}.")
            break
        lines += note
    return lines + source


def _source(source: str) -> list[str]:
    """Return the source in lines; where it is long, every document before the places in them."""
    whole = wrapped(f"Source: {source}", FOOTER_WIDTH, SOURCE_LINES + 1)
    if len(whole) <= SOURCE_LINES:
        return whole
    cited = [each.partition(": ") for each in NEXT_DOCUMENT.split(source)]
    documents = ". ".join(dict.fromkeys(document for document, _, _ in cited))
    named = wrapped(f"Sources: {documents}.", FOOTER_WIDTH, FOOTER_LINES)
    within = "; ".join(dict.fromkeys(place for _, _, place in cited if place))
    left = SOURCE_LINES - len(named)
    return [*named, *(wrapped(f"Places in them: {within}", FOOTER_WIDTH, left) if left > 0 else [])]


def alternative_text(findings: Findings, drawn: Panels) -> str:
    """Return what the chart shows, in sentences with the figures."""
    headline = shortened(findings.headline or findings.title, 300).rstrip(".")
    kind = f"Line chart of representation by stage, {len(drawn.panels)} panels."
    return " ".join([f"{headline}.", kind, *_series(drawn)])


def _series(drawn: Panels) -> list[str]:
    sentences = []
    for panel in drawn.panels:
        for campaign in drawn.campaigns:
            own = [p for p in panel.points if p["campaign"] == campaign and p["pct_text"]]
            if own:
                steps = "; ".join(map(_step, own))
                sentences.append(f"{visible(campaign)}, {own[0]['group']}: {steps}.")
    return sentences


def _step(point: dict[str, object]) -> str:
    mark = ", provisional" if point["provisional"] else ""
    stage = str(point["stage"]).replace(LINE_BREAK, " ")
    return f"{stage} {point['pct_text']} ({point['counts']}{mark})"
