"""How representation changes through the stages of a campaign, and what the evidence carries."""

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

import queries
from analytics.contradictions import contradictions
from analytics.representation import Blank, stage_representation
from recruitment.errors import DataError, UsageError, nearest
from recruitment.studies.candidates import candidates, check_confidence_level
from reports import notes
from reports.findings import Findings
from reports.readings import change_headline, with_change_readings
from reports.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

STAGE_COLUMNS = [
    "campaign",
    "stage",
    "stage_order",
    "characteristic",
    "group",
    "entered",
    "group_entered",
    "not_stated",
    "base",
    "representation_pct",
    "change_from_previous_pp",
    "change_pp",
    "provisional",
]
CHANGE_COLUMNS = [
    "campaign",
    "characteristic",
    "group",
    "from_stage",
    "to_stage",
    "from_group",
    "from_base",
    "to_group",
    "to_base",
    "from_pct",
    "to_pct",
    "change_pp",
    "change_low_pp",
    "change_high_pp",
    "relative_change_pct",
    "p_value",
    "p_mid",
    "p_adjusted",
    "detectable_fall_pp",
    "detectable_rise_pp",
    "provisional",
    "reading",
]


def attrition(
    con: "duckdb.DuckDBPyConnection",
    *,
    campaigns: "Sequence[str]" = (),
    characteristics: "Sequence[str]" = (),
    to_stage: str | None = None,
    blank: Blank = "include",
    confidence_level: float = 0.95,
    corrected: bool = False,
    table: str | None = None,
) -> Findings:
    """Return representation by stage (``stages``) and the headline changes (``changes``).

    Args:
        con: An open warehouse.
        campaigns: Codes in any case; none means every campaign with counts.
        characteristics: Such as ``ethnicity``; none means all that were counted.
        to_stage: Compare the first stage with this one, not with the last settled one.
        blank: Whether Not stated counts in the denominator.
        confidence_level: Of the intervals, between 0 and 1.
        corrected: Apply the documented corrections of printed counts.
        table: With ``stages``, the changes and their tests are not worked out.

    Raises:
        UsageError: A campaign, characteristic or stage is unknown, or ``confidence_level`` is not
            between 0 and 1.
        DataError: None of the campaigns has counts, or no characteristic a group.
    """
    check_confidence_level(confidence_level)
    asked = candidates(
        con, campaigns=campaigns, characteristics=characteristics, corrected=corrected
    )
    to_stage = _known_stage(asked.flow, to_stage)
    stages = stage_representation(asked.flow, blank=blank)
    if stages.is_empty():
        names = listed(asked.flow["characteristic"].unique(maintain_order=True).to_list())
        raise DataError(f"{names}: no category is marked as a group, so there is none to report on")
    found = Findings(
        question="attrition",
        title=f"Representation by stage: {', '.join(asked.codes)}",
        source=asked.source,
        as_at=asked.as_at,
        notes=(
            *notes.on_blanks(blank),
            *notes.on_campaigns_without_counts(asked.chosen),
            *notes.on_characteristics_without_group(asked.flow),
            *notes.on_contradictions(contradictions(asked.flow)),
        ),
        tables={"stages": asked.in_order(stages).select(STAGE_COLUMNS)},
    )
    if table == "stages":
        return found
    changes = _read_changes(stages, to_stage, confidence_level)
    other = stage_representation(asked.flow, blank="exclude" if blank == "include" else "include")
    other_changes = _read_changes(other, to_stage, confidence_level)
    corrections = queries.corrections(con, campaigns=asked.codes)
    return replace(
        found,
        notes=(
            *found.notes,
            *notes.on_headline_stage(stages, changes, to_stage),
            *notes.on_tests(changes, confidence_level),
            *notes.on_other_reading(changes, other_changes, blank),
            *notes.on_corrections(corrections, asked.flow, applied=corrected),
        ),
        tables=found.tables | {"changes": asked.in_order(changes).select(CHANGE_COLUMNS)},
        headline=change_headline(changes, asked.codes),
    )


def _read_changes(
    stages: pl.DataFrame, to_stage: str | None, confidence_level: float
) -> pl.DataFrame:
    from analytics.representation_change import representation_changes

    return with_change_readings(
        representation_changes(stages, to_stage=to_stage, confidence_level=confidence_level)
    )


def _known_stage(flow: pl.DataFrame, to_stage: str | None) -> str | None:
    """Return the stage as it is spelt, refusing one with nothing before it to compare with."""
    if to_stage is None:
        return None
    later = {
        stage.casefold(): (stage, order)
        for stage, order in flow.select("stage", "stage_order").sort("stage_order").iter_rows()
    }
    if to_stage.strip().casefold() not in later:
        stages = [stage for stage, _ in later.values()]
        raise UsageError(f"there is no stage {to_stage!r}; {nearest(to_stage, stages)}")
    stage, order = later[to_stage.strip().casefold()]
    if order == flow["stage_order"].min():
        raise UsageError(f"--to {stage} is the first stage; name a later one to compare it with")
    return str(stage)
