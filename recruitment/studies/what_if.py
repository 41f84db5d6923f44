"""Values that were given by name, such as ``BAME=25%``, matched with what is forecast."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from recruitment.errors import UsageError, nearest

Value = TypeVar("Value")


def named(
    option: str, given: Mapping[str, Value], known: Sequence[str], what: str
) -> dict[str, Value]:
    """Return what was given by the known names, whatever the case.

    Args:
        option: As it is written, such as ``--joiner-share``.
        given: By name; a value without one is under the empty name.
        known: The names there are.
        what: What such a name is of, such as ``group``.

    Raises:
        UsageError: A name is unknown, or missing where there are several.

    >>> named("--joiner-share", {"": 0.25}, ["BAME"], "group")
    {'BAME': 0.25}
    """
    return {_known(option, name, known, what): value for name, value in given.items()}


def _known(option: str, name: str, known: Sequence[str], what: str) -> str:
    if not name and len(known) == 1:
        return known[0]
    if not name:
        raise UsageError(
            f"{option} needs the name of a {what} where there are several; write "
            f"{option} {_quoted(f'{known[0]}=VALUE')}"
            if known
            else f"{option}: there is no {what} to forecast"
        )
    folded = {each.casefold(): each for each in known}
    if name.casefold() not in folded:
        raise UsageError(
            f"{option}: there is no {what} {name!r} here; {nearest(name, list(known))}"
        )
    return folded[name.casefold()]


def _quoted(text: str) -> str:
    return f"'{text}'" if " " in text else text
