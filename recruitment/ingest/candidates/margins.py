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
    written = ",".join(cross)
    own = ["_".join(part.casefold().split()) for part in cross]
    for part, name in zip(cross, own, strict=True):
        if name not in known:
            hint = nearest(part, list(known))
            raise UsageError(f"--cross {written}: {part} is not in it; {hint}")
    if len(own) < 2 or len(set(own)) < len(own):  # noqa: PLR2004 - two make a cross
        raise UsageError(f"--cross {written}: name two or more different characteristics")
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
    """Return ``stage outcome characteristic category candidates``, every category everywhere.

    Where outcomes are known, passed, failed and pending are recorded at every stage but the last,
    though nobody were in them: no rows would mean that they are not known. Those who withdrew are
    recorded at these stages if anybody did at any; at the last stage, what somebody's outcome is.
    """
    import polars as pl

    recorded = _recorded(candidates, stages, known=known)
    split = _split(candidates, meanings)
    own = [each for answers in meanings.answers for each in answers.characteristics]
    parts = []
    for each in (*own, *crosses):
        category = _cross(each) if each in crosses else pl.col(each.name)
        counted = split.group_by("stage", "outcome", category=category).agg(
            pl.col("candidates").sum()
        )
        grid = recorded.join(
            pl.DataFrame({"category": [one.name for one in each.categories]}), how="cross"
        )
        full = grid.join(
            counted, on=["stage", "outcome", "category"], how="left", maintain_order="left"
        )
        parts.append(full.with_columns(characteristic=pl.lit(each.name)))
    return (
        pl.concat(parts)
        .with_columns(pl.col("candidates").fill_null(0))
        .select("stage", "outcome", "characteristic", "category", "candidates")
    )


def _recorded(candidates: "pl.DataFrame", stages: Sequence[str], *, known: bool) -> "pl.DataFrame":
    import polars as pl

    found = set(candidates.select("stage", "outcome").iter_rows())
    anywhere = {outcome for _, outcome in found}
    usual = [outcome for outcome in ORDER if outcome in ALWAYS or outcome in anywhere]
    rows = [
        (stage, outcome)
        for stage in stages
        for outcome in (usual if known else ORDER[:1])
        if stage != stages[-1] or outcome == ORDER[0] or (stage, outcome) in found
    ]
    return pl.DataFrame(rows, schema={"stage": pl.String, "outcome": pl.String}, orient="row")


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
