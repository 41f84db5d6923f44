"""What a reader must know of checks, and what they found in one sentence."""

from collections.abc import Iterator

import polars as pl

from analytics.checks import NAMES
from analytics.checks.duplicates import DUPLICATES
from reports.check_rows import ACCEPTED, ADVICE, CONTRADICTION
from reports.wording import counted

DUPLICATE = (
    "Campaigns with the same counts may be one campaign under two codes, which is then counted "
    "twice: recruit remove --campaign CODE takes one out."
)


def check_headline(findings: pl.DataFrame, looked_at: int) -> str:
    """Return how much was compared, and how much of it does not fit."""
    if not looked_at and findings.is_empty():
        return "There is nothing to compare yet"
    accepted = findings.filter(standing=ACCEPTED).height
    said = [
        contradictions(findings) or "no contradiction",
        f"{accepted:,} accepted at import" if accepted else "",
        advice(findings),
    ]
    return f"{counted(looked_at, 'comparison')}: {', '.join(filter(None, said))}"


def contradictions(findings: pl.DataFrame) -> str:
    """Return how many contradictions were not accepted, in words; nothing where none was."""
    number = findings.filter(standing=CONTRADICTION).height
    return counted(number, "contradiction") if number else ""


def advice(findings: pl.DataFrame) -> str:
    """Return how many pieces of advice there are, in words; nothing where there is none."""
    number = findings.filter(standing=ADVICE).height
    return f"{counted(number, 'piece')} of advice" if number else ""


def on_standing(findings: pl.DataFrame) -> Iterator[str]:
    """Say what the words mean that findings stand under."""
    standing = set(findings["standing"])
    if CONTRADICTION in standing:
        yield "A contradiction is counts that cannot all be true; nothing is mended silently."
    if ACCEPTED in standing:
        yield "Accepted are contradictions that --accept-contradictions kept at import."
    if ADVICE in standing:
        yield (
            "Advice is what is printed wrong beside counts that stand (last digit: one unit in the "
            "last decimal printed; material: further off), and counts that may still change or be "
            "there twice."
        )
    if not findings.filter(check=DUPLICATES).is_empty():
        yield DUPLICATE
    if not findings.filter(~pl.col("check").is_in(NAMES)).is_empty():
        yield (
            "What only the rows of a source could show is as it was at import: the rows are not "
            "kept."
        )


def on_not_compared(printed: int, compared: int) -> Iterator[str]:
    """Say how many printed percentages nothing could be compared with."""
    if printed > compared:
        left = counted(printed - compared, "printed percentage")
        yield f"{left} could not be compared: no number is printed, or not both counts."
