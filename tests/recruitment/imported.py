"""A warehouse into which a campaign that contradicts itself was imported, and accepted so."""

from pathlib import Path

from analytics.checks.identity import identity
from recruitment.warehouse import change, create

SHA256 = "ab" * 32
COUNTS = """
    INSERT INTO characteristics VALUES ('sex', NULL);
    INSERT INTO categories VALUES ('sex', 'Female', 'group', 1), ('sex', 'Male', 'comparator', 2);
    INSERT INTO campaigns (campaign, title, source) VALUES ('LE25', 'LE25', 'le25.csv');
    INSERT INTO stages VALUES ('LE25', 'Sift', 1), ('LE25', 'Offer', 2);
    INSERT INTO stage_counts VALUES
        ('LE25', 'Sift', 'entered', 'sex', 'Female', 40),
        ('LE25', 'Sift', 'entered', 'sex', 'Male', 60),
        ('LE25', 'Sift', 'failed', 'sex', 'Female', 10),
        ('LE25', 'Sift', 'failed', 'sex', 'Male', 20),
        ('LE25', 'Offer', 'entered', 'sex', 'Female', 29),
        ('LE25', 'Offer', 'entered', 'sex', 'Male', 40);
    INSERT INTO printed_percentages VALUES
        ('LE25', 1, 'Sift', 'Sift', 'entered', 'sex', 'Female', '41%', 40, 100, 'le25.csv, row 3');
"""
LOG = """
    INSERT INTO imports VALUES
        (1, TIMESTAMP '2025-05-01 08:00:00', '0.1.0', 'removed', 'campaign', NULL, NULL, NULL, NULL,
         NULL, NULL, NULL, NULL, NULL, NULL),
        (2, TIMESTAMP '2025-05-02 09:30:15', '0.1.0', 'imported', 'campaign', 'LE25',
         'candidates, one row per stage', 'le25.csv', $sha256, 1234, 'own.toml', $sha256,
         '{"sheet": "A"}', 170, 100);
"""
OUTCOMES = {
    "check": "outcomes",
    "rule": "left",
    "stage": "Sift",
    "characteristic": "sex",
    "category": "Female",
    "entered": 40,
    "failed": 10,
    "passed": 29,
    "recorded": 29,
    "expected": 30,
    "next_stage": "Offer",
    "entered_next": 29,
}
ACCEPTED = """
    INSERT INTO import_findings VALUES
        (2, 1, 'rows', 'le25.csv, row 8', '2 candidates have two outcomes at Sift', true, NULL),
        (2, 2, 'outcomes', 'LE25',
         'Sift: of 40 women 10 failed, which leaves 30, but 29 entered Offer', true, $outcomes),
        (2, 3, 'percentages', 'le25.csv, row 3',
         'Sift, women: 41% is printed, but 40 of 100 is 40.00% (material)', false, NULL);
"""


def imported(folder: Path, *, accepted: bool = True) -> Path:
    """Return the warehouse; without ``accepted`` nothing was named at import."""
    path = folder / "own.duckdb"
    create(path)
    with change(path) as con:
        con.execute(COUNTS)
        con.execute(LOG, {"sha256": SHA256})
        if accepted:
            con.execute(ACCEPTED, {"outcomes": identity(OUTCOMES)})
    return path
