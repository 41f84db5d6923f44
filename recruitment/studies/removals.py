"""Taking campaigns, or all rows of a kind, out of a warehouse without a trace."""

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import queries
from recruitment.errors import UsageError
from recruitment.studies.campaigns import choose
from recruitment.warehouse import adding, records, removing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruitment.ingest.layouts.facts import TidySubject
    from recruitment.warehouse.locking import Tell

CAMPAIGN: tuple[records.Subject, ...] = ("campaign",)


def remove(
    db: Path,
    *,
    campaigns: "Sequence[str]",
    subjects: "Sequence[TidySubject]",
    tell: "Tell | None" = None,
) -> list[str]:
    """Remove what is named, all of it or nothing, and return it in words.

    Args:
        db: A warehouse.
        campaigns: Codes, in any case.
        subjects: Of these, all rows.
        tell: Takes a sentence where another import has to be waited for.

    Raises:
        UsageError: Nothing is named, a campaign is unknown or named twice, or of a subject there is
            nothing.
        StorageError: The warehouse cannot be changed.
    """
    from recruitment import warehouse

    if not campaigns and not subjects:
        raise UsageError("name what to remove: --campaign CODE or --subject KIND")
    with warehouse.change(db, tell) as con:
        codes = choose(queries.campaigns(con), campaigns)["campaign"].to_list() if campaigns else []
        kinds = dict.fromkeys(subjects)
        for subject in kinds:
            if not len(con.table(subject)):
                raise UsageError(f"{db} holds no {subject}; nothing was removed")
            removing.remove_rows(con, subject)
        for code in codes:
            removing.remove_campaign(con, code, log=True)
        for kind in (*(CAMPAIGN * len(codes)), *kinds):
            adding.add_import(
                con, records.Import(records.now(), version("recruit"), "removed", kind)
            )
    return [*codes, *kinds]
