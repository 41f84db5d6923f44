"""Names as people write them, matched with those that are known, and rows narrowed to them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from recruitment.errors import UsageError, nearest
from reports.wording import CHARACTERISTICS

if TYPE_CHECKING:
    import polars as pl

Value = TypeVar("Value")


def spelt(name: str, known: Sequence[str], what: str, option: str = "") -> str:
    """Return ``name`` as it is spelt among ``known``, whatever its case.

    Args:
        name: As the user wrote it.
        known: The names there are.
        what: What such a name is of, such as ``role``.
        option: Where it was written, where ``what`` alone does not say so.

    Raises:
        UsageError: There is none such.

    >>> spelt("police officer", ["PCSO", "Police officer"], "role")
    'Police officer'
    """
    folded = {each.casefold(): each for each in known}
    if name.strip().casefold() not in folded:
        where = f"{option}: " if option else ""
        raise UsageError(f"{where}there is no {what} {name!r}; {nearest(name, list(known))}")
    return folded[name.strip().casefold()]


def narrowed(
    rows: "pl.DataFrame",
    *,
    units: Sequence[str] = (),
    roles: Sequence[str] = (),
    characteristics: Sequence[str] = (),
) -> "pl.DataFrame":
    """Keep the units, roles and characteristics asked about, in any case; none named means all.

    Raises:
        UsageError: One is unknown, or there is none such beside the others asked about.
    """
    import polars as pl

    asked = {"unit": units, "role": roles, "characteristic": characteristics}
    for column, names in asked.items():
        if names:
            known = in_report_order(rows[column].drop_nulls())
            wanted = [spelt(name, known, column) for name in names]
            rows = rows.filter(pl.col(column).is_in(wanted))
    return rows


def in_report_order(names: Iterable[str]) -> list[str]:
    """Return each of ``names`` once, characteristics in the order of the panel report first.

    >>> in_report_order(["home_area", "sex", "ethnicity", "sex"])
    ['ethnicity', 'sex', 'home_area']
    """
    found = list(names)
    return [name for name in dict.fromkeys([*CHARACTERISTICS, *found]) if name in found]


def by_name(
    option: str, given: Mapping[str, Value], known: Sequence[str], what: str
) -> dict[str, Value]:
    """Return values given by name, such as ``BAME=25%``, by the known names.

    Args:
        option: As it is written, such as ``--joiner-share``.
        given: By name in any case; a value without one is under the empty name.
        known: The names there are.
        what: What such a name is of, such as ``group``.

    Raises:
        UsageError: A name is unknown, or missing where there are several.

    >>> by_name("--joiner-share", {"": 0.25}, ["BAME"], "group")
    {'BAME': 0.25}
    """
    return {_known(option, name, known, what): value for name, value in given.items()}


def _known(option: str, name: str, known: Sequence[str], what: str) -> str:
    if name:
        return spelt(name, known, what, option)
    if not known:
        raise UsageError(f"{option}: there is no {what} to give it to")
    if len(known) > 1:
        quote = "'" if " " in known[0] else ""
        raise UsageError(
            f"{option} needs the name of a {what} where there are several; write "
            f"{option} {quote}{known[0]}=VALUE{quote}"
        )
    return known[0]
