"""Every command run once on a warehouse of one's own, and a warehouse to begin with."""

from itertools import product
from pathlib import Path

import pytest

from tests.recruitment.private_data.people import LAYOUTS, SUFFIXES, candidates, written
from tests.recruitment.private_data.tables import ROUTE, STAGE_COUNTS, TITLE, WORKFORCE
from tests.recruitment.watched import Watch


@pytest.fixture(scope="session")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Watch:
    """Every command on a warehouse of one's own, with candidates in all layouts and files."""
    found = Watch(tmp_path_factory.mktemp("private"))
    found.recruit("init", found.db)
    for layout, suffix in product(LAYOUTS, SUFFIXES):
        source = written(candidates(layout), found.sources / f"{layout}{suffix}")
        found.imported(source, "--campaign", f"{layout}{suffix}", "--cross", "ethnicity,sex")
    titled = ("--title", TITLE, "--route", ROUTE, "--opened", "2025-04-01")
    counts = written(STAGE_COUNTS, found.sources / "counts.xlsx")
    found.imported(counts, "--campaign", "COUNTS", *titled)
    found.imported(written(WORKFORCE, found.sources / "workforce.parquet"))
    found.imported(found.sources / "per-stage.csv", "--explain")
    for command in ("campaigns", "attrition", "check", "log"):
        found.recruit(command, "--db", found.db, "--format", "json")
    charted = ("--campaign", "dates.csv", "--characteristic", "sex", "--output")
    for name in ("chart.png", "page.html", "book.xlsx"):
        found.recruit("attrition", "--db", found.db, *charted, found.own / name)
    published = ("--campaign", "per-stage.csv", "--output", found.own / "panel.md")
    found.recruit("report", "--db", found.db, *published)
    found.recruit("backup", found.own / "copy.duckdb", "--db", found.db)
    found.recruit("remove", "--campaign", "per-stage.csv", "--db", found.db)
    return found


@pytest.fixture
def fresh(tmp_path: Path) -> Watch:
    found = Watch(tmp_path / "private")
    assert found.recruit("init", found.db) == 0
    return found
