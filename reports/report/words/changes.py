"""A change in representation, in a sentence or two."""

from reports.readings import ALPHA, Verdict, unseen_changes, verdict
from reports.report.words.phrases import Row, alone, of, size
from reports.wording import capital, people


def change_verdict(row: Row) -> Verdict:
    """Return the verdict on one row of ``changes``, as its reading has it.

    The table has no counts of those who wait or withdrew, on whom it hangs whether a small p-value
    is evidence.
    """
    if row["p_adjusted"] is not None and row["p_adjusted"] < ALPHA:
        claimed = str(row["reading"]).startswith("evidence of")
        return Verdict.evidence if claimed else Verdict.against
    return verdict(row)


def change_sentence(row: Row, comparisons: int) -> str:
    """Return what one change in representation allows to be said.

    Args:
        row: One row of ``changes``.
        comparisons: How many changes were looked at together.
    """
    who, ends = people(row["group"]), _ends(row)
    match change_verdict(row):
        case Verdict.evidence:
            moved = "rose" if row["change_pp"] > 0 else "fell"
            return (
                f"There is evidence that the representation of {who} {moved}: {ends}, a change of "
                f"{size(row, 'change')}."
            )
        case Verdict.alone:
            return (
                f"Whether the representation of {who} changed is not settled: {ends}, a change of "
                f"{size(row, 'change')}. {alone(comparisons)}"
            )
        case Verdict.against:
            return (
                f"Whether the representation of {who} changed is not settled: {ends}. So many wait "
                "or withdrew that those with an outcome point the other way."
            )
        case Verdict.too_few:
            return f"There are too few {who} to say whether their representation changed: {ends}."
        case Verdict.none:
            return (
                f"There is no evidence that the representation of {who} changed: {ends}. "
                f"{capital(unseen_changes(row))} percentage points could not have been seen "
                "reliably."
            )
        case _:
            return (
                f"The change in the representation of {who} is not tested, as the counts do not "
                f"allow it: {ends}."
            )


def _ends(row: Row) -> str:
    return (
        f"{of(row['from_group'], row['from_base'])} at {row['from_stage']} and "
        f"{of(row['to_group'], row['to_base'])} at {row['to_stage']}"
    )
