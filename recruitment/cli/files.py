"""Writing a file so that a failure leaves what was there before."""

import os
from pathlib import Path

from recruitment.errors import StorageError, UsageError


def check_target(path: Path, suffixes: tuple[str, ...], *, force: bool) -> None:
    """Refuse a place that cannot take the output, before any work is done.

    Raises:
        UsageError: A folder, an unknown suffix, or a file that exists without ``force``.
        StorageError: The folder is missing or cannot be written.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file in it, such as {path / 'le19.html'}")
    if path.suffix.lower() not in suffixes:
        raise UsageError(f"{path}: unknown suffix {path.suffix!r}; use one of {' '.join(suffixes)}")
    if path.exists() and not force:
        raise UsageError(f"{path} exists already; add --force to replace it")
    folder = path.parent
    if not folder.is_dir():
        raise StorageError(f"there is no folder {folder}; make it first")
    if not os.access(folder, os.W_OK):
        raise StorageError(f"the folder {folder} cannot be written; choose another")


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` beside ``path``, readable by the owner only, and rename it into place.

    Raises:
        StorageError: The disk is full or refuses; ``path`` is as it was, and nothing is left.
    """
    from tempfile import NamedTemporaryFile

    partial = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            partial = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        if partial is not None:
            partial.unlink(missing_ok=True)
        raise StorageError(f"{path} cannot be written: {error.strerror}") from None
