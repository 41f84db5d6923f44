"""One reader per format: bytes in, everything that they hold out."""

from importlib import import_module
from typing import TYPE_CHECKING

from recruitment.attack.reading import Reading
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


def read(file: Original) -> Reading:
    """Return everything that is in a file.

    Raises:
        KeyError: There is no reader for its suffix.
        DataError: It is damaged, or not what its suffix says.
    """
    reader: Callable[[Original], Reading] = import_module(MODULES[file.suffix]).read
    return reader(file)
