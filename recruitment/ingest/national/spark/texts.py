"""Values of Spark's types as the very text that DuckDB gives of them, so that both count alike."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark.sql import Column
    from pyspark.sql.types import DataType

# Those whose text is the same in both. Of numbers with a fraction it is not.
ALIKE = frozenset({"string", "tinyint", "smallint", "int", "bigint", "boolean", "date", "void"})
TIMES = frozenset({"timestamp", "timestamp_ntz"})
PARTS = ("array", "map", "struct", "variant", "object", "geometry", "geography")
NO_TEXT = (
    "its values are of the type {}, which Spark and DuckDB write differently; write the column as "
    "text or whole numbers"
)
HAS_PARTS = "its values have parts; text is expected"


def kind_of(type_: "DataType") -> str:
    """Return the type in a word; texts are alike, however they are compared where they lie."""
    found = type_.simpleString()
    return "string" if found.startswith(("string", "char", "varchar")) else found


def why_no_text(kind: str) -> str | None:
    """Return why values of a type cannot be counted by; None where they can.

    >>> why_no_text("date"), why_no_text("array<string>")
    (None, 'its values have parts; text is expected')
    """
    if kind in ALIKE | TIMES:
        return None
    return HAS_PARTS if kind.startswith(PARTS) else NO_TEXT.format(kind)


def text_of(functions: Any, column: "Column", kind: str) -> "Column":
    """Return a column as text; nothing is an empty text.

    Args:
        functions: Those of the session: a server has others.
        column: The column.
        kind: Its type, in a word.
    """
    text = column.cast("string")
    if kind == "timestamp":
        # An instant, which DuckDB writes with its place on the clock.
        text = functions.concat(text, functions.lit("+00"))
    found: Column = functions.coalesce(text, functions.lit(""))
    return found
