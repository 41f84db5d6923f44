"""The view ``candidate_entries``: the rows of an export as numbers, by joining what texts mean."""

from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any

from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.meanings import Meanings

if TYPE_CHECKING:
    import polars as pl

VIEW = "candidate_entries"


def view_candidate_entries(export: Export, meanings: Meanings, *, waiting: bool) -> None:
    """Make the view: the key, the stage and those reached as bits, the outcome, all answers in one.

    Of a row of dates, ``stage_bit`` is the last stage with a date, 0 where there is none, and
    ``disordered`` are the stages whose date is before that of an earlier one. Rows that are no
    application are left out.

    Args:
        export: The export.
        meanings: What its texts mean.
        waiting: Whether a row whose stage is not entered yet counts as one that is pending there;
            else it is left out.
    """
    import duckdb

    column = duckdb.ColumnExpression
    rows: Any = export.con.view("candidate_rows").filter(column("says"))
    for number, frame in enumerate(_frames(export, meanings, waiting=waiting)):
        name = f"{'waiting' if waiting else 'entered'}_{number}"
        _keep(export, name, frame.rename({"text": f"text{number}", "value": f"v{number}"}))
        same = column(f"t{number}") == column(f"text{number}")
        rows = rows.join(export.con.table(name), same)
    stage_bit, reached, disordered = _stages(export, meanings)
    rows.select(
        column("candidate"),
        column("person"),
        column("row_number"),
        stage_bit.alias("stage_bit"),
        reached.alias("reached"),
        disordered.alias("disordered"),
        _outcome(export).alias("outcome"),
        _answers(export).alias("answers"),
    ).create_view(VIEW)


def radices(meanings: Meanings) -> list[int]:
    """Return by what the code of each column of answers is multiplied in the sum of them all.

    A number to several bases: as 5:07 is 5 * 60 + 7, so two columns with 3 and 20 meanings are
    ``first + 3 * second``.
    """
    found = [1]
    for answers in meanings.answers:
        found.append(found[-1] * len(answers.meanings))
    return found


def _frames(export: Export, meanings: Meanings, *, waiting: bool) -> "list[pl.DataFrame]":
    import polars as pl

    frames = []
    # What a row without an entry here says finds no partner, and so the row is left out.
    left_out = {"ignored"} if waiting else {"ignored", "not entered"}
    bases = iter(radices(meanings))
    for column, codes in zip(export.columns.read, meanings.codes, strict=True):
        base = next(bases) if column.role == "answers" else 1
        kind = pl.String if column.role == "outcome" else pl.Int64
        own = {text: code for text, code in codes.items() if code not in left_out}
        values = [_value(code, base) for code in own.values()]
        schema = {"text": pl.String, "value": kind}
        frames.append(pl.DataFrame({"text": list(own), "value": values}, schema=schema))
    return frames


def _value(code: int | str | None, base: int) -> int | str | None:
    if isinstance(code, int):
        return code * base
    return "pending" if code == "not entered" else code


def _keep(export: Export, name: str, frame: "pl.DataFrame") -> None:
    # A table, so that DuckDB knows how small it is and looks up in it, not through it.
    from queries import ArrowStream

    export.con.from_arrow(ArrowStream(frame)).to_table(name)


def _stages(export: Export, meanings: Meanings) -> tuple[Any, Any, Any]:
    import duckdb

    column, constant = duckdb.ColumnExpression, duckdb.ConstantExpression
    dated = {
        meanings.stages.index(each.subject): column(f"v{number}")
        for number, each in enumerate(export.columns.read)
        if each.role == "date" and each.subject in meanings.stages
    }
    none = constant(0).cast(duckdb.sqltypes.BIGINT)
    if not export.columns.of("date"):
        stage = column(f"v{export.columns.read.index(export.columns.of('stage')[0])}")
        return stage, stage, none
    bits = [none, *(_flag(day.isnotnull(), 1 << place) for place, day in dated.items())]
    late = [none]
    for place, day in dated.items():
        earlier = [other for before, other in dated.items() if before < place]
        if earlier:
            # The greatest of dates is that of those which are there.
            latest = duckdb.FunctionExpression("greatest", *earlier)
            late.append(_flag(day < latest, 1 << place))
    return duckdb.FunctionExpression("greatest", *bits), reduce(add, bits), reduce(add, late)


def _flag(condition: Any, bit: int) -> Any:
    import duckdb

    constant = duckdb.ConstantExpression
    flag = duckdb.CaseExpression(condition, constant(bit)).otherwise(constant(0))
    return flag.cast(duckdb.sqltypes.BIGINT)


def _outcome(export: Export) -> Any:
    import duckdb

    for number, each in enumerate(export.columns.read):
        if each.role == "outcome":
            return duckdb.ColumnExpression(f"v{number}")
    return duckdb.ConstantExpression("")


def _answers(export: Export) -> Any:
    import duckdb

    codes = [
        duckdb.ColumnExpression(f"v{number}")
        for number, each in enumerate(export.columns.read)
        if each.role == "answers"
    ]
    return reduce(add, codes)
