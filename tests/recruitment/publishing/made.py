"""Warehouses with campaigns made at random, and reports on them under a policy."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import duckdb
import numpy as np

from recruitment.publishing.ledger import Entry
from recruitment.publishing.making import Publication, publication
from recruitment.warehouse import change, create
from recruitment.warehouse.connections import in_memory
from recruitment.warehouse.removing import remove_campaigns
from reports.report.assembly import Cover

STAGES = ("Sift", "Interview", "Offer")
SEXES = ("Female", "Male", "Not stated")
ORIGINS = ("BAME", "White", "Not stated")
COVER = Cover("Recruitment", "", dt.date(2025, 6, 30), "")
LABELS = """
    INSERT OR IGNORE INTO characteristics VALUES ('ethnicity', NULL), ('sex', NULL);
    INSERT OR IGNORE INTO categories VALUES
        ('ethnicity', 'BAME', 'group', 1), ('ethnicity', 'White', 'comparator', 2),
        ('ethnicity', 'Not stated', 'not stated', 3),
        ('sex', 'Female', 'group', 1), ('sex', 'Male', 'comparator', 2),
        ('sex', 'Not stated', 'not stated', 3);
"""
WORKFORCE = """
    INSERT INTO workforce VALUES
        ('Mercia', DATE '2025-03-31', 'Officer', 'sex', 'Female', 612, NULL, 'hr.csv'),
        ('Mercia', DATE '2025-03-31', 'Officer', 'sex', 'Male', 1123, NULL, 'hr.csv'),
        ('Mercia', DATE '2025-03-31', 'Officer', 'ethnicity', 'BAME', 3, NULL, 'hr.csv');
    INSERT INTO movements VALUES
        ('Mercia', 'Officer', DATE '2024-04-01', DATE '2025-03-31', 'joined', 'sex', 'Female', 41,
         'hr.csv'),
        ('Mercia', 'Officer', DATE '2024-04-01', DATE '2025-03-31', 'joined', 'sex', 'Male', 63,
         'hr.csv'),
        ('Mercia', 'Officer', DATE '2024-04-01', DATE '2025-03-31', 'left', 'sex', 'Female', 2,
         'hr.csv'),
        ('Mercia', 'Officer', DATE '2024-04-01', DATE '2025-03-31', 'left', 'sex', 'Male', 87,
         'hr.csv');
"""
Person = tuple[str, str, int, str]


def people(seed: int, number: int) -> list[Person]:
    """Candidates: sex, ethnicity, the last stage reached from 0, and what became there."""
    rng = np.random.default_rng(seed)
    sexes = rng.choice(SEXES, number, p=[0.35, 0.6, 0.05]).tolist()
    origins = rng.choice(ORIGINS, number, p=[0.2, 0.72, 0.08]).tolist()
    stages = rng.choice(3, number, p=[0.5, 0.3, 0.2]).tolist()
    outcomes = rng.choice(["failed", "pending"], number, p=[0.95, 0.05]).tolist()
    return list(zip(sexes, origins, stages, outcomes, strict=True))


def fill(
    con: duckdb.DuckDBPyConnection, code: str, candidates: Iterable[Person], as_at: str
) -> None:
    """Put one campaign into a warehouse."""
    con.execute(
        "INSERT INTO campaigns (campaign, title, as_at, source) VALUES ($code, $code, $day, 'x')",
        {"code": code, "day": as_at},
    )
    con.executemany(
        "INSERT INTO stages VALUES (?, ?, ?)",
        [(code, stage, place + 1) for place, stage in enumerate(STAGES)],
    )
    con.executemany(
        "INSERT INTO stage_counts VALUES (?, ?, ?, ?, ?, ?)",
        [(code, *key, count) for key, count in _counts(candidates).items()],
    )


def _counts(candidates: Iterable[Person]) -> Counter[tuple[str, str, str, str]]:
    counts: Counter[tuple[str, str, str, str]] = Counter()
    for sex, origin, last, outcome in candidates:
        for who in (("sex", sex), ("ethnicity", origin)):
            for stage in STAGES[: last + 1]:
                counts[stage, "entered", *who] += 1
            if last < len(STAGES) - 1:
                counts[STAGES[last], outcome, *who] += 1
    return counts


def in_memory_with(campaigns: dict[str, list[Person]]) -> duckdb.DuckDBPyConnection:
    """A warehouse in memory."""
    con = in_memory()
    con.execute(LABELS)
    for code, candidates in campaigns.items():
        fill(con, code, candidates, "2025-06-30")
    return con


def own(folder: Path, campaigns: dict[str, list[Person]], *, workforce: bool = False) -> Path:
    """A warehouse in a file."""
    path = folder / "own.duckdb"
    create(path)
    with change(path) as con:
        con.execute(LABELS)
        for code, candidates in campaigns.items():
            fill(con, code, candidates, "2025-06-30")
        if workforce:
            con.execute(WORKFORCE)
    return path


def go_on(path: Path, code: str, candidates: Iterable[Person], as_at: str) -> None:
    """Let a campaign of a warehouse have other candidates, as of a later day."""
    with change(path) as con:
        remove_campaigns(con, [code], log=False)
        con.execute(LABELS)
        fill(con, code, candidates, as_at)


def made(
    con: duckdb.DuckDBPyConnection,
    preset: str = "public",
    ledger: tuple[Entry, ...] = (),
    sections: tuple[str, ...] = (),
) -> Publication:
    """The report on a warehouse."""
    return publication(con, preset=preset, cover=COVER, ledger=ledger, sections=sections)
