"""The table ``source_rows``: the columns that are read, under names of our own."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from recruitment.ingest.candidates.columns import Columns

if TYPE_CHECKING:
    import duckdb

VIEW, KEPT = "source_rows", "kept_rows"
# A time of day after a date says nothing about the order of stages, and would make as many
# different texts as there are rows.
TIME_OF_DAY = (
    r"[ T,]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?( ?[aApP]\.?[mM]\.?)?"
    r"( ?(Z|UTC|GMT|BST|[+-][0-9]{2}(:?[0-9]{2})?))?$"
)


def view_source_rows(file: Any, columns: Columns, names: Sequence[str]) -> None:
    """Make the view of a relation over the whole file, whose columns have ``names`` there."""
    import duckdb

    def text(place: int) -> Any:
        return duckdb.ColumnExpression(names[place]).cast(duckdb.sqltypes.VARCHAR)

    nobody = duckdb.ConstantExpression(None).cast(duckdb.sqltypes.VARCHAR)
    person = nobody if columns.person is None else text(columns.person)
    texts = (
        _without_time(text(column.place)) if column.role == "date" else text(column.place)
        for column in columns.read
    )
    file.select(
        text(columns.candidate).alias("candidate"),
        person.alias("person"),
        *(each.alias(f"t{number}") for number, each in enumerate(texts)),
    ).create_view(VIEW)


def _without_time(text: Any) -> Any:
    import duckdb

    constant = duckdb.ConstantExpression
    timed = duckdb.FunctionExpression("contains", text, constant(":"))
    cut = duckdb.FunctionExpression("regexp_replace", text, constant(TIME_OF_DAY), constant(""))
    return duckdb.CaseExpression(timed, cut).otherwise(text)


def keep_rows(
    con: "duckdb.DuckDBPyConnection",
    batches: Iterable[Sequence[tuple[str, ...]]],
    width: int,
    table: str = KEPT,
) -> list[str]:
    """Keep rows that Python has read, ``width`` texts each, in ``table``; return its columns."""
    import polars as pl

    from queries import ArrowStream

    names = [f"c{place}" for place in range(width)]
    schema = dict.fromkeys(names, pl.String)
    con.from_arrow(ArrowStream(pl.DataFrame(schema=schema))).to_table(table)
    for batch in batches:
        texts = pl.DataFrame(list(batch), schema=schema, orient="row")
        frame = texts.with_columns(pl.when(pl.all() != "").then(pl.all()))
        con.from_arrow(ArrowStream(frame)).insert_into(table)
    return names
