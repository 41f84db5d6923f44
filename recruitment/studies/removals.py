"""Taking campaigns, or all rows of a kind, out of a warehouse without a trace."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import queries
from recruitment.errors import UsageError
from recruitment.studies.campaigns import choose
from recruitment.warehouse import adding, records, removing

CAMPAIGN: tuple[records.Subject, ...] = ("campaign",)


def remove(
    db: Path, *, campaigns: Sequence[str], subjects: Sequence[records.TidySubject]
) -> list[str]:
    """Remove what is named, all of it or nothing, and return it in words.

    Raises:
        UsageError: Nothing is named, or a campaign is unknown or named twice.
        StorageError: The warehouse cannot be changed.
    """
    from recruitment import warehouse

    if not campaigns and not subjects:
        raise UsageError("name what to remove: --campaign CODE or --subject KIND")
    with warehouse.change(db) as con:
        codes = choose(queries.campaigns(con), campaigns)["campaign"].to_list() if campaigns else []
        for code in codes:
            removing.remove_campaign(con, code, log=True)
        for subject in dict.fromkeys(subjects):
            removing.remove_rows(con, subject)
        for kind in (*(CAMPAIGN * len(codes)), *dict.fromkeys(subjects)):
            entry = records.Import(records.now(), version("recruit"), "removed", kind)
            adding.add_import(con, entry)
    return [*codes, *dict.fromkeys(subjects)]
