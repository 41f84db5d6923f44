"""Counted texts of campaigns as candidates by stage, outcome and answers."""

from dataclasses import replace
from typing import TYPE_CHECKING

from recruitment.ingest.candidates.entries import radices
from recruitment.ingest.candidates.margins import margins
from recruitment.ingest.candidates.meanings import Meanings
from recruitment.ingest.national.engines import CAMPAIGN, StageColumns
from recruitment.ingest.national.marks import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import polars as pl

    from recruitment.ingest.mapping.mapping import Characteristic


def margins_of(
    frames: "Sequence[pl.DataFrame]",
    campaigns: "Collection[str]",
    columns: StageColumns,
    meanings: Meanings,
    crosses: "Sequence[Characteristic]",
) -> "dict[str, pl.DataFrame]":
    """Return by campaign ``stage outcome characteristic category candidates``, as `margins` does.

    Args:
        frames: What each pass counted.
        campaigns: Those that are wanted; they have the same stages and characteristics.
        columns: The columns that are read.
        meanings: What the texts of these campaigns mean.
        crosses: The characteristics that others make together.
    """
    import polars as pl

    found: dict[str, pl.DataFrame] = {}
    known = bool(columns.named("outcome"))
    for frame in frames:
        names = [name for name in columns.named("answers") if name in frame.columns]
        places = [columns.named("answers").index(name) for name in names]
        some = replace(meanings, answers=tuple(meanings.answers[place] for place in places))
        own = {each.name for answers in some.answers for each in answers.characteristics}
        within = [each for each in crosses if own.issuperset(each.name.split(","))]
        wanted = frame.filter(pl.col(CAMPAIGN).is_in(list(campaigns)))
        cells = _cells(wanted, names, columns, some)
        split = margins(cells, meanings.stages, some, within, known=known)
        for part in split.partition_by("characteristic", maintain_order=True):
            found.setdefault(str(part["characteristic"][0]), part)
    every = [each.name for answers in meanings.answers for each in answers.characteristics]
    whole = pl.concat([found[name] for name in (*every, *(each.name for each in crosses))])
    parts = whole.partition_by(CAMPAIGN, as_dict=True, include_key=False)
    return {str(key[0]): part for key, part in parts.items()}


def _cells(
    frame: "pl.DataFrame", names: "Sequence[str]", columns: StageColumns, some: Meanings
) -> "pl.DataFrame":
    import polars as pl

    codes = dict(zip(columns.texts, some.codes, strict=True))
    bits = {1 << place: stage for place, stage in enumerate(some.stages)}
    [stage] = columns.named("stage")
    stages = {text: bits[bit] for text, bit in codes[stage].items() if isinstance(bit, int)}
    answers = pl.lit(0, pl.Int64)
    for base, name in zip(radices(some), names, strict=False):
        own = {text: int(code or 0) * base for text, code in codes[name].items()}
        answers = answers + pl.col(name).replace_strict(own, return_dtype=pl.Int64)
    outcome = pl.lit("")
    for name in columns.named("outcome"):
        outcome = pl.col(name).replace_strict(codes[name], return_dtype=pl.String)
    rows = frame.select(
        CAMPAIGN,
        stage=pl.col(stage).replace_strict(stages, return_dtype=pl.String),
        outcome=outcome,
        answers=answers,
        candidates="candidates",
    ).filter(~pl.col("outcome").is_in(list(LEFT_OUT)))
    entered = rows.with_columns(outcome=pl.lit("entered"))
    return pl.concat([entered, rows.filter(pl.col("outcome") != "")])
