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
    if path.suffix.lower() not in suffixes and not path.is_dir():
        raise UsageError(f"{path}: unknown suffix {path.suffix!r}; use one of {' '.join(suffixes)}")
    try:
        _check_place(path, force=force)
    except OSError as error:
        raise StorageError(f"{path} cannot be reached: {error.strerror}") from None


def check_not_written_over(output: Path | None, kept: dict[str, Path | None]) -> None:
    """Refuse to write over what a command reads, by whatever name, even with ``--force``.

    Raises:
        UsageError: ``output`` is one of ``kept``, by what each is called.
    """
    for what, path in kept.items():
        if output and path and output.exists() and path.exists() and output.samefile(path):
            raise UsageError(f"--output {output} is {what}, which is never changed")


def _check_place(path: Path, *, force: bool) -> None:
    folder = path.parent
    if not folder.is_dir():
        raise StorageError(f"there is no folder {folder}; make it first")
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file in it, such as {path / 'le19.html'}")
    if path.exists() and not path.is_file():
        raise UsageError(f"{path} is no regular file; name one")
    if (path.exists() or path.is_symlink()) and not force:
        raise UsageError(f"{path} exists already; add --force to replace it")
    if not os.access(folder, os.W_OK):
        raise StorageError(f"the folder {folder} cannot be written; choose another")


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` beside ``path``, readable by the owner only, and rename it into place.

    Raises:
        StorageError: The disk is full or refuses; ``path`` is as it was, and nothing is left.
    """
    from tempfile import NamedTemporaryFile

    partial = None
    # A link stays a link: what it points to is replaced.
    target = path.resolve()
    try:
        with NamedTemporaryFile(dir=target.parent, prefix=".recruit-", delete=False) as file:
            partial = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except BaseException as error:
        if partial is not None:
            partial.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise StorageError(f"{path} cannot be written: {error.strerror}") from None
