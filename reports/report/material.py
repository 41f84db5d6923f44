"""What the studies found, each run once: all that a report is written from.

Anything that hides or rounds figures before they are published changes this and nothing else: no
section looks further.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reports.findings import Findings

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Material:
    """What the studies found; None where the data cannot carry the question.

    Attributes:
        campaigns: The campaigns reported on, in the order in which they opened, those without
            counts among them.
        attrition: Representation by stage, of the campaigns that have counts.
        pass_rates: Gaps in pass rates.
        compare: Several campaigns together.
        applicants: The campaigns' stages beside the community.
        workforce: The workforce beside the community.
        retention: Joiners, leavers, leaving rates and reasons.
        audit: What the published documents print, looked at again.
        activities: What was done to recruit, one row each.
    """

    campaigns: "pl.DataFrame"
    attrition: Findings | None
    pass_rates: Findings | None
    compare: Findings | None
    applicants: Findings | None
    workforce: Findings | None
    retention: Findings | None
    audit: Findings | None
    activities: "pl.DataFrame"

    @property
    def findings(self) -> tuple[Findings, ...]:
        """Return the answers there are."""
        every = (
            self.attrition,
            self.pass_rates,
            self.compare,
            self.applicants,
            self.workforce,
            self.retention,
            self.audit,
        )
        return tuple(each for each in every if each is not None)


def rows_of(found: Findings | None, table: str) -> list[dict[str, Any]]:
    """Return the rows of one table of an answer; none where there is no answer."""
    return [] if found is None else found.tables[table].to_dicts()
