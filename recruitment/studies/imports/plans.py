"""What an import would keep: a campaign with its counts, or the rows of a tidy table."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import queries
from queries.arrow import ArrowStream
from recruitment.warehouse import adding, records, removing

if TYPE_CHECKING:
    import duckdb
    import polars as pl

    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.layouts.facts import Facts, TidySubject

OUTCOMES = ("entered", "passed", "failed", "pending", "withdrawn")
# What tells one row of a tidy table from another.
KEYS = {
    "workforce": ["unit", "as_at", "role", "characteristic", "category"],
    "movements": [
        "unit",
        "role",
        "period_start",
        "period_end",
        "direction",
        "characteristic",
        "category",
    ],
    "populations": ["area", "as_at", "characteristic", "category"],
}


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

    def changes(self, con: "duckdb.DuckDBPyConnection") -> bool | None:
        """Return whether anything there would change; None where nothing is there yet.

        False means that the very same is there already.
        """

    def store(self, con: "duckdb.DuckDBPyConnection") -> None:
        """Keep it, in place of what is there."""

    def beside(self, con: "duckdb.DuckDBPyConnection", sha256: str) -> tuple[str, ...]:
        """Return notes on what else is there, beside what comes from the file of that hash."""


@dataclass(frozen=True, slots=True)
class CampaignPlan:
    """A campaign with its counts."""

    about: records.Campaign
    counts: "CampaignCounts"
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

    @property
    def stage_rows(self) -> list[dict[str, object]]:
        """People by stage and outcome; where characteristics differ, the most that any gives."""
        import polars as pl

        each = self.counts.counts.group_by("stage", "outcome", "characteristic").agg(
            pl.col("candidates").sum()
        )
        most = each.group_by("stage", "outcome").agg(pl.col("candidates").max())
        people = {(stage, outcome): number for stage, outcome, number in most.iter_rows()}
        return [
            {
                "campaign": self.campaign,
                "stage": stage,
                "stage_order": order,
                **{outcome: people.get((stage, outcome)) for outcome in OUTCOMES},
            }
            for order, stage in enumerate(self.counts.stages, start=1)
        ]

    def changes(self, con: "duckdb.DuckDBPyConnection") -> bool | None:
        """Return whether something else is there of the campaign; None where nothing is."""
        if queries.campaigns(con).filter(campaign=self.campaign).is_empty():
            return None
        own = adding.rows_of(self.about, self.counts)
        return not all(adding.is_there(con, table, rows) for table, rows in own.items())

    def store(self, con: "duckdb.DuckDBPyConnection") -> None:
        """Keep it, in place of the campaign of the same code."""
        removing.remove_campaign(con, self.campaign, log=False)
        adding.add_campaign(con, self.about, self.counts)

    def beside(self, con: "duckdb.DuckDBPyConnection", sha256: str) -> tuple[str, ...]:
        """Return a note where another campaign has the very same counts."""
        from recruitment.studies.check_duplicates import twins

        return twins(con, self.counts, self.campaign, sha256)


@dataclass(frozen=True, slots=True)
class RowsPlan:
    """The rows of a tidy table."""

    facts: "Facts"
    findings: tuple[records.KeptFinding, ...]

    campaign: None = None
    people: None = None
    notes: tuple[()] = ()

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

    def changes(self, con: "duckdb.DuckDBPyConnection") -> bool | None:
        """Return whether rows of the same keys say other things; None where some are new.

        Where the figures are from is no matter: a file that was renamed says the same.
        """
        there = self._there(con).drop("source")
        keys = KEYS[self.subject]
        known = self.facts.rows.join(there, on=keys, how="semi")
        same = known.join(there, on=there.columns, how="semi", nulls_equal=True)
        if same.height < known.height:
            return True
        return False if known.height == self.facts.rows.height else None

    def store(self, con: "duckdb.DuckDBPyConnection") -> None:
        """Keep them, in place of rows of the same keys."""
        import polars as pl

        there = self._there(con)
        kept = there.join(self.facts.rows, on=KEYS[self.subject], how="anti")
        together = pl.concat([kept, self.facts.rows.select(there.columns)], how="vertical_relaxed")
        adding.replace_rows(con, self.subject, together, self.facts.characteristics)

    def beside(self, con: "duckdb.DuckDBPyConnection", sha256: str) -> tuple[str, ...]:  # noqa: ARG002 - rows of one key are one
        """Return nothing: rows of the same keys are the same rows."""
        return ()

    def _there(self, con: "duckdb.DuckDBPyConnection") -> "pl.DataFrame":
        import polars as pl

        return pl.DataFrame(ArrowStream(con.table(self.subject)))
