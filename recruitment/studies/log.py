"""What was brought into a warehouse, from where, and when?"""

from typing import TYPE_CHECKING

import queries
from reports.findings import Findings
from reports.wording import counted

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

ON_HASHES = (
    "Times are UTC. The hash is that of the bytes of the file, or of the counts where a cluster "
    "has read it (engine spark); tables for people show its first 12 characters, JSON and CSV all "
    "64."
)
REMOVED = "What was removed is there without its name: nothing else of it is left."


def log(con: "duckdb.DuckDBPyConnection", path: "Path") -> Findings:
    """Return every import, replacement and removal (``imports``), first to last.

    Args:
        con: An open warehouse.
        path: The file that it is.
    """
    imports = queries.imports(con)
    number = counted(imports.height, "entry").replace("entrys", "entries")
    removals = (REMOVED,) if "removed" in imports["action"] else ()
    return Findings(
        question="log",
        title=f"Log of {path.name}",
        source=path.name,
        as_at=None,
        notes=(ON_HASHES, *removals) if imports.height else (),
        tables={"imports": imports},
        headline=number if imports.height else "Nothing was imported yet",
    )
