"""The warehouse that a command reads: the published figures, the user's own, or both."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recruitment.cli.messages import tell
from recruitment.errors import UsageError

if TYPE_CHECKING:
    from recruitment.published import Subject


@contextmanager
def opened(
    db: Path | None, *, with_published: bool, subjects: "tuple[Subject, ...]" = ("campaigns",)
) -> Iterator[Any]:
    """Open what ``--db`` and ``--with-published`` ask for; yields a connection, for a study.

    Raises:
        UsageError: The published figures are to be added to nothing.
    """
    from recruitment.warehouse import open_warehouse

    if with_published and db is None:
        raise UsageError(
            "--with-published adds to a warehouse of your own; name it with --db, or leave both out"
        )
    with open_warehouse(db, subjects, with_published=with_published, tell=tell) as con:
        yield con
