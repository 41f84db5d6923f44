"""Candidates by stage, outcome and answers, split into the counts of each characteristic."""

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

from recruitment.errors import UsageError, nearest
from recruitment.ingest.candidates.entries import radices
from recruitment.ingest.candidates.meanings import Meanings
from recruitment.ingest.mapping.mapping import Category, Characteristic, Kind
from recruitment.ingest.recognition.vocabulary import NOT_STATED

if TYPE_CHECKING:
    import polars as pl

# Where outcomes are known, nobody in these is a count; withdrawals may be recorded nowhere.
ALWAYS = ("entered", "passed", "failed", "pending")
ORDER = (*ALWAYS, "withdrawn")
CELL = ["campaign", "stage", "outcome"]


def crossed(
    crosses: Sequence[tuple[str, ...]], characteristics: Sequence[Characteristic]
) -> tuple[Characteristic, ...]:
    """Return the characteristics that ``crosses`` of others make, each once.

    Their parts may be named in any order and case.

    >>> sex = Characteristic("sex", (Category("F", "group"), Category("M", "comparator")), {})
    >>> age = Characteristic("age", (Category("40", "group"), Category("Any", "comparator")), {})
    >>> found = crossed([("sex", "age")], [sex, age])[0]
    >>> [each.name for each in found.categories if each.kind == "group"]
    ['F, 40', 'F, Any', 'M, 40']

    Raises:
        UsageError: A cross has a part that is not there, twice, or alone.
    """
    known = {each.name: each for each in characteristics}
    parts = dict.fromkeys(_parts(tuple(cross), known) for cross in crosses)
    return tuple(_crossed(each, known) for each in parts)


def _parts(cross: tuple[str, ...], known: dict[str, Characteristic]) -> tuple[str, ...]:
    written = f"--cross {','.join(cross)}"
    own = ["_".join(part.casefold().split()) for part in cross]
    for part, name in zip(cross, own, strict=True):
        if name and name not in known:
            hint = nearest(part.strip(), list(known))
            raise UsageError(f"{written}: {part.strip()} is not in it; {hint}")
    if len(own) < 2 or len(set(own)) < len(own) or "" in own:  # noqa: PLR2004 - two make a cross
        raise UsageError(f"{written}: name two or more different characteristics")
    for name in own:
        if known[name].refines in own:
            what = f"{name} is {known[name].refines} in detail; leave one of them out"
            raise UsageError(f"{written}: {what}")
    return tuple(name for name in known if name in own)


def _crossed(cross: tuple[str, ...], known: dict[str, Characteristic]) -> Characteristic:
    name = ",".join(cross)
    stated = [[each for each in known[part].categories if not _is_blank(each)] for part in cross]
    categories = [
        Category(", ".join(each.name for each in parts), _kind(parts)) for parts in product(*stated)
    ]
    blank = Category(NOT_STATED, "not stated")
    return Characteristic(name, (*categories, blank), {}, refines=name)


def _is_blank(category: Category) -> bool:
    return category.kind == "not stated"


def _kind(parts: Sequence[Category]) -> Kind:
    kinds = {each.kind for each in parts}
    if "group" in kinds:
        return "group"
    return "comparator" if kinds == {"comparator"} else "part"


def margins(
    candidates: "pl.DataFrame",
    stages: Sequence[str],
    meanings: Meanings,
    crosses: Sequence[Characteristic],
    *,
    known: bool,
) -> "pl.DataFrame":
    """Return ``campaign stage outcome characteristic category candidates``, every category.

    Where outcomes are known, passed, failed and pending are recorded at every stage but the last,
    though nobody were in them: no rows would mean that they are not known. Those who withdrew are
    recorded at these stages if anybody did at any; at the last stage, what somebody's outcome is.

    Args:
        candidates: ``campaign stage outcome answers candidates``, all of campaigns that are alike.
        stages: Those of each campaign.
        meanings: What the numbers of answers mean.
        crosses: The characteristics that others make together.
        known: Whether outcomes are.
    """
    import polars as pl

    recorded = _recorded(candidates, stages, known=known)
    split = _split(candidates, meanings)
    own = [each for answers in meanings.answers for each in answers.characteristics]
    parts = []
    for each in (*own, *crosses):
        category = _cross(each) if each in crosses else pl.col(each.name)
        counted = split.group_by(*CELL, category=category).agg(pl.col("candidates").sum())
        grid = recorded.join(
            pl.DataFrame({"category": [one.name for one in each.categories]}), how="cross"
        )
        full = grid.join(counted, on=[*CELL, "category"], how="left", maintain_order="left")
        parts.append(full.with_columns(characteristic=pl.lit(each.name)))
    return (
        pl.concat(parts)
        .with_columns(pl.col("candidates").fill_null(0))
        .select(*CELL, "characteristic", "category", "candidates")
    )


def _recorded(candidates: "pl.DataFrame", stages: Sequence[str], *, known: bool) -> "pl.DataFrame":
    """Return ``campaign stage outcome`` for all that is a count, though nobody were in it."""
    import polars as pl

    found = candidates.select(CELL).unique()
    withdrew = found.filter(outcome="withdrawn").select("campaign").unique()
    cells = pl.DataFrame({"stage": list(stages)}, schema={"stage": pl.String}).join(
        pl.DataFrame({"outcome": ORDER if known else ORDER[:1]}), how="cross"
    )
    every = found.select("campaign").unique().sort("campaign").join(cells, how="cross")
    usual = pl.col("outcome").is_in(ALWAYS) | pl.col("withdrew")
    at_end = (pl.col("outcome") == ORDER[0]) | pl.col("found")
    kept = usual & ((pl.col("stage") != stages[-1]) | at_end)
    flagged = every.join(
        withdrew.with_columns(withdrew=True), on="campaign", how="left", maintain_order="left"
    ).join(found.with_columns(found=True), on=CELL, how="left", maintain_order="left")
    return flagged.filter(kept.fill_null(value=False)).select(CELL)


def _split(candidates: "pl.DataFrame", meanings: Meanings) -> "pl.DataFrame":
    import polars as pl

    columns = []
    for base, answers in zip(radices(meanings), meanings.answers, strict=False):
        code = pl.col("answers") // base % len(answers.meanings)
        for place, each in enumerate(answers.characteristics):
            categories = {number: meaning[place] for number, meaning in enumerate(answers.meanings)}
            found = code.replace_strict(categories, return_dtype=pl.String)
            columns.append(found.alias(each.name))
    return candidates.with_columns(columns)


def _cross(characteristic: Characteristic) -> "pl.Expr":
    import polars as pl

    parts = characteristic.name.split(",")
    blank = pl.any_horizontal(pl.col(part) == NOT_STATED for part in parts)
    return pl.when(blank).then(pl.lit(NOT_STATED)).otherwise(pl.concat_str(parts, separator=", "))
