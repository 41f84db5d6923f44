"""A folder for what does not fit into memory: its owner's alone, and gone afterwards."""

import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "recruit-candidates"
NAME = re.compile(rf"{PREFIX}-(\d+)-\w+")
# Where it cannot be asked whether a process lives, its folder is taken for left behind after a day.
A_DAY = 86_400


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Make a folder that only the user can enter, and remove it with all that is in it."""
    parent = Path(tempfile.gettempdir()).resolve()
    remove_left_behind(parent)
    made = Path(tempfile.mkdtemp(prefix=f"{PREFIX}-{os.getpid()}-", dir=parent))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def remove_left_behind(parent: Path) -> None:
    """Remove the folders of killed processes, which had no chance to do it."""
    for folder in parent.glob(f"{PREFIX}-*"):
        found = NAME.fullmatch(folder.name)
        with suppress(OSError):
            if found and _is_ours(folder) and _is_left_behind(folder, int(found[1])):
                shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    owner = os.getuid() if sys.platform != "win32" else folder.lstat().st_uid
    return folder.is_dir() and not folder.is_symlink() and folder.lstat().st_uid == owner


def _is_left_behind(folder: Path, process: int) -> bool:
    if sys.platform == "win32":
        return time.time() - folder.lstat().st_mtime > A_DAY
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OverflowError, PermissionError):
        return False
    return False
