"""The one bridge between DuckDB and Polars; neither pyarrow nor pandas is needed."""

from typing import Any


class ArrowStream:
    """Hand on the Arrow C stream of a DuckDB relation or a Polars frame, and nothing else of it.

    DuckDB wants pyarrow when it recognises a Polars frame. Polars caches the type of all it reads,
    and a cached DuckDB type makes the interpreter report leaks on stderr as it ends. Behind this
    class each sees a plain stream.
    """

    __slots__ = ("_source",)

    def __init__(self, source: Any) -> None:
        self._source = source

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._source.__arrow_c_stream__(requested_schema)
