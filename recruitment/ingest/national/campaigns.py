"""The counts of every campaign in a source, from what an engine counted of its rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.candidates.contradictions import people_said, suspicions
from recruitment.ingest.candidates.layouts import ROW_PER_STAGE
from recruitment.ingest.candidates.margins import crossed
from recruitment.ingest.candidates.meanings import DRAFTS_ALONE, Meanings
from recruitment.ingest.candidates.notes import counting_notes
from recruitment.ingest.candidates.unvisited import unvisited_stages
from recruitment.ingest.candidates.ways import NOBODY, Ways
from recruitment.ingest.faults import Fault, Place
from recruitment.ingest.frames import PRINTED, TOTALS, frame
from recruitment.ingest.national.engines import CAMPAIGN, Rows, StageColumns
from recruitment.ingest.national.passes import counted_in_passes, histories
from recruitment.ingest.national.premises import unsettled
from recruitment.ingest.national.stage_cells import margins_of
from recruitment.ingest.national.texts import meanings_by_campaign

if TYPE_CHECKING:
    import polars as pl

    from recruitment.ingest.candidates.columns import Columns
    from recruitment.ingest.mapping.mapping import Mapping
    from recruitment.ingest.national.marks import StageMarks

Crosses = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A campaign that has to be counted as an export of its own.

    Attributes:
        campaign: As the source calls it; empty where the source names none.
        why: Why, in words.
        alone: Whether it is the only one of the source.
    """

    campaign: str
    why: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Empty:
    """A campaign in which nobody is to be counted, and what it has instead."""

    campaign: str
    why: str


Found = CampaignCounts | Unsettled | Empty


@dataclass(frozen=True, slots=True)
class National:
    """What is asked of a source of many campaigns.

    Attributes:
        called: What it is called in messages.
        columns: Those that are read.
        mapping: What the texts mean.
        crosses: Characteristics to count together.
        wanted: The one campaign that is asked for; None for all.
    """

    called: str
    columns: StageColumns
    mapping: "Mapping"
    crosses: Crosses = ()
    wanted: str | None = None

    def campaigns(self, rows: Rows, progress: Callable[[str], None]) -> Iterator[Found]:
        """Yield each campaign in ``rows``, by name.

        Raises:
            SourceRefused: Texts mean nothing; all are listed.
            DataError: There is nobody, or too much to count by, or the rows changed meanwhile.
            UsageError: A cross has a part that is not there.
        """
        progress("counting candidates")
        passes = counted_in_passes(rows, self.columns, self.crosses)
        asked = (self.called, passes, self.columns, self.mapping, self.wanted)
        meanings = meanings_by_campaign(*asked)
        progress("looking for candidates who are at one stage twice")
        marks, known = histories(rows, self.columns, passes, self.mapping)
        progress("adding up the campaigns")
        parts = [_by_campaign(each) for each in passes.frames]
        for campaign, own in meanings.items():
            counted = [part[campaign] for part in parts]
            found = self._one(campaign, own, counted, known.get(campaign), marks)
            alone = len(parts[0]) == 1
            yield replace(found, alone=alone) if isinstance(found, Unsettled) else found

    def _one(
        self,
        campaign: str,
        meanings: Meanings,
        counted: "list[pl.DataFrame]",
        known: "pl.DataFrame | None",
        marks: "StageMarks",
    ) -> Found:
        rows = meanings.rows - meanings.ignored - meanings.not_entered
        if (0 if known is None else known["entries"].sum()) != rows:
            raise DataError(f"{self.called} changed while it was read; wait until it is whole")
        if known is None:
            drafts = meanings.ignored == meanings.rows
            return Empty(campaign, DRAFTS_ALONE if drafts else NOBODY)
        paths = marks.ways(known, meanings.stages)
        why = unsettled(self.columns.columns, meanings, paths, known)
        if why is not None:
            return Unsettled(campaign, why)
        return self._settled(campaign, meanings, counted, _ways(paths, self.columns))

    def _settled(
        self, campaign: str, meanings: Meanings, counted: "list[pl.DataFrame]", ways: Ways
    ) -> CampaignCounts:
        own = [each for answers in meanings.answers for each in answers.characteristics]
        together = crossed(self.crosses, own)
        columns = self.columns.columns
        unvisited = unvisited_stages(meanings.stages, ways, columns, self.mapping)
        return CampaignCounts(
            layout=ROW_PER_STAGE,
            campaign=campaign or None,
            stages=meanings.stages,
            characteristics=(*own, *together),
            counts=margins_of(counted, self.columns, meanings, together),
            totals=frame(TOTALS, []),
            printed=frame(PRINTED, []),
            rows_read=meanings.rows,
            notes=(*counting_notes(columns, meanings, ways, unvisited), *_on_people(columns)),
            contradictions=tuple(self._contradictions(campaign, meanings, ways)),
        )

    def _contradictions(self, campaign: str, meanings: Meanings, ways: Ways) -> Iterator[Fault]:
        where = f"{self.called}, campaign {campaign}" if campaign else self.called
        for each in suspicions(self.columns.columns, meanings, ways):
            if people := int(ways.paths.filter(each.who)["candidates"].sum()):
                yield Fault(Place(where, column=each.heading), f"{people_said(people)} {each.what}")


def _on_people(columns: "Columns") -> Iterator[str]:
    if columns.person is not None:
        yield (
            "Applications are counted; in a source of many rows it is not looked for who has "
            "several."
        )


def _by_campaign(counted: "pl.DataFrame") -> "dict[str, pl.DataFrame]":
    parts = counted.partition_by(CAMPAIGN, as_dict=True)
    return {str(key[0]): part for key, part in parts.items()}


def _ways(paths: "pl.DataFrame", columns: StageColumns) -> Ways:
    import polars as pl

    # Nobody's rows repeat each other, or give different answers.
    nobody = pl.DataFrame(schema={"answers": pl.List(pl.Int64), "repeats": pl.Int64})
    return Ways(ROW_PER_STAGE, columns.columns.layout is None, paths, nobody, nobody)
