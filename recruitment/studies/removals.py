"""Taking campaigns, or all rows of a kind, out of a warehouse without a trace."""

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import queries
from recruitment.errors import UsageError
from recruitment.studies.campaigns import choose
from recruitment.warehouse import adding, records, removing
from reports.wording import listed as listed_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruitment.ingest.layouts.facts import TidySubject
    from recruitment.warehouse.locking import Tell

STAYS_PUBLISHED = (
    "what was published stays published, and is forgotten here: a later release of the same people "
    "is not audited together with it"
)
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
    from recruitment.publishing.ledger import read_ledger, remove_from_ledger

    if not campaigns and not subjects:
        raise UsageError("name what to remove: --campaign CODE or --subject KIND")
    ledger = read_ledger(db)
    was_published = {each.name for each in ledger if each.subject == "campaign"}
    with warehouse.change(db, tell) as con:
        listed = queries.campaigns(con)
        orphans, named = _orphans(campaigns, listed["campaign"].to_list(), was_published)
        codes = choose(listed, named)["campaign"].to_list() if named else []
        kinds = dict.fromkeys(subjects)
        for subject in kinds:
            if not len(con.table(subject)) and subject not in {each.subject for each in ledger}:
                raise UsageError(f"{db} holds no {subject}; nothing was removed")
            removing.remove_rows(con, subject)
        removing.remove_campaigns(con, codes, log=True)
        entries = (
            records.Import(records.now(), version("recruit"), "removed", kind)
            for kind in (*(CAMPAIGN * len(codes)), *kinds)
        )
        adding.add_imports(con, [(entry, ()) for entry in entries])
    forgotten = remove_from_ledger(db, campaigns=[*codes, *orphans], subjects=[*kinds])
    if tell is not None and forgotten:
        tell(f"{listed_in_words(forgotten)}: {STAYS_PUBLISHED}")
    return [*codes, *orphans, *kinds]


def _orphans(
    campaigns: "Sequence[str]", there: "Sequence[str]", was_published: "set[str]"
) -> tuple[list[str], list[str]]:
    """Part the campaigns of which only the ledger knows from all others.

    A removal that was killed half-way leaves such.
    """
    known = {code.casefold() for code in there}
    lost = {name.casefold(): name for name in was_published if name.casefold() not in known}
    orphans = [
        lost[each.strip().casefold()] for each in campaigns if each.strip().casefold() in lost
    ]
    return orphans, [each for each in campaigns if each.strip().casefold() not in lost]
