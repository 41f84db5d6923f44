"""The sentences of a protected report: every figure in them is in a table, or follows from one."""

from analytics.disclosure.derived import HIDDEN, NOT_APPLICABLE, SYMBOLS, TOO_FEW
from reports.charts.labels import day
from reports.protected.figures import change, count, counts_behind
from reports.protected.material import Campaign, Group, Part, Protected
from reports.wording import capital, in_words, listed, people

NO_TESTS = (
    "Counts are rounded, so no test and no interval is worked out of them: this report does "
    "not say whether a difference is larger than chance would give. The commands pass-rates, "
    "compare and retention say so, for internal use."
)
HOW_ROUNDED = (
    "Every count is rounded, and every percentage and every change is worked out from the rounded "
    "counts. A change can therefore differ by a point from the difference of the percentages shown."
)
WHY_HIDDEN = (
    "Some counts are kept back and shown as [c]. A count of very few people could tell a reader "
    "who they are, so it is not printed. Other counts are kept back with it where the small one "
    "could be worked out from them, by taking them from a total. [c] does not stand for nobody: "
    "where there was nobody, 0 is printed."
)
WHY_NOT_SHOWN = {
    HIDDEN: "because a count that it rests on is kept back",
    TOO_FEW: "because too few people entered for a percentage",
    NOT_APPLICABLE: "because a stage has no people",
}
NO_CONTRADICTIONS = (
    "Whether the counts behind this report contradict each other is not said here, because that "
    "would tell more than the rounded counts do; recruit check says so, for internal use."
)
OWN_RECORDS = "The records of recruitment monitoring behind this report"
NO_ACTIVITY = "Recruitment activity is left out of a report that keeps small counts back."
NO_OUTCOMES = (
    "Outcomes are shown for everybody together; they are split by category in large campaigns "
    "only, as the disclosure policy says."
)
NO_WORKFORCE = "There are no headcounts of a workforce that could be shown."
UNCOUNTED = (
    "Percentages of the workforce that are recorded without the people behind them are left out, "
    "because they cannot be protected."
)
NO_MOVEMENTS = "The data behind this report record nobody who joined or left."
NOT_RETENTION = (
    "More people joining than leaving is growth, not retention. Retention is how many of those "
    "employed stay, and takes the number employed."
)
NO_DISMISSALS = (
    "The data behind this report record no dismissals, neither that there were any nor that there "
    "were none."
)
NOTHING_YET = "There are no counts of its candidates yet."
CONCLUSION = (
    "These figures show what happened to whom, and not why. They are rounded and partly kept back, "
    "so that counts of very few people cannot be worked out from them; nor can it be told from "
    "them what chance alone could have given."
)


def policy(material: Protected) -> str:
    """Return the policy in one line, for every page."""
    shown_as = f", shown as {HIDDEN}" if material.hidden else ""
    return (
        f"Disclosure policy: {material.preset.name}. {material.hidden:,} of {material.printed:,} "
        f"counts are kept back{shown_as}; all others are rounded."
    )


def dates(own: Campaign) -> str:
    """Return when a campaign was open, and whether it has figures."""
    route = f" ({own.route[:1].lower()}{own.route[1:]})" if own.route else ""
    counts = "" if own.counts else f" {NOTHING_YET}"
    opened, closed = (each and day(str(each)) for each in (own.opened, own.closed))
    if opened and closed:
        return f"{own.code}{route} was open from {opened} to {closed}.{counts}"
    if opened:
        return f"{own.code}{route} opened on {opened}.{counts}"
    return f"{own.code}{route}: its dates are not recorded.{counts}"


