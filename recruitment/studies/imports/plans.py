"""What an import would keep: a campaign with its counts, or the rows of a tidy table."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import queries
from queries.arrow import ArrowStream
from recruitment.warehouse import adding, records, removing
from recruitment.warehouse.rows import primary_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import duckdb
    import polars as pl

    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.layouts.facts import Facts, TidySubject

OUTCOMES = ("entered", "passed", "failed", "pending", "withdrawn")


class Plan(Protocol):
    """One thing to keep, and what was found in it."""

    @property
    def subject(self) -> records.Subject:
        """What kind of thing."""

    @property
    def campaign(self) -> str | None:
        """The code of the campaign, if it is one."""

    @property
    def name(self) -> str:
        """How it is called in messages."""

    @property
    def findings(self) -> tuple[records.KeptFinding, ...]:
        """What the checks found."""

    @property
    def rows_read(self) -> int:
        """How many rows of the source it comes from."""

    @property
    def people(self) -> int | None:
        """How many people it counts; None where its rows do not add up to people."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know of the counting, one sentence each."""

    @property
    def stage_rows(self) -> list[dict[str, object]]:
        """People by stage and outcome, one row to a stage; none where it is no campaign."""


class Plans(Protocol):
    """All that an import would keep, so that what is asked of the warehouse is asked once."""

    @property
    def each(self) -> "Sequence[Plan]":
        """The single things."""

    def only(self, kept: "Collection[str]") -> "Plans":
        """Return those of these names."""

    def changes(self, con: "duckdb.DuckDBPyConnection") -> dict[str, bool]:
        """Return by name whether what is there would change; what is not there yet is missing."""

    def store(self, con: "duckdb.DuckDBPyConnection") -> None:
        """Keep them, in place of what is there."""

    def beside(self, con: "duckdb.DuckDBPyConnection", sha256: str) -> dict[str, str]:
        """Return by name a note on what else is there, beside the file of that hash."""


@dataclass(frozen=True, slots=True)
class CampaignPlan:
    """A campaign with its counts.

    Attributes:
        about: What is known of it.
        counts: Its counts.
        stage_rows: People by stage and outcome.
        findings: What the checks found.
    """

    about: records.Campaign
    counts: "CampaignCounts"
    stage_rows: list[dict[str, object]]
    findings: tuple[records.KeptFinding, ...]

    subject: records.Subject = "campaign"

    @property
    def campaign(self) -> str:
        """Its code."""
        return self.about.campaign

    @property
    def name(self) -> str:
        """Its code."""
        return self.about.campaign

    @property
    def rows_read(self) -> int:
        """How many rows of the source were counted."""
        return self.counts.rows_read

    @property
    def people(self) -> int | None:
        """How many candidates entered the first stage."""
        entered = self.stage_rows[0]["entered"]
        return entered if isinstance(entered, int) else None

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know of the counting."""
        return self.counts.notes


@dataclass(frozen=True, slots=True)
class CampaignPlans:
    """The campaigns of one source."""

    each: tuple[CampaignPlan, ...]

    def only(self, kept: "Collection[str]") -> "CampaignPlans":
        """Return those of these codes."""
        return CampaignPlans(tuple(plan for plan in self.each if plan.name in kept))

    def changes(self, con: "duckdb.DuckDBPyConnection") -> dict[str, bool]:
        """Return by code whether something else is there of a campaign."""
        there = set(queries.campaigns(con)["campaign"])
        again = [(plan.about, plan.counts) for plan in self.each if plan.name in there]
        others = adding.differing(con, again) if again else set()
        return {about.campaign: about.campaign in others for about, _ in again}

    def store(self, con: "duckdb.DuckDBPyConnection") -> None:
        """Keep them, in place of campaigns of the same codes."""
        removing.remove_campaigns(con, [plan.name for plan in self.each], log=False)
        adding.add_campaigns(con, [(plan.about, plan.counts) for plan in self.each])

    def beside(self, con: "duckdb.DuckDBPyConnection", sha256: str) -> dict[str, str]:
        """Return by code a note where another campaign has the very same counts."""
        from recruitment.studies.check_duplicates import twins

        return twins(con, [(plan.name, plan.counts) for plan in self.each], sha256)


@dataclass(frozen=True, slots=True)
class RowsPlan:
    """The rows of a tidy table, which are all of a source."""

    facts: "Facts"
    findings: tuple[records.KeptFinding, ...]

    campaign: None = None
    people: None = None
    notes: tuple[()] = ()

    @property
    def each(self) -> "tuple[RowsPlan]":
        """This one."""
        return (self,)

    def only(self, kept: "Collection[str]") -> "RowsPlan":  # noqa: ARG002 - there is nothing else
        """Return this one."""
        return self

    @property
    def subject(self) -> "TidySubject":
        """The table."""
        return self.facts.subject

    @property
    def name(self) -> str:
        """The table."""
        return self.facts.subject

    @property
    def rows_read(self) -> int:
        """How many rows the source has."""
        return self.facts.rows_read

    @property
    def stage_rows(self) -> list[dict[str, object]]:
        """None: it is no campaign."""
        return []

    def changes(self, con: "duckdb.DuckDBPyConnection") -> dict[str, bool]:
        """Return whether rows of the same keys say other things; nothing where some are new.

        Where the figures are from is no matter: a file that was renamed says the same.
        """
        there = self._there(con).drop("source")
        keys = primary_keys(con)[self.subject]
        known = self.facts.rows.join(there, on=keys, how="semi")
        same = known.join(there, on=there.columns, how="semi", nulls_equal=True)
        if same.height < known.height:
            return {self.name: True}
        return {self.name: False} if known.height == self.facts.rows.height else {}

    def store(self, con: "duckdb.DuckDBPyConnection") -> None:
        """Keep them, in place of rows of the same keys."""
        import polars as pl

        there = self._there(con)
        kept = there.join(self.facts.rows, on=primary_keys(con)[self.subject], how="anti")
        together = pl.concat([kept, self.facts.rows.select(there.columns)], how="vertical_relaxed")
        adding.replace_rows(con, self.subject, together, self.facts.characteristics)

    def beside(self, con: "duckdb.DuckDBPyConnection", sha256: str) -> dict[str, str]:  # noqa: ARG002 - rows of one key are one
        """Return nothing: rows of the same keys are the same rows."""
        return {}

    def _there(self, con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
        import polars as pl

        return pl.DataFrame(ArrowStream(con.table(self.subject)))
