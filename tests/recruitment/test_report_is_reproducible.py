"""The same figures give the same bytes, whoever makes the report, where and when."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from reports.renderers import MODULES

ROOT = Path(__file__).parents[2]
# A report with a chart, dated and not.
PROGRAM = """
from dataclasses import replace
from recruitment import published
from recruitment.studies.report import report
from recruitment.warehouse import open_warehouse
from reports.renderers import MODULES, renderer
with open_warehouse(subjects=published.ALL) as con:
    made = report(con, sections=["retention", "data-quality"])
for suffix in MODULES:
    for name, each in (("dated", made), ("undated", replace(made, date=None))):
        with open(f"{name}{suffix}", "wb") as file:
            file.write(renderer(suffix)(each))
"""
PLACES = {
    "here": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    "there": {
        "PYTHONHASHSEED": "77",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C.UTF-8",
        "POLARS_MAX_THREADS": "1",
        "SOURCE_DATE_EPOCH": "86400",
    },
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The hash of each file, by the place in which it was made."""
    hashes = {}
    for place, settings in PLACES.items():
        folder = tmp_path_factory.mktemp(place)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
        subprocess.run([sys.executable, "-c", PROGRAM], cwd=folder, env=environment, check=True)
        hashes[place] = {
            each.name: sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()
        }
    return hashes


@pytest.mark.parametrize("name", ["dated", "undated"])
@pytest.mark.parametrize("suffix", MODULES)
def test_the_bytes_are_the_same_elsewhere(
    made: dict[str, dict[str, str]], name: str, suffix: str
) -> None:
    here, there = (made[place][f"{name}{suffix}"] for place in PLACES)
    assert here == there


def test_the_date_is_told_apart(made: dict[str, dict[str, str]]) -> None:
    files = made["here"]
    assert not [each for each in MODULES if files[f"dated{each}"] == files[f"undated{each}"]]
