"""The tables of a mapping file: their shape checked, their words not yet given a meaning."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from recruitment.errors import nearest
from recruitment.ingest.sources.labels import label_text
from recruitment.ingest.sources.understood import Understood

TABLES = (
    "columns",
    "dates",
    "characteristics",
    "answers",
    "headings",
    "stages",
    "outcomes",
    "labels",
)
KINDS = ("group", "comparator", "part")
# A stage is never called so: it is the key of the list of stages.
ORDER = "order"


@dataclass(slots=True)
class Stated:
    """What a mapping file says, in the order of the file.

    Attributes:
        columns: The headings of each role.
        dates: The headings of each stage's date.
        date_order: How dates are written, or None.
        categories: The categories of each characteristic by kind.
        refines: The characteristic that each refines.
        answers: The answers of each category of each characteristic.
        headings: Whom each heading of a monitoring table counts.
        stages: The names of each stage.
        stage_order: The stages, first to last; empty where it is not said.
        outcomes: The words of each outcome.
        labels: Stage, outcome and stage entered of each whole label.
    """

    columns: dict[str, list[str]] = field(default_factory=dict)
    dates: dict[str, list[str]] = field(default_factory=dict)
    date_order: str | None = None
    categories: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    refines: dict[str, str] = field(default_factory=dict)
    answers: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    headings: dict[str, dict[str, str]] = field(default_factory=dict)
    stages: dict[str, list[str]] = field(default_factory=dict)
    stage_order: list[str] = field(default_factory=list)
    outcomes: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class Shapes:
    """Values of a file as what they should be, and a problem for each that is not.

    Attributes:
        problems: What is wrong, one line each.
    """

    problems: list[str] = field(default_factory=list)

    def known(self, keys: "dict[str, Any]", allowed: tuple[str, ...], where: str) -> None:
        """Note each key that is not ``allowed``."""
        for key in keys:
            if key not in allowed:
                self.problems.append(f"{where} “{key}” is not known; {nearest(key, [*allowed])}")

    def table(self, value: object, where: str) -> dict[str, Any]:
        """Return a table with tidy keys."""
        if not isinstance(value, dict):
            self.problems.append(f"{where} must be a table, not {_kind(value)}")
            return {}
        return {self.text(key, where): each for key, each in value.items()}

    def text(self, value: object, where: str) -> str:
        """Return a tidy text of up to 200 characters."""
        if not isinstance(value, str):
            self.problems.append(f"{where} must be text, not {_kind(value)}")
            return ""
        found = label_text(value)
        if isinstance(found, Understood):
            return found.value
        if found.text:
            self.problems.append(f"{where}: {found.reason}")
        return found.text

    def texts(self, value: object, where: str) -> list[str]:
        """Return a list of texts, which may be one text alone."""
        if isinstance(value, str):
            return [self.text(value, where)]
        if not isinstance(value, list):
            self.problems.append(f"{where} must be text or a list of texts, not {_kind(value)}")
            return []
        found = [(each, self.text(each, where)) for each in value]
        return [text for each, text in found if isinstance(each, str)]

    def lists(self, value: object, where: str) -> dict[str, list[str]]:
        """Return a table of lists of texts."""
        table = self.table(value, where)
        return {key: self.texts(each, f"{where} “{key}”") for key, each in table.items()}

    def parts(self, value: object, allowed: tuple[str, ...], where: str) -> dict[str, str]:
        """Return a table of texts with some of the keys ``allowed``."""
        table = self.table(value, where)
        self.known(table, allowed, f"{where}:")
        return {
            key: self.text(each, f"{where} {key}") for key, each in table.items() if key in allowed
        }


def stated(tables: dict[str, Any]) -> tuple[Stated, list[str]]:
    """Return what ``tables`` of a mapping file say, and what in them has a wrong shape."""
    shapes, found = Shapes(), Stated()
    shapes.known(tables, TABLES, "the table")
    readers: dict[str, Callable[[Shapes, Stated, Any], None]] = {
        "dates": _dates,
        "characteristics": _characteristics,
        "stages": _stages,
    }
    for name in ("columns", "outcomes"):
        setattr(found, name, shapes.lists(tables.get(name, {}), f"[{name}]"))
    for name, read in readers.items():
        read(shapes, found, tables.get(name, {}))
    found.answers = dict(_answers(shapes, tables.get("answers", {})))
    found.headings = _parts(shapes, tables, "headings", ("characteristic", "category"))
    found.labels = _parts(shapes, tables, "labels", ("stage", "outcome", "enters"))
    return found, shapes.problems


def _dates(shapes: Shapes, found: Stated, value: object) -> None:
    table = shapes.table(value, "[dates]")
    shapes.known(table, (ORDER, "columns"), "[dates]:")
    order = shapes.text(table.get(ORDER, ""), "[dates] order")
    if isinstance(table.get(ORDER), str):
        found.date_order = order
    found.dates = shapes.lists(table.get("columns", {}), "[dates.columns]")


def _characteristics(shapes: Shapes, found: Stated, value: object) -> None:
    for code, each in shapes.table(value, "[characteristics]").items():
        where = f"[characteristics.{code}]"
        table = shapes.table(each, where)
        shapes.known(table, (*KINDS, "refines"), f"{where}:")
        if "refines" in table:
            found.refines[code] = shapes.text(table["refines"], f"{where} refines")
        found.categories[code] = {
            kind: shapes.texts(table.get(kind, []), f"{where} {kind}") for kind in KINDS
        }


def _stages(shapes: Shapes, found: Stated, value: object) -> None:
    found.stages = shapes.lists(value, "[stages]")
    found.stage_order = found.stages.pop(ORDER, [])


def _answers(shapes: Shapes, value: object) -> Iterator[tuple[str, dict[str, list[str]]]]:
    for code, each in shapes.table(value, "[answers]").items():
        yield code, shapes.lists(each, f"[answers.{code}]")


def _parts(
    shapes: Shapes, tables: dict[str, Any], name: str, allowed: tuple[str, ...]
) -> dict[str, dict[str, str]]:
    table = shapes.table(tables.get(name, {}), f"[{name}]")
    found = {key: shapes.parts(each, allowed, f"[{name}] “{key}”") for key, each in table.items()}
    return {key: each for key, each in found.items() if isinstance(table[key], dict)}


def _kind(value: object) -> str:
    kinds: dict[type, str] = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "a table",
    }
    return kinds.get(type(value), "a date or time")
