"""Stages that are nobody's furthest: those of the campaign are entered by all who came further."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruitment.ingest.candidates.columns import Columns
from recruitment.ingest.candidates.layouts import FURTHEST_STAGE
from recruitment.ingest.candidates.ways import Ways
from recruitment.ingest.mapping.mapping import Mapping

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Unvisited:
    """Stages before the last one that is anybody's furthest, at which nobody ended.

    Attributes:
        counted: Those that the campaign is known to have.
        left: Other stages that are known without a mapping, which the campaign may not have.
    """

    counted: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def unvisited_stages(
    stages: tuple[str, ...], ways: Ways, columns: Columns, mapping: Mapping
) -> Unvisited:
    """Return the stages that rows with a furthest stage do not name.

    A campaign is known to have the stages that a mapping file lists in order and those whose dates
    have a column; where nothing is listed, everybody has entered the first stage of all. The rows
    of one stage alone, which nothing calls the furthest, may be an extract: no stage is added.

    Args:
        stages: Those that the rows name, first to last.
        ways: How the candidates went through them.
        columns: The columns of the file.
        mapping: Which stages there are.
    """
    if ways.layout != FURTHEST_STAGE:
        return Unvisited()
    before = mapping.stage_order[: mapping.stage_order.index(stages[-1])]
    missing = [stage for stage in before if stage not in stages]
    known = {*(mapping.listed or mapping.stage_order[:1]), *columns.dated}
    if ways.told_by_keys and len(stages) == 1:
        known = set()
    return Unvisited(
        tuple(stage for stage in missing if stage in known),
        tuple(stage for stage in missing if stage not in known),
    )


def with_unvisited(
    at_stages: "pl.DataFrame", stages: tuple[str, ...], counted: tuple[str, ...], mapping: Mapping
) -> "tuple[pl.DataFrame, tuple[str, ...]]":
    """Return candidates by stage, outcome and answers, and the stages, with those ``counted`` too.

    Whoever entered the next stage that the rows name has entered and passed them.
    """
    import polars as pl

    parts = [at_stages]
    order = mapping.stage_order
    for stage in counted:
        after = next(each for each in stages if order.index(each) > order.index(stage))
        entered = at_stages.filter(stage=after, outcome="entered").with_columns(stage=pl.lit(stage))
        parts += [entered, entered.with_columns(outcome=pl.lit("passed"))]
    every = tuple(stage for stage in order if stage in {*stages, *counted})
    return pl.concat(parts), every
