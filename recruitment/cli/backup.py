"""``recruit backup``."""

from pathlib import Path
from typing import Annotated

import typer

from recruitment.cli import options


def backup(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", readable=False, help="The copy to make; a new file."),
    ],
    db: options.OwnDb,
) -> None:
    """Copy a warehouse, verified, to a file that every command opens.

    Campaigns removed from the warehouse later stay in its copies.
    """
    from recruitment.cli.messages import tell
    from recruitment.warehouse import backup as copy

    tell(f"copied {db} to {file}, verified: {copy(db, file):,} bytes")
