"""What an audit found, in words: how a figure compares, and how it may have come about."""

from analytics.audit.candidates import Candidate, Kind
from analytics.audit.changes import flips_sign
from analytics.audit.explanations import Explanation
from analytics.audit.finding import Finding, What
from analytics.audit.severity import Severity
from reports.wording import listed, people_of

SLIPS = {
    "one too high": "its last digit is one too high",
    "one too low": "its last digit is one too low",
    "rounded twice": "it was rounded to one decimal and filled with a nought",
    "dropped": "a digit was dropped",
    "exchanged": "two digits were exchanged",
    "changed": "one digit was changed",
    "added": "a digit was added",
}
UNDETERMINED = "how it came about is undetermined"
ORIGINS = {
    Kind.other_total: "it is {quotient}, over the total of {rows}",
    Kind.sum_of_parts: "it is {quotient}, over the sum of the parts",
    Kind.shared_denominator: "it is {quotient}, over a total nowhere printed",
    Kind.without_blanks: "it is {quotient}, over those who stated",
    Kind.other_cell: "it is {quotient}, the figure of {people}",
    Kind.other_row: "it is {quotient}, the figure of {rows}",
    Kind.difference: "it is {quotient}, {first} less {last}",
    Kind.digit_slip: "it is the right figure, but {slip}",
    Kind.other_count_and_total: "it is {quotient}, {first} over the total of {last}",
    Kind.fitting_denominator: "{total} is the smallest denominator that fits ({quotient})",
}
# Where another row has to do with it.
ORIGINS_ELSEWHERE = {
    Kind.shared_denominator: (
        "it is {quotient}, the counts of {rows} over {total}, a total nowhere printed"
    ),
    Kind.fitting_denominator: "it is {quotient}, another count over the total of {rows}",
}


def explained(finding: Finding) -> str:
    """Return the explanation of one finding; empty where the figure agrees as printed."""
    if finding.what is What.wording:
        return f"{finding.detail} Instead: “{finding.recomputed}”"
    if finding.severity in {Severity.agrees, Severity.precision}:
        return ""
    if finding.severity is Severity.truncated:
        return f"digits were left off instead of rounded: {_given(finding)}"
    return _wrong(finding)


def _wrong(finding: Finding) -> str:
    match finding.what:
        case What.percentage | What.series:
            return f"{_given(finding)}; {_came_about(finding)}"
        case What.flow:
            return f"{finding.printed} entered, but {finding.detail} make {finding.recomputed}"
        case What.change if flips_sign(finding.printed, finding.recomputed):
            return f"{_given(finding)}, the opposite of what is printed"
        case What.change:
            return _given(finding)
        case _:
            return finding.detail or _given(finding)


def _given(finding: Finding) -> str:
    if finding.numerator is None:
        return f"{finding.detail} is {finding.recomputed}"
    if finding.what is What.growth:
        return f"from {finding.denominator:,} to {finding.numerator:,} is {finding.recomputed}"
    return f"{finding.numerator:,} of {finding.denominator:,} is {finding.recomputed}"


def _came_about(finding: Finding) -> str:
    if finding.explanations:
        return "; or ".join(map(_explanation, finding.explanations))
    return finding.detail or UNDETERMINED


def _explanation(one: Explanation) -> str:
    others = one.support - 1
    if others < 1:
        return _origin(one.found)
    shared = "as is another figure" if others == 1 else f"as are {others} more figures"
    return f"{_origin(one.found)}, {shared} of the row"


def _origin(found: Candidate) -> str:
    rows = [f"“{label}”" for label in found.labels]
    words = ORIGINS_ELSEWHERE.get(found.kind, "") if rows else ""
    return (words or ORIGINS[found.kind]).format(
        quotient=f"{found.numerator:,}/{found.denominator:,}" if found.denominator else "",
        total=f"{found.denominator:,}" if found.denominator else "",
        rows=listed(rows),
        first="".join(rows[:1]),
        last="".join(rows[1:]),
        people=people_of(*found.cell),
        slip=SLIPS.get("".join(found.labels), ""),
    )
