"""How long thousands of campaigns take: ``python benchmarks/many_campaigns.py [CAMPAIGNS ...]``.

Made-up campaigns of eight stages and five characteristics, as if 43 forces had run a hundred each,
are added to a warehouse; then ``pass-rates`` and ``compare`` look at all of them, and ``audit`` at
a document and a table of as many that are planted with errors (``many_reports.py``). What the cost
grows with is shown by the milliseconds to a campaign: they should not rise.
"""

import datetime as dt
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from many_reports import WRITERS, reports

from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.frames import PRINTED, TOTALS, frame
from recruitment.ingest.mapping.mapping import Category, Characteristic
from recruitment.studies.audit import audit_document
from recruitment.studies.compare import compare
from recruitment.studies.pass_rates import pass_rates
from recruitment.warehouse import change, create, open_warehouse
from recruitment.warehouse.adding import add_campaigns
from recruitment.warehouse.records import Campaign
from reports.tabular import render_json

if TYPE_CHECKING:
    from collections.abc import Callable

    import duckdb

    from reports.findings import Findings

SIZES, FORCES, SEED = (100, 1_000, 5_000), 43, 2020
STAGES = tuple(f"Stage {place}" for place in range(1, 9))
OUTCOMES = ("passed", "failed", "pending", "withdrawn")
BLANK = 0.04
GROUPS = {
    "ethnicity": ("BAME", "White", 0.17),
    "sex": ("Female", "Male", 0.38),
    "sexual_orientation": ("LGBT+", "Not LGBT+", 0.08),
    "disability": ("Disabled", "Not disabled", 0.05),
    "age": ("50 and over", "Under 50", 0.09),
}
CHARACTERISTICS = tuple(
    Characteristic(
        name,
        (
            Category(group, "group"),
            Category(other, "comparator"),
            Category("Not stated", "not stated"),
        ),
        {},
    )
    for name, (group, other, _) in GROUPS.items()
)
COUNTS = ("stage", "outcome", "characteristic", "category", "candidates")


def counts(rng: np.random.Generator) -> CampaignCounts:
    """Return the counts of one campaign, the same people whatever they are counted by."""
    people, stages = int(rng.integers(80, 1_500)), []
    for rate in rng.uniform(0.55, 0.95, len(STAGES)):
        passed = int(rng.binomial(people, rate))
        pending, withdrawn = rng.multinomial(people - passed, [0.01, 0.05, 0.94])[:2].tolist()
        stages.append((passed, people - passed - pending - withdrawn, pending, withdrawn))
        people = passed
    rows = [
        (stage, outcome, each.name, category.name, number)
        for each in CHARACTERISTICS
        for stage, outcome, numbers in _split(stages, GROUPS[each.name][2], rng)
        for category, number in zip(each.categories, numbers, strict=True)
    ]
    table = pl.DataFrame(rows, schema=list(COUNTS), orient="row")
    none = frame(TOTALS, []), frame(PRINTED, [])
    return CampaignCounts("made up", None, STAGES, CHARACTERISTICS, table, *none, len(rows))


def _split(
    stages: list[tuple[int, ...]], share: float, rng: np.random.Generator
) -> list[tuple[str, str, list[int]]]:
    """Share out the people of each stage and outcome among group, comparator and blanks."""
    found = []
    here = rng.multinomial(sum(stages[0]), [share, 1 - BLANK - share, BLANK])
    for stage, outcomes in zip(STAGES, stages, strict=True):
        found.append((stage, "entered", here.tolist()))
        left, passed = here, here
        for outcome, people in zip(OUTCOMES, outcomes, strict=True):
            those = rng.multivariate_hypergeometric(left, people)
            found.append((stage, outcome, those.tolist()))
            left, passed = left - those, those if outcome == "passed" else passed
        here = passed
    return found


def make(path: Path, campaigns: int) -> None:
    """Make a warehouse of so many campaigns."""
    rng = np.random.default_rng(SEED)
    create(path)
    with change(path) as con:
        add_campaigns(con, [(_campaign(place), counts(rng)) for place in range(campaigns)])


def _campaign(place: int) -> Campaign:
    opened = dt.date(2000, 1, 1) + dt.timedelta(days=place)
    code = f"F{place % FORCES:02}-{place // FORCES:03}"
    dates = (opened, opened + dt.timedelta(days=60), None)
    return Campaign(code, code, None, *dates, None, None, "made up")


def _timed(name: str, campaigns: int, work: "Callable[[], Findings]") -> None:
    start = time.process_time()
    findings = work()
    found = time.process_time()
    size = len(render_json(findings))
    written = time.process_time()
    each = [1000 * seconds / campaigns for seconds in (found - start, written - found)]
    print(
        f"{campaigns:6,} campaigns  {name:<10}  {found - start:7.2f} s, {each[0]:5.2f} ms to a "
        f"campaign; {size / 1e6:6.1f} MB of JSON in {written - found:6.2f} s, {each[1]:5.2f} ms"
    )


def main() -> None:
    """Make, look, and show how long it took."""
    for campaigns in [int(size) for size in sys.argv[1:]] or SIZES:
        with TemporaryDirectory() as folder:
            path = Path(folder, "many.duckdb")
            make(path, campaigns)
            with open_warehouse(path) as con:
                _look(con, campaigns)
            _audit(Path(folder), campaigns)


def _look(con: "duckdb.DuckDBPyConnection", campaigns: int) -> None:
    codes = [code for (code,) in con.table("campaigns").select("campaign").fetchall()]
    _timed("pass-rates", campaigns, lambda: pass_rates(con))
    _timed("compare", campaigns, lambda: compare(con, campaigns=codes))


def _audit(folder: Path, campaigns: int) -> None:
    made = list(reports(campaigns))
    for suffix, write in WRITERS.items():
        path = folder / f"many{suffix}"
        write(made, path)
        _timed(f"audit {suffix}", campaigns, lambda path=path: audit_document(path))


if __name__ == "__main__":
    main()
