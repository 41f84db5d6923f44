"""Import a study while the warehouse fills: the two take as long as each other."""

from contextlib import suppress
from importlib import import_module
from threading import Thread


def prefetch(module: str) -> None:
    """Start importing ``module`` in the background.

    DuckDB works without the interpreter lock, so that Polars and NumPy load beside it. A module
    that fails to import fails again, in the open, where the command imports it.
    """
    Thread(target=_import_quietly, args=(module,), daemon=True).start()


def _import_quietly(module: str) -> None:
    with suppress(Exception):
        import_module(module)
