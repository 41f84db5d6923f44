"""One renderer per format: a report in, bytes out.

A renderer is a module with ``render(report: Report) -> bytes``; adding one is adding it here. The
same report gives the same bytes.
"""

from collections.abc import Callable
from importlib import import_module

from reports.report.model import Report

# Imported when it is asked for: the libraries of some formats take long to load.
MODULES = {".html": "reports.renderers.html", ".md": "reports.renderers.markdown"}


def renderer(suffix: str) -> Callable[[Report], bytes]:
    """Return what renders a report as the format that ``suffix`` names, such as ``.md``.

    Raises:
        KeyError: There is no renderer for it.
    """
    render: Callable[[Report], bytes] = import_module(MODULES[suffix]).render
    return render
