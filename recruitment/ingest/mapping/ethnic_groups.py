"""The answers that mean each of the 19 ethnic groups, and those that name only a wider family."""

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from recruitment.ingest.mapping.mapping import Category

ETHNIC_GROUPS = Path(__file__).with_name("ethnic_groups.toml")
CODE, PUBLISHED = "ethnic_group", "ethnicity"
# The forms before the Census 2021 do not have it.
NEWER = frozenset({"Roma"})
# Words that people write as a sign, or leave out.
JOINING = frozenset({"and", "or"})


@cache
def families() -> list[dict[str, Any]]:
    """Return the families of groups as they are in `ethnic_groups.toml`."""
    with ETHNIC_GROUPS.open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["families"]
    return found


def detailed_categories() -> tuple[Category, ...]:
    """Return the 19 groups; those of the family that is the published comparator are comparators.

    >>> [each.name for each in detailed_categories() if each.kind == "comparator"][:2]
    ['White British', 'White Irish']
    """
    return tuple(
        Category(group["category"], "comparator" if family["published"] == "White" else "group")
        for family in families()
        for group in family["groups"]
    )


def published_groups() -> dict[str, str]:
    """Return the published category that each of the 19 groups belongs to.

    >>> published_groups()["Arab"], published_groups()["Roma"]
    ('BAME', 'White')
    """
    return {
        group["category"]: family["published"]
        for family in families()
        for group in family["groups"]
    }


def family_answers() -> dict[str, str]:
    """Return the published category of each answer that names a family and no group of it.

    >>> family_answers()["mixed race"], "indian" in family_answers()
    ('BAME', False)
    """
    return {
        form: family["published"]
        for family in families()
        for name in family["names"]
        for form in _forms(name)
    }


def group_answers() -> dict[str, str]:
    """Return the group that each answer means.

    >>> answers = group_answers()
    >>> answers["a1 asian asian british indian"], answers["white other"], answers["w1"]
    ('Indian', 'Any other White background', 'White British')
    """
    return {
        answer: group["category"]
        for family in families()
        for group in family["groups"]
        for answer in answers_of(family["names"], group)
    }


def group_names() -> dict[str, str]:
    """Return the group that each name without a code means, as headings have them."""
    return {
        name: group["category"]
        for family in families()
        for group in family["groups"]
        for name in _named(family["names"], group)
    }


def answers_of(family: list[str], group: dict[str, Any]) -> Iterator[str]:
    """Yield the answers that mean ``group``, of a family with these names."""
    names = [*_named(family, group)]
    inside = [form for name in group.get("after_family", []) for form in _forms(name)]
    yield from names
    for code in group["codes"]:
        yield code
        for name in (*names, *inside):
            yield f"{code} {name}"
            yield f"{name} {code}"


def _named(family: list[str], group: dict[str, Any]) -> Iterator[str]:
    for name in group["names"]:
        yield from _forms(name)
    # The family may be joined with a sign and its group with a word: "Mixed/multiple: White and".
    for before, name in product(family, (*group["names"], *group.get("after_family", []))):
        for first, second in product(_forms(before), _forms(name)):
            yield f"{first} {second}"


def _forms(name: str) -> tuple[str, str]:
    return name, " ".join(word for word in name.split() if word not in JOINING)
