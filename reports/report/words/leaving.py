"""How fast a group leaves, in a sentence."""

from reports.leaving_readings import leaving_text
from reports.readings import ALPHA
from reports.report.words.phrases import Row, alone
from reports.wording import capital, compared_with, people


def rate_sentence(row: Row, comparisons: int) -> str:
    """Return what one leaving rate allows to be said.

    Args:
        row: One row of ``rates`` of ``retention``.
        comparisons: How many such rates were compared.
    """
    who, rate = people(row["group"]), leaving_text(row)
    if row["p_adjusted"] is None:
        return f"{capital(who)}: {rate}."
    than = f"than {compared_with(row['reference'])}"
    if row["p_adjusted"] < ALPHA:
        faster = "faster" if row["rate_ratio"] is None or row["rate_ratio"] > 1 else "slower"
        return f"There is evidence that {who} leave {faster} {than}: {rate}."
    if row["p_value"] < ALPHA:
        return (
            f"Whether {who} leave faster or slower {than} is not settled: {rate}. "
            f"{alone(comparisons)}"
        )
    return f"There is no evidence that {who} leave faster or slower {than}: {rate}."
