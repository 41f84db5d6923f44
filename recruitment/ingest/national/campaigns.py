"""The counts of every campaign in a source, from what an engine counted of its rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.candidates.contradictions import people_said
from recruitment.ingest.candidates.layouts import ROW_PER_STAGE
from recruitment.ingest.candidates.margins import crossed
from recruitment.ingest.candidates.meanings import DRAFTS_ALONE, Meanings, meanings_in
from recruitment.ingest.candidates.notes import counting_notes
from recruitment.ingest.candidates.unvisited import unvisited_stages
from recruitment.ingest.candidates.ways import NOBODY, Ways
from recruitment.ingest.faults import Fault, Place
from recruitment.ingest.frames import PRINTED, TOTALS, frame
from recruitment.ingest.national.engines import CAMPAIGN, Rows, StageColumns
from recruitment.ingest.national.facts import Facts, facts_of
from recruitment.ingest.national.passes import candidate_histories, counted_in_passes
from recruitment.ingest.national.stage_cells import margins_of
from recruitment.ingest.national.texts import added_up, meanings_by_campaign, texts_by_campaign

if TYPE_CHECKING:
    import polars as pl

    from queries.candidates import CandidateTexts
    from recruitment.ingest.mapping.mapping import Mapping as WordMapping

Crosses = Sequence[tuple[str, ...]]
STILL_TO_COME = "rows of stages that are still to come leave open whether there is one for each"
PEOPLE = "Applications are counted; in a source of many rows it is not looked for who has several."


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


@dataclass(frozen=True)
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
    mapping: "WordMapping"
    crosses: Crosses = ()
    wanted: str | None = None

    def campaigns(self, rows: Rows, progress: Callable[[str], None]) -> Iterator[Found]:
        """Yield each campaign in ``rows``, by name.

        Raises:
            SourceRefused: Texts mean nothing; all are listed.
            DataError: There is nobody, or too much to count by, or the rows changed meanwhile.
            UsageError: A cross has a part that is not there.
        """
        import polars as pl

        progress("counting candidates")
        passes = counted_in_passes(rows, self.columns, self.crosses)
        texts = texts_by_campaign(passes, self.columns)
        asked = (self.called, texts, self.columns, self.mapping, self.wanted)
        meanings = meanings_by_campaign(*asked)
        progress("looking for candidates who are at one stage twice")
        marks, histories = candidate_histories(rows, self.columns, passes, self.mapping)
        progress("adding up the campaigns")
        found: dict[str, Found] = {}
        for own in _alike(meanings):
            group = Group(self, own, added_up(texts[campaign] for campaign in own))
            those = histories.filter(pl.col(CAMPAIGN).is_in(list(own)))
            facts = facts_of(marks.ways(those, group.stages), self.columns.columns, group.stages)
            found |= group.found(facts, passes.frames, alone=len(texts) == 1)
        yield from (found[campaign] for campaign in meanings)


@dataclass(frozen=True)
class Group:
    """Campaigns that have the same stages and characteristics, so that they are counted together.

    Attributes:
        asked: What is asked.
        meanings: What the texts of each mean.
        texts: Those of all.
    """

    asked: National
    meanings: Mapping[str, Meanings]
    texts: "CandidateTexts"

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages of each."""
        return next(iter(self.meanings.values())).stages

    @cached_property
    def together(self) -> Meanings:
        """What the texts of all mean."""
        read = self.asked.columns.columns.read
        return meanings_in(self.texts, read, self.asked.mapping)[0]

    def found(
        self, facts: Mapping[str, Facts], frames: "Sequence[pl.DataFrame]", *, alone: bool
    ) -> dict[str, Found]:
        """Return by campaign what is found of it.

        Raises:
            DataError: The rows changed while they were read.
            UsageError: A cross has a part that is not there.
        """
        found: dict[str, Found] = {}
        settled: dict[str, Facts] = {}
        for campaign, meanings in self.meanings.items():
            own = facts.get(campaign)
            self._check_unchanged(meanings, own)
            if self._may_be_furthest(meanings, own):
                found[campaign] = Unsettled(campaign, STILL_TO_COME, alone)
            elif own is None:
                drafts = meanings.ignored == meanings.rows
                found[campaign] = Empty(campaign, DRAFTS_ALONE if drafts else NOBODY)
            elif own.unsettled is not None:
                found[campaign] = Unsettled(campaign, own.unsettled, alone)
            else:
                settled[campaign] = own
        return found | dict(self._settled(settled, frames))

    def _may_be_furthest(self, meanings: Meanings, facts: Facts | None) -> bool:
        # A stage that is still to come may be all that is said of a candidate, or one row of many;
        # these rows are counted nowhere, and yet tell what a row is.
        unknown = self.asked.columns.columns.layout is None and meanings.not_entered > 0
        return unknown and (facts is None or facts.margin <= meanings.not_entered)

    def _check_unchanged(self, meanings: Meanings, facts: Facts | None) -> None:
        rows = meanings.rows - meanings.ignored - meanings.not_entered
        if rows != (0 if facts is None else facts.entries):
            what = "changed while it was read; wait until it is whole"
            raise DataError(f"{self.asked.called} {what}")

    def _settled(
        self, facts: Mapping[str, Facts], frames: "Sequence[pl.DataFrame]"
    ) -> Iterator[tuple[str, CampaignCounts]]:
        if not facts:
            return
        own = [each for answers in self.together.answers for each in answers.characteristics]
        crosses = crossed(self.asked.crosses, own)
        counts = margins_of(frames, facts, self.asked.columns, self.together, crosses)
        ways, columns = _ways(self.asked.columns), self.asked.columns.columns
        unvisited = unvisited_stages(self.stages, ways, columns, self.asked.mapping)
        totals, printed = frame(TOTALS, []), frame(PRINTED, [])
        for campaign, known in facts.items():
            meanings = self.meanings[campaign]
            notes = counting_notes(columns, meanings, ways, unvisited, known.blanks)
            yield (
                campaign,
                CampaignCounts(
                    layout=ROW_PER_STAGE,
                    campaign=campaign or None,
                    stages=self.stages,
                    characteristics=(*own, *crosses),
                    counts=counts[campaign],
                    totals=totals,
                    printed=printed,
                    rows_read=meanings.rows,
                    notes=notes if columns.person is None else (*notes, PEOPLE),
                    contradictions=tuple(self._contradictions(campaign, known)),
                ),
            )

    def _contradictions(self, campaign: str, facts: Facts) -> Iterator[Fault]:
        called = self.asked.called
        where = f"{called}, campaign {campaign}" if campaign else called
        for people, heading, what in facts.contradictions:
            yield Fault(Place(where, column=heading), f"{people_said(people)} {what}")


def _alike(meanings: Mapping[str, Meanings]) -> Iterator[dict[str, Meanings]]:
    """Yield campaigns that have the same stages and characteristics."""
    groups: dict[object, dict[str, Meanings]] = {}
    for campaign, own in meanings.items():
        names = tuple(
            tuple(each.name for each in answers.characteristics) for answers in own.answers
        )
        groups.setdefault((own.stages, names), {})[campaign] = own
    yield from groups.values()


def _ways(columns: StageColumns) -> Ways:
    import polars as pl

    # In what is settled nobody's rows repeat each other, or give different answers.
    nobody = pl.DataFrame(
        schema={"answers": pl.List(pl.Int64)}
        | dict.fromkeys(("repeats", "changing", "candidates", "entries"), pl.Int64)
    )
    return Ways(ROW_PER_STAGE, columns.columns.layout is None, nobody, nobody, nobody)
