"""The meaning of headings, answers, stages and outcomes, ready to look up."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["group", "comparator", "not stated", "part"]
Outcome = Literal["entered", "passed", "failed", "pending", "withdrawn"]
LeftOut = Literal["not entered", "ignored"]
DateOrder = Literal["day first", "month first", "year first"]


@dataclass(frozen=True, slots=True)
class Category:
    """One category of a characteristic.

    Attributes:
        name: As it is stored and published, such as ``BAME``.
        kind: What it is among the categories: see ``categories`` in the schema.
    """

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Characteristic:
    """One characteristic, and what the answers to its question mean.

    Attributes:
        name: The code, such as ``ethnicity``.
        categories: In the order in which they are shown; they partition everybody.
        answers: The category that each answer means, by the answer as `plain` writes it.
        refines: The characteristic that this one has in more detail, such as ``ethnicity`` for
            ``ethnic_group``, or those of a cross (``ethnicity,sex``); None for one of its own.
    """

    name: str
    categories: tuple[Category, ...]
    answers: dict[str, str]
    refines: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """What the label of a row of a monitoring table means.

    Attributes:
        stage: The stage.
        outcome: What became there of those counted.
        enters: The later stage that they thereby entered, or None.
    """

    stage: str
    outcome: Outcome
    enters: str | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the words of a source mean. All keys are words as `plain` writes them.

    Attributes:
        columns: The role of each heading. Of candidates: ``candidate`` (the key they are counted
            by), ``person`` (who may have applied more than once), ``stage``, ``furthest stage``,
            ``outcome``, and a characteristic's code. The columns of the tidy tables have the names
            of the schema.
        date_columns: The stage whose date stands under each heading.
        characteristics: By code, in the order in which they are shown.
        headings: For monitoring tables: whom a heading counts, as (characteristic, category).
        stages: The stage that each name means.
        stage_order: The stages, first to last.
        outcomes: The outcome that each word means.
        labels: Whole labels of monitoring tables that the user explained.
        date_order: How dates with slashes, dots or dashes are written.
        origin: Where it came from, for people: the name of the mapping file, or None.
        sha256: Of the mapping file; None where there is none.
        left_out: Of candidates, the words in place of an outcome for which a row does not count:
            its stage is not entered yet, or it is no application, such as a draft.
        listed: The stages that a mapping file lists in order, as those of its campaigns.
    """

    columns: dict[str, str]
    date_columns: dict[str, str]
    characteristics: dict[str, Characteristic]
    headings: dict[str, tuple[str, str]]
    stages: dict[str, str]
    stage_order: tuple[str, ...]
    outcomes: dict[str, Outcome]
    labels: dict[str, Label]
    date_order: DateOrder = "day first"
    origin: str | None = None
    sha256: str | None = None
    left_out: dict[str, LeftOut] = field(default_factory=dict)
    listed: tuple[str, ...] = ()
