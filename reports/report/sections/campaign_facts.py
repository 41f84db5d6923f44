"""What the studies found of one campaign."""

from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from reports.findings import Findings
from reports.report.material import Material, rows_of
from reports.report.reader_notes import about

Row = dict[str, Any]
# Notes that the section says in paragraphs of its own; the second where there are no gaps at all.
NO_CHANGE = "so there is no change to report"
NO_OUTCOMES = ": its pass rates leave out "


@dataclass(frozen=True, slots=True)
class Campaign:
    """What the studies found of one campaign.

    Attributes:
        row: Its row of the list of campaigns.
        key: What the keys of its section, tables and figures begin with.
        stages: Its representation by stage.
        changes: Its changes in representation.
        gaps: Its gaps in pass rates.
        notes: What is to be known of it alone.
        changes_tested: How many changes were tested in all campaigns together.
        gaps_tested: How many gaps were.
    """

    row: Row
    key: str
    stages: list[Row]
    changes: list[Row]
    gaps: list[Row]
    notes: tuple[str, ...]
    changes_tested: int
    gaps_tested: int

    @property
    def name(self) -> str:
        """Return its code."""
        return str(self.row["campaign"])

    @property
    def _source(self) -> str:
        """Return the document with the place in it, or what the source is called."""
        document, source = self.row["document"], str(self.row["source"])
        place = source.partition(", ")[2]
        return f"{document}: {place}" if document and place else document or source

    def narrowed(self, found: Findings, headline: str) -> Findings:
        """Return ``found`` of this campaign alone, for its charts."""
        return replace(
            found,
            title=f"{found.title.partition(':')[0]}: {self.name}",
            source=self._source,
            as_at=str(self.row["as_at"]) if self.row["as_at"] else None,
            notes=self.notes,
            tables={
                name: rows.filter(pl.col("campaign") == self.name)
                for name, rows in found.tables.items()
            },
            headline=headline,
        )


def campaign_facts(material: Material, row: Row, key: str) -> Campaign:
    """Gather what ``material`` has of the campaign in ``row``."""
    name = row["campaign"]
    answers = [each for each in (material.attrition, material.pass_rates) if each is not None]
    notes = [note for each in answers for note in each.notes]
    gaps = _own(material.pass_rates, "rows", name)
    told = (NO_CHANGE,) if gaps else (NO_CHANGE, NO_OUTCOMES)
    return Campaign(
        row=row,
        key=key,
        stages=_own(material.attrition, "stages", name),
        changes=_own(material.attrition, "changes", name),
        gaps=gaps,
        notes=tuple(
            each for each in about(notes, name) if not any(words in each for words in told)
        ),
        changes_tested=_tested(material.attrition, "changes"),
        gaps_tested=_tested(material.pass_rates, "rows"),
    )


def _own(found: Findings | None, name: str, campaign: str) -> list[Row]:
    return [row for row in rows_of(found, name) if row["campaign"] == campaign]


def _tested(found: Findings | None, name: str) -> int:
    return 0 if found is None else int(found.tables[name]["p_value"].count())
