"""``recruit init``."""

from pathlib import Path
from typing import Annotated

import typer


def init(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", readable=False, help="The file to make, as own.duckdb."),
    ],
) -> None:
    """Make a warehouse for your own campaigns: one file, readable by you only."""
    from shlex import quote

    from recruitment.cli.messages import tell
    from recruitment.warehouse import create

    create(file)
    name = quote(str(file))
    tell(f"made {file}; import next: recruit import SOURCE --db {name} --campaign CODE")
