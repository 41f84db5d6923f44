"""The user's own words, from a small TOML file, over those known without it."""

import hashlib
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from recruitment.errors import StorageError, UsageError
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.mapping.merging import merged
from recruitment.ingest.mapping.tables import stated

# Every word of a large force fits many times.
LARGEST = 1_000_000


def read_mapping(path: Path) -> Mapping:
    """Return the mapping of the file at ``path``, laid over the default.

    Raises:
        UsageError: There is no such file, it is no TOML, or it says what cannot be; ``details``
            has a line for each problem where there are several.
        StorageError: The file cannot be read.
    """
    content = _content(path)
    said, misshapen = stated(_tables(path.name, content))
    mapping, contrary = merged(said)
    if problems := [*misshapen, *contrary]:
        raise _refused(path.name, problems)
    return replace(mapping, origin=path.name, sha256=hashlib.sha256(content).hexdigest())


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise UsageError(f"there is no mapping file {path}; check --mapping")
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {error.strerror}") from None
    if len(content) > LARGEST:
        raise UsageError(f"{path.name} is larger than 1 MB, too large for a mapping")
    return content


def _tables(name: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UsageError(
            f"{name}, line {line}: the file is not UTF-8 text; save it as UTF-8"
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name} is not TOML: {_plain(str(error))}") from None
    except RecursionError:
        raise UsageError(f"{name} is not a mapping: its lists are nested too deeply") from None


def _plain(message: str) -> str:
    # The parser names the place last, in brackets.
    said, _, place = message.rpartition(" (at ")
    return f"{place.rstrip(')')}: {said}" if said else message


def _refused(name: str, problems: list[str]) -> UsageError:
    lines = [f"{name}: {each}" for each in dict.fromkeys(problems)]
    if len(lines) == 1:
        return UsageError(lines[0])
    error = UsageError(f"{name}: {len(lines):,} problems; mend them in the mapping file")
    error.details = tuple(lines)
    return error
