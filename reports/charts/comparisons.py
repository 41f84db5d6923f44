"""A group beside those it is compared with, stage by stage: one series makes one panel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reports.charts.choice import drawn_campaigns, finite_rows
from reports.charts.labels import day, distinct, shortened, wrapped
from reports.charts.panels import LINE_BREAK
from reports.display import label
from reports.findings import Findings
from reports.gap_readings import OVERALL
from reports.visible import visible
from reports.wording import capital, compared_with, listed, people

if TYPE_CHECKING:
    import polars as pl

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Series:
    """One group of one campaign beside its reference.

    Attributes:
        campaign: The label of the campaign.
        title: The characteristic, and who is compared with whom.
        group: How the group is called in a sentence.
        reference: How those it is compared with are called.
        stages: The label of each stage, in order, lines parted by ``LINE_BREAK``.
        rows: Its rows of the findings, by stage.
    """

    campaign: str
    title: str
    group: str
    reference: str
    stages: dict[str, str]
    rows: tuple[Row, ...]

    @property
    def about(self) -> str:
        """Return whose panel it is: the same for all panels of a group, however long its name."""
        return visible(capital(people(self.rows[0]["group"])))


@dataclass(frozen=True, slots=True)
class Compared:
    """All that one chart draws.

    Attributes:
        campaigns: Labels of the campaigns drawn.
        series: One per campaign, characteristic and group, in the order of the findings.
        left_out: Sentences on what is not drawn.
    """

    campaigns: tuple[str, ...]
    series: tuple[Series, ...]
    left_out: tuple[str, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows of every series."""
        return tuple(row for series in self.series for row in series.rows)


def compared(table: "pl.DataFrame") -> Compared:
    """Return the series of ``table``, which has a row per campaign, stage and group."""
    rows = finite_rows(table)
    names = list(dict.fromkeys(row["campaign"] for row in rows))
    campaigns, left_out = drawn_campaigns(names, names, "")
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if row["campaign"] in campaigns:
            key = (row["campaign"], row["characteristic"], row["group"])
            found.setdefault(key, []).append(row)
    return Compared(
        tuple(campaigns.values()),
        tuple(_series(own, campaigns) for own in found.values()),
        left_out,
    )


def where(findings: Findings, drawn: Compared) -> str:
    """Return campaigns and date, as the subtitle of a chart says them."""
    date = f", as at {day(findings.as_at)}" if findings.as_at else ""
    return f"{listed(drawn.campaigns) or 'no campaign'}{date}"


def description(findings: Findings, kind: str, said: Sequence[tuple[Series, Sequence[str]]]) -> str:
    """Return the text alternative: headline, kind of chart, and every series in its own words."""
    headline = shortened(findings.headline or findings.title, 300).rstrip(".")
    panels = "1 panel" if len(said) == 1 else f"{len(said)} panels"
    return " ".join(
        [
            f"{headline}.",
            f"{kind}, {panels}.",
            *(
                f"{series.campaign}, {series.group} compared with {series.reference}: "
                f"{'; '.join(words)}."
                for series, words in said
            ),
        ]
    )


def counts(row: Row, side: str = "") -> str:
    """Return passed of passed and failed, or nothing where that is not known.

    >>> counts({"passed": 150, "failed": 33})
    '150 of 183'
    """
    passed, failed = row[f"{side}passed"], row[f"{side}failed"]
    return "" if passed is None or failed is None else f"{passed:,} of {passed + failed:,}"


def is_overall(row: Row) -> bool:
    """Return whether a row is about all the stages together."""
    return bool(row["stage"] == OVERALL)


def called(category: str) -> str:
    """Return how a group is called in the middle of a sentence, in bounded length."""
    return shortened(compared_with(category), 40)


def _series(rows: Sequence[Row], campaigns: Mapping[str, str]) -> Series:
    ordered = sorted(rows, key=lambda row: (is_overall(row), row["stage_order"] or 0))
    first = ordered[0]
    campaign = campaigns[first["campaign"]]
    group, reference = called(first["group"]), called(first["reference"])
    characteristic = shortened(label("characteristic", first["characteristic"]), 30)
    title = shortened(f"{characteristic}: {group} v {reference}", 72)
    return Series(
        campaign=campaign,
        title=f"{campaign}, {title[:1].lower()}{title[1:]}" if len(campaigns) > 1 else title,
        group=group,
        reference=reference,
        stages=distinct(
            (row["stage"], LINE_BREAK.join(wrapped(row["stage"], 16, 3))) for row in ordered
        ),
        rows=tuple(ordered),
    )
