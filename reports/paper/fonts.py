"""The fonts of the paper: packaged ones only, so that it looks the same on every machine."""

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Fonts

# As wide as Arial, letter by letter, so that charts laid out for Arial keep their room.
FAMILY = "Arimo"
PACKAGE = "fontpkg_arimo"


@cache
def fonts() -> "Fonts":
    """Return the fonts that the extra ``pdf`` installs, and those that Typst has in it."""
    from typst import Fonts

    with as_file(files(PACKAGE) / "files") as folder:
        return Fonts(include_system_fonts=False, font_paths=[str(folder)])
