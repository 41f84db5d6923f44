"""``recruit report``: a report under a disclosure policy, safe to write or refused."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analytics.disclosure import presets
from recruitment import published as figures
from recruitment.publishing.ledger import Entry, keeping, read_ledger
from recruitment.studies.report import report
from recruitment.warehouse import open_warehouse
from reports.renderers import renderer
from reports.report.assembly import TITLE, Cover

if TYPE_CHECKING:
    import datetime as dt

    import duckdb

    from recruitment.publishing.protecting import Guarded

OPEN, PUBLIC, INTERNAL = (each.name for each in (presets.OPEN, presets.PUBLIC, presets.INTERNAL))


@dataclass(frozen=True, slots=True)
class Asked:
    """What report is asked for.

    Attributes:
        db: The warehouse; None for the published figures.
        preset: The name of the disclosure policy.
        campaigns: Codes in any case; none means all.
        sections: Keys of sections in any case; none means all.
        title: Its title; None for the usual one.
        author: Who signs it, or nothing.
        date: Its date; None for the latest in the data.
    """

    db: Path | None
    preset: str
    campaigns: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    title: str | None = None
    author: str = ""
    date: "dt.date | None" = None

    @property
    def hides(self) -> bool:
        """Return whether the policy hides anything."""
        return bool(presets.PRESETS[self.preset].threshold)


@dataclass(frozen=True, slots=True)
class Ready:
    """A finished file.

    Attributes:
        content: Its bytes.
        policy: The policy that it was made under, with how much is hidden.
        hints: What to publish instead, where too much is hidden.
        entries: What the ledger must keep once the file is in place.
        seen: What was published before, with which it is safe.
    """

    content: bytes
    policy: str
    hints: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    seen: tuple[Entry, ...] = ()


def publish(asked: Asked, suffix: str, name: str, doing: Callable[[str], None]) -> Ready:
    """Return the finished file, which an attacker has read and learnt nothing from.

    Args:
        asked: What is asked for.
        suffix: Says which format.
        name: What the file will be called; nothing for standard output.
        doing: Told what is being done, in a few words.

    Raises:
        UsageError: Something asked for is unknown.
        DataError: The warehouse has no campaigns.
        CheckError: It cannot be published safely; the cells are in the details.
        StorageError: The warehouse or its ledger cannot be read or trusted.
    """
    doing("gathering the figures")
    if asked.hides:
        return _protected(asked, suffix, name, doing)
    policy = policy_text(asked.preset)
    seen = read_ledger(asked.db) if asked.preset == OPEN and asked.db else ()
    with open_warehouse(asked.db, subjects=figures.ALL) as con:
        made = report(
            con,
            campaigns=asked.campaigns,
            sections=asked.sections,
            title=TITLE if asked.title is None else asked.title,
            author=asked.author,
            date=asked.date,
            policy=policy,
        )
        entries = _in_full(con, asked, seen) if asked.preset == OPEN and asked.db else ()
    doing("writing the report")
    return Ready(renderer(suffix)(made), policy, entries=entries, seen=seen)


@contextmanager
def kept(asked: Asked, ready: Ready) -> Iterator[None]:
    """Keep in the ledger what is published, once the file is in place as the block ends.

    Raises:
        CheckError: Something else was published meanwhile.
        StorageError: The ledger cannot be written.
    """
    if asked.db is None:
        yield
        return
    with keeping(asked.db, ready.entries, ready.seen):
        yield


def policy_text(preset: str) -> str:
    """Return a policy that hides nothing in one line, for every page."""
    policy = presets.PRESETS[preset]
    return f"Disclosure policy: {policy.name}. {policy.policy}"


def _protected(asked: Asked, suffix: str, name: str, doing: Callable[[str], None]) -> Ready:
    from recruitment.ingest.originals import Original
    from recruitment.publishing.making import publication, refuse_numbers, refuse_unless_safe

    cover = Cover(TITLE if asked.title is None else asked.title, asked.author, asked.date, "")
    ledger = read_ledger(asked.db) if asked.db else ()
    with open_warehouse(asked.db, subjects=figures.ALL) as con:
        doing("hiding small counts")
        made = publication(
            con,
            preset=asked.preset,
            cover=cover,
            campaigns=asked.campaigns,
            sections=asked.sections,
            ledger=ledger,
        )
    refuse_numbers(made, {"--title": asked.title, "--author": asked.author}, name)
    doing("writing the report")
    render, final = renderer(suffix), made.report
    content = render(final)
    doing("attacking the report")
    refuse_unless_safe(made, Original(name or f"report{suffix}", content), render)
    return Ready(content, final.policy, made.hints, _new(made.found, asked), ledger)


def _new(found: "Sequence[Guarded]", asked: Asked) -> tuple[Entry, ...]:
    return tuple(each.entry for each in found if each.is_new) if asked.db else ()


def _in_full(
    con: "duckdb.DuckDBPyConnection", asked: Asked, seen: Sequence[Entry]
) -> tuple[Entry, ...]:
    """Return what the ledger keeps of a report that hides nothing: that it was published."""
    from recruitment.publishing.making import publication

    made = publication(
        con,
        preset=asked.preset,
        cover=Cover(TITLE, "", asked.date, ""),
        campaigns=asked.campaigns,
        sections=asked.sections,
        ledger=seen,
    )
    return _new(made.found, asked)
