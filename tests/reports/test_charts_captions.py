from typing import TYPE_CHECKING

from reports.charts.captions import footer
from reports.findings import Findings

if TYPE_CHECKING:
    import polars as pl


def _footer(source: str) -> list[str]:
    tables: dict[str, pl.DataFrame] = {}
    return footer(Findings("trend", "Title", source, None, (), tables))


def test_a_short_source_is_given_whole() -> None:
    assert _footer("Report: paragraph 5") == ["Source: Report: paragraph 5"]


def test_of_a_long_source_every_document_is_named_before_places_are_cut() -> None:
    places = "; ".join(f"paragraph {number}, printed otherwise" for number in range(20))
    lines = _footer(f"First report, 2019: {places}. Second report, 2020: {places}")
    assert len(lines) == 3
    assert lines[0] == "Sources: First report, 2019. Second report, 2020."
    assert lines[1].startswith("Places in them: paragraph 0, printed otherwise; paragraph 1,")
    assert lines[2].endswith("\u2026")
