"""Spark runs the statements of the files, translated as they are run."""

import logging
from pathlib import Path

import pytest

import queries
from queries.candidate_stages import COUNTS, HISTORIES
from recruitment.ingest.national.spark import statements
from recruitment.ingest.national.spark.statements import translated


@pytest.mark.parametrize("name", [COUNTS, HISTORIES])
def test_a_translation_leaves_nothing_to_remark_on(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="sqlglot"):
        assert translated(name).startswith("SELECT")
    assert caplog.records == []


def test_what_is_run_is_what_stands_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "statement", lambda name: f"SELECT '{name}' AS told, $much")
    assert translated("one") == "SELECT 'one' AS told, :much"


def test_no_statement_for_spark_is_kept_anywhere() -> None:
    folder = Path(statements.__file__).parent
    assert not list(folder.rglob("*.sql"))
    assert not [path for path in folder.glob("*.py") if "GROUP BY" in path.read_text("utf-8")]
    assert "GROUP BY" in queries.statement(COUNTS)
