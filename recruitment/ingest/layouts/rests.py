"""Those compared with a group, where tables give a total and the group alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from recruitment.ingest.layouts.collecting import Collected
from recruitment.ingest.layouts.tidy import Line
from recruitment.ingest.layouts.wholes import EVERYBODY
from recruitment.ingest.mapping.mapping import Characteristic, Mapping
from recruitment.ingest.recognition.vocabulary import NOT_STATED

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rest:
    """A characteristic of which every group is counted, and nobody they are compared with.

    Attributes:
        total: The row of everybody.
        rows: Those of the characteristic.
        category: The comparator: everybody else who stated an answer.
    """

    total: Row
    rows: Sequence[Row]
    category: str

    @property
    def is_known(self) -> bool:
        """Return whether those who did not state are counted; else the rest holds them too."""
        return any(row["category"] == NOT_STATED for row in self.rows)

    def row(self, count: str) -> Row | None:
        """Return the row of the comparator; None where more are counted than there are."""
        left = self.total[count] - sum(row[count] for row in self.rows)
        code = self.rows[0]["characteristic"]
        named = {"characteristic": code, "category": self.category, count: left}
        return {**self.total, **named} if left >= 0 else None


def rests(rows: Sequence[Row], keys: Sequence[str], mapping: Mapping) -> Iterator[Rest]:
    """Yield each characteristic whose comparator is the rest of a total.

    Args:
        rows: The rows of one table.
        keys: The columns that tell its counts apart, beside characteristic and category.
        mapping: What the categories are.
    """
    wholes: dict[tuple[Any, ...], dict[str, list[Row]]] = {}
    for row in rows:
        own = wholes.setdefault(tuple(row[name] for name in keys), {})
        own.setdefault(row["characteristic"], []).append(row)
    for own in wholes.values():
        for total in own.get(EVERYBODY, []):
            for code, counted in own.items():
                rest = _rest(mapping.characteristics[code], {row["category"] for row in counted})
                if rest:
                    yield Rest(total, counted, rest)


def _rest(characteristic: Characteristic, counted: set[str]) -> str | None:
    """Return the one comparator, where every group is counted and it is not."""
    kinds = {each.name: each.kind for each in characteristic.categories}
    groups = {name for name, kind in kinds.items() if kind == "group"}
    others = [name for name, kind in kinds.items() if kind == "comparator"]
    is_rest = len(others) == 1 and groups and groups <= counted and others[0] not in counted
    return others[0] if is_rest and characteristic.refines is None else None


def told_of_blanks(
    rows: Sequence[tuple[Line, Row]], keys: Sequence[str], mapping: Mapping, collected: Collected
) -> None:
    """Note where nobody can tell those compared with from those who did not state."""
    lines = {id(row): line for line, row in rows}
    for rest in rests([row for _, row in rows], keys, mapping):
        if not rest.is_known:
            row = rest.rows[0]
            what = f"of these people it is not counted who did not state {row['characteristic']}"
            how = f"add a row “{NOT_STATED}”, with 0 for nobody, or one of {rest.category}"
            collected.fault(lines[id(row)].place(), f"{what}; {how}")


def with_rests(
    rows: Sequence[Row], keys: Sequence[str], count: str, mapping: Mapping
) -> tuple[list[Row], list[str]]:
    """Return ``rows`` with the comparators that follow, and a note of who they are.

    A rest below 0 is left to the checks.
    """
    found = (rest.row(count) for rest in rests(rows, keys, mapping))
    added = [row for row in found if row is not None]
    names = ", ".join(dict.fromkeys(row["category"] for row in added))
    told = [f"Not given, and so the rest of each total: {names}."] if added else []
    return [*rows, *added], told
