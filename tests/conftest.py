"""Fixtures that every test may use."""

from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import settings

from recruitment import published
from recruitment.warehouse import open_warehouse

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """The published figures, all of them, in memory."""
    with open_warehouse(subjects=published.ALL) as opened:
        yield opened