def applied(own: Campaign, part: Part) -> str:
    """Return how many applied to a campaign, withdrew and went on."""
    stage = part.stages[0]
    who = _about(count(part, part.cell(stage)), "candidates", f"entered {stage} of {own.code}")
    as_at = f" The figures describe {day(str(own.as_at))}." if own.as_at else ""
    if own.applications is None:
        return f"{who}{as_at}"
    (before,) = own.applications.stages
    everything, withdrawn = (
        count(own.applications, own.applications.cell(before, outcome=each))
        for each in ("entered", "withdrawn")
    )
    said = [_about(everything, f"applications to {own.code}", "were submitted")]
    if own.says_withdrawn and withdrawn != TOO_FEW:
        said.append(_about(withdrawn, f"applications to {own.code}", "were withdrawn"))
    return f"{' '.join(said)} {who}{as_at}"


def _about(number: str, who: str, did: str) -> str:
    """Return a sentence on a rounded count, which may be kept back.

    >>> _about("4,925", "candidates", "entered Sift")
    'About 4,925 candidates entered Sift.'
    >>> _about("[c]", "candidates", "entered Sift")
    'How many candidates entered Sift is not shown.'
    """
    if number == HIDDEN:
        return f"How many {who} {did} is not shown."
    return f"No {who} {did}." if number == "0" else f"About {number} {who} {did}."


def kept_back(own: Campaign, part: Part) -> str:
    """Return of whom counts of a campaign are kept back, or that none are."""
    hidden = set(part.published.hidden)
    asked = [
        in_words(name)
        for name, _ in part.structure.characteristics
        if any(cell.characteristic == name for cell in hidden)
    ]
    whole = any(cell.is_total and cell.stage in part.stages for cell in hidden)
    said = [*(["of all candidates"] if whole else []), *([f"by {listed(asked)}"] if asked else [])]
    if not said:
        return f"No count of {own.code} is kept back."
    return f"Some counts of {own.code} are kept back: {listed(said)}. They are shown as {HIDDEN}."


def who_entered(own: Campaign, part: Part) -> str:
    """Return the share of each group among those who entered the first stage."""
    stage = part.stages[0]
    said = [
        f"{counts} were {people(group[1])}"
        for group in part.groups
        if (counts := counts_behind(part, part.cell(stage, group)))
    ]
    unsaid = [people(group[1]) for group in part.groups if not _is_said(part, group, stage)]
    hidden = f" The number of {listed(unsaid)} is not shown." if unsaid else ""
    shown = f"Of those who entered {stage} of {own.code}, {listed(said)}." if said else ""
    return f"{shown}{hidden}".strip()


def changed(own: Campaign, part: Part, last: str) -> tuple[str, ...]:
    """Return a sentence on the change of each group's share, in the order of the questions."""
    return tuple(_changed(own, part, group, last) for group in part.groups)


def changes_shown(own: Campaign, part: Part, last: str) -> tuple[str, ...]:
    """Return the same of the groups whose change can be shown."""
    return tuple(
        _changed(own, part, group, last)
        for group in part.groups
        if _moved(part, group, last) not in SYMBOLS
    )


def _changed(own: Campaign, part: Part, group: Group, last: str) -> str:
    first, then = part.cell(part.stages[0], group), part.cell(last, group)
    who, moved = capital(people(group[1])), _moved(part, group, last)
    if moved in SYMBOLS:
        why = WHY_NOT_SHOWN[moved]
        return f"{who} in {own.code}: the change from {first.stage} to {last} is not shown, {why}."
    return (
        f"{who} in {own.code}: {counts_behind(part, first)} at {first.stage}, "
        f"{counts_behind(part, then)} at {last}, {_points(moved)}."
    )


def _moved(part: Part, group: Group, last: str) -> str:
    return change(part, part.cell(part.stages[0], group), part.cell(last, group))


def _points(moved: str) -> str:
    """Return a change in words.

    >>> _points("+2"), _points("-1"), _points("0")
    ('a change of +2 percentage points', 'a change of -1 percentage point', 'not a point apart')
    """
    if moved == "0":
        return "not a point apart"
    noun = "point" if moved.lstrip("+-") == "1" else "points"
    return f"a change of {moved} percentage {noun}"


def _is_said(part: Part, group: Group, stage: str) -> bool:
    return bool(counts_behind(part, part.cell(stage, group)))
