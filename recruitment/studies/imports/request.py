"""What is to be imported, as the user asks for it."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

# What changes nothing in what is kept.
WITHOUT_EFFECT = {"path", "typed", "mapping", "memory_limit", "accept", "replace", "master"}


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be imported, and what the user says of it; what is not said is None.

    Attributes:
        path: The source.
        typed: The same as the user typed it, where it may be an address; None for a path.
        campaign: The code of the campaign in it.
        title: Its title in reports; its code where none is given.
        route: Who may apply.
        opened: When it opened.
        closed: When it closed.
        as_at: The date the counts describe.
        submitted: How many applications there were, withdrawn or not.
        withdrawn: How many of them were withdrawn before the process began.
        cite: Where the counts come from, for reports; the name of the file where none is given.
        layout: What the source is, in words, where that is not to be recognised.
        sheet: The one sheet to read.
        mapping: The mapping file.
        crosses: The intersections to keep, each of two or more characteristics.
        memory_limit: What counting candidates may take, such as ``2GB``.
        engine: Who counts candidates, if not this machine's DuckDB: ``spark``.
        master: Where Spark runs; it may hold a token, and is kept nowhere.
        accept: Whether counts that contradict each other are kept as they are.
        replace: Whether counts that are there already give way.
    """

    path: Path
    campaign: str | None = None
    title: str | None = None
    route: str | None = None
    opened: date | None = None
    closed: date | None = None
    as_at: date | None = None
    submitted: int | None = None
    withdrawn: int | None = None
    cite: str | None = None
    layout: str | None = None
    sheet: str | None = None
    mapping: Path | None = None
    crosses: tuple[tuple[str, ...], ...] = ()
    memory_limit: str | None = None
    engine: str | None = None
    master: str | None = None
    typed: str | None = None
    accept: bool = False
    replace: bool = False

    @property
    def options(self) -> str:
        """What shapes the result beside the source and the mapping, as JSON with sorted names."""
        said = {
            name: value
            for name, value in asdict(self).items()
            if name not in WITHOUT_EFFECT and value not in {None, ()}
        }
        return json.dumps(said, sort_keys=True, default=str)
