"""A gap in pass rates, of one campaign or pooled over several, in a sentence or two."""

from reports.gap_readings import gap_verdict
from reports.readings import ALPHA, Verdict
from reports.report.words.phrases import Row, alone, of, size, unseen
from reports.wording import capital, compared_with, people

# Why a pooled gap is not the difference of the shares before it.
WITHIN = "comparing within each campaign"


def gap_sentence(row: Row, comparisons: int) -> str:
    """Return what one gap in pass rates allows to be said.

    Args:
        row: One row of ``pass-rates``.
        comparisons: How many gaps were looked at together.
    """
    return _sentence(row, comparisons, f", a gap of {size_of_gap(row)}")


def pooled_sentence(row: Row, comparisons: int) -> str:
    """Return the same of one row of ``compare``, with what pooling hides."""
    within = f"; {WITHIN}, " if ", " in row["campaigns"] else ", "
    said = _sentence(row, comparisons, f"{within}a gap of {size_of_gap(row)}")
    return " ".join(filter(None, [said, _other_way(row), _disagreement(row)]))


def size_of_gap(row: Row) -> str:
    """Return the gap with its interval, or nothing where there is none."""
    return "" if row["gap_pp"] is None else size(row, "gap")


def _sentence(row: Row, comparisons: int, gap: str) -> str:
    who, others = people(row["group"]), compared_with(row["reference"])
    match gap_verdict(row):
        case Verdict.evidence:
            return f"There is evidence that {direction(row)}: {_passed(row)}{gap}."
        case Verdict.alone:
            return (
                f"Whether {who} were more or less likely to pass than {others} is not settled: "
                f"{_passed(row)}{gap}. {alone(comparisons)}"
            )
        case Verdict.too_few:
            return (
                f"There are too few {who} with an outcome to say whether they were more or less "
                f"likely to pass than {others}: {_passed(row)}."
            )
        case Verdict.none:
            return (
                f"There is no evidence of a gap between {who} and {others}: {_passed(row)}. "
                f"{unseen('gap', row['detectable_gap_pp'])}"
            )
        case _:
            return f"{capital(who)} and {others} are not compared: {_passed(row)}."


def direction(row: Row) -> str:
    """Return who was more likely to pass, or less, than whom."""
    likely = "more likely" if row["gap_pp"] > 0 else "less likely"
    return f"{people(row['group'])} were {likely} to pass than {compared_with(row['reference'])}"


def _passed(row: Row) -> str:
    """Return both sides: passed of those with an outcome."""
    return (
        f"{_side(row, '')} of {people(row['group'])} passed and {_side(row, 'reference_')} of "
        f"{compared_with(row['reference'])}"
    )


def _side(row: Row, side: str) -> str:
    passed, failed = row[f"{side}passed"] or 0, row[f"{side}failed"] or 0
    return of(passed, passed + failed)


def _other_way(row: Row) -> str:
    """Say that the counts added up point the other way than the campaigns one by one."""
    ours = row["passed"] * (row["reference_passed"] + row["reference_failed"])
    theirs = row["reference_passed"] * (row["passed"] + row["failed"])
    if row["gap_pp"] is None or (ours - theirs) * row["gap_pp"] >= 0:
        return ""
    return (
        "The counts added up point the other way, because the campaigns differ in size and in how "
        "many pass; the pooled gap is the one to read."
    )


def _disagreement(row: Row) -> str:
    """Say that the campaigns differ, or may, and that one figure does not describe them."""
    p_value, adjusted = row["homogeneity_p"], row["homogeneity_p_adjusted"]
    if p_value is None or p_value >= ALPHA:
        return ""
    if adjusted < ALPHA:
        return (
            "There is evidence that the campaigns differ, so one pooled figure does not describe "
            "them all."
        )
    return "Whether the campaigns differ is not settled; one pooled figure may not describe them."
