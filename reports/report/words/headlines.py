"""One line on all the changes in representation of one campaign, for the head of its chart."""

from collections.abc import Sequence

from reports.readings import Verdict
from reports.report.words.changes import change_verdict
from reports.report.words.phrases import Row, of
from reports.wording import people


def change_title(rows: Sequence[Row], campaign: str) -> str:
    """Return what there is evidence of, or that there is none; as ``attrition`` says it."""
    if not rows:
        return f"{campaign}: representation of applicants; no later stage to compare yet"
    verdicts = [change_verdict(row) for row in rows]
    if set(verdicts) == {Verdict.unknown}:
        return f"{campaign}: the counts do not allow a test of any change"
    found = [row for row, each in zip(rows, verdicts, strict=True) if each is Verdict.evidence]
    if not found:
        return f"{campaign}: no evidence that any group's representation changed"
    return f"{campaign}: evidence that {'; '.join(map(_moved, found))}"


def _moved(row: Row) -> str:
    moved = "rose" if row["change_pp"] > 0 else "fell"
    return (
        f"representation of {people(row['group'])} {moved} from "
        f"{of(row['from_group'], row['from_base'])} at {row['from_stage']} to "
        f"{of(row['to_group'], row['to_base'])} at {row['to_stage']}"
    )
