"""Stages that no row names: those of the campaign are entered by all who came further, if any."""

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
    """Stages that no row names.

    Attributes:
        counted: Of rows with a furthest stage, those that the campaign is known to have before the
            last one that is anybody's.
        left: Other stages before it, known without a mapping, which the campaign may not have.
        unreached: Those that a mapping file lists and nobody is known to have entered.
    """

    counted: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()


def unvisited_stages(
    stages: tuple[str, ...], ways: Ways, columns: Columns, mapping: Mapping
) -> Unvisited:
    """Return the stages that the rows do not name.

    A campaign is known to have the stages that a mapping file lists in order and those whose dates
    have a column; where nothing is listed, everybody has entered the first stage of all. The rows
    of one stage alone, which nothing calls the furthest, may be an extract: no stage is added.

    Args:
        stages: Those that the rows name, first to last.
        ways: How the candidates went through them.
        columns: The columns of the file.
        mapping: Which stages there are.
    """
    listed = tuple(stage for stage in mapping.listed if stage not in stages)
    if ways.layout != FURTHEST_STAGE:
        return Unvisited(unreached=listed)
    before = mapping.stage_order[: mapping.stage_order.index(stages[-1])]
    missing = [stage for stage in before if stage not in stages]
    known = {*(mapping.listed or mapping.stage_order[:1]), *columns.dated}
    if ways.told_by_keys and len(stages) == 1:
        known = set()
    counted = tuple(stage for stage in missing if stage in known)
    left = () if mapping.listed else tuple(stage for stage in missing if stage not in known)
    return Unvisited(counted, left, tuple(stage for stage in listed if stage not in counted))


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
