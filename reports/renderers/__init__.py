"""One renderer per format: a report in, bytes out.

A renderer is a module with ``render(report: Report) -> bytes``; adding one is adding it here. The
same report gives the same bytes.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from reports.report.model import Report

# Imported when it is asked for: the libraries of some formats take long to load.
MODULES = {
    ".md": "reports.renderers.markdown",
    ".html": "reports.renderers.html",
    ".docx": "reports.renderers.word",
    ".pdf": "reports.renderers.pdf",
    ".xlsx": "reports.renderers.xlsx",
}
# What a format needs beyond what is always installed: the name of an extra, and its modules.
EXTRAS = {".pdf": ("pdf", ("typst", "fontpkg_arimo", "pypdf"))}


def renderer(suffix: str) -> Callable[[Report], bytes]:
    """Return what renders a report as the format that ``suffix`` names, such as ``.md``.

    Raises:
        KeyError: There is no renderer for it.
    """
    render: Callable[[Report], bytes] = import_module(MODULES[suffix]).render
    return render


def missing_extra(suffix: str) -> str | None:
    """Return the extra without which the format of ``suffix`` cannot be made, if it is missing."""
    if suffix not in EXTRAS:
        return None
    extra, modules = EXTRAS[suffix]
    return None if all(map(find_spec, modules)) else extra
