"""One reader per format: bytes in, everything that they hold out."""

from importlib import import_module
from typing import TYPE_CHECKING

from recruitment.attack.reading import Reading
from recruitment.errors import DataError
from recruitment.ingest.originals import Original

if TYPE_CHECKING:
    from collections.abc import Callable

# Imported when it is asked for, as renderers are.
MODULES = {
    ".md": "recruitment.attack.readers.markdown",
    ".html": "recruitment.attack.readers.web_page",
    ".docx": "recruitment.attack.readers.word",
    ".pdf": "recruitment.attack.readers.paper",
    ".xlsx": "recruitment.attack.readers.workbook",
}
MOST_HELD = 200_000


def read(file: Original) -> Reading:
    """Return everything that is in a file.

    Raises:
        KeyError: There is no reader for its suffix.
        DataError: It is damaged, not what its suffix says, or holds more than any report.
    """
    reader: Callable[[Original], Reading] = import_module(MODULES[file.suffix]).read
    found = reader(file)
    held = len(found.texts) + sum(len(row) for grid in found.grids for row in grid.rows)
    if held > MOST_HELD:
        raise DataError(
            f"{file.name} holds {held:,} texts and cells; a report has at most {MOST_HELD:,}"
        )
    return found
