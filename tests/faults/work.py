"""The smallest program that changes a warehouse: ``python work.py FILE LABEL...``.

Each label becomes a campaign with its counts and its entry in the log, in a change of its own.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from recruitment.errors import UserError
from recruitment.warehouse import change

ADD = """
    INSERT INTO characteristics VALUES ('sex', NULL) ON CONFLICT DO NOTHING;
    INSERT INTO categories VALUES ('sex', 'Female', 'group', 1) ON CONFLICT DO NOTHING;
"""
CAMPAIGN = "INSERT INTO campaigns (campaign, title, source) VALUES ($label, $label, 'work.csv')"
STAGES = "INSERT INTO stages SELECT $label, 'Stage ' || n, n FROM range(1, 21) AS stages (n)"
COUNTS = """
    INSERT INTO stage_counts
    SELECT campaign, stage, outcome, 'sex', 'Female', 100 - stage_order
    FROM stages, (VALUES ('entered'), ('failed')) AS outcomes (outcome)
    WHERE campaign = $label
"""
LOG = """
    INSERT INTO imports (import_id, imported_at, version, action, subject, campaign)
    SELECT count(*) + 1, TIMESTAMP '2025-04-01 12:00:00', '0', 'imported', 'campaign', $label
    FROM imports
"""


def add(path: Path, label: str) -> None:
    """Add a campaign of that code, in one change."""
    with change(path) as con:
        con.execute(ADD)
        for statement in (CAMPAIGN, STAGES, COUNTS, LOG):
            con.execute(statement, {"label": label})


def main(path: Path, labels: list[str]) -> int:
    """Add all labels; return the exit code that the command line would."""
    try:
        for label in labels:
            add(path, label)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
