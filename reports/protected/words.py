"""The sentences of a protected report: every figure in them is in a table, or follows from one."""

from reports.charts.labels import day
from reports.protected.figures import HIDDEN, change, count, counts_behind, share
from reports.protected.material import Campaign, Part, Protected
from reports.wording import capital, listed, people

NO_TESTS = (
    "Counts are rounded, so no test and no interval is worked out of them: this report does not say "
    "whether a difference is larger than chance would give. The commands pass-rates, compare and "
    "retention say so, for internal use."
)
HOW_ROUNDED = (
    "Every percentage and every change is worked out from the rounded counts that are printed, and "
    "hidden with them."
)
NO_CONTRADICTIONS = (
    "Whether counts behind this report contradict each other is not said here, because it takes "
    "true counts; recruit check names them for internal use."
)
NO_ACTIVITY = "Numbers of recruitment activity are left out of a protected report."
NO_OUTCOMES = (
    "Outcomes are shown for everybody together; they are split by category in large campaigns only, "
    "as the disclosure policy says."
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
    "These figures show what happened to whom, and not why. They are rounded and partly hidden, so "
    "that nobody can be singled out; what chance alone could have given cannot be told from them."
)


def policy(material: Protected) -> str:
    """Return the policy in one line, for every page."""
    return (
        f"Disclosure policy: {material.preset.name}. {material.hidden:,} of {material.printed:,} "
        f"counts are hidden, shown as {HIDDEN}."
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
    entered = (
        f"{count(part, part.cell(part.stages[0]))} candidates entered {part.stages[0]} of {own.code}."
    )
    as_at = f" The figures describe {day(str(own.as_at))}." if own.as_at else ""
    if own.applications is None:
        return f"{entered}{as_at}"
    (stage,) = own.applications.stages
    everything, withdrawn = (
        count(own.applications, own.applications.cell(stage, outcome=each))
        for each in ("entered", "withdrawn")
    )
    left = "" if withdrawn == "[x]" else f", of which {withdrawn} were withdrawn"
    return f"{everything} applications to {own.code} were submitted{left}. {entered}{as_at}"


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


def _changed(own: Campaign, part: Part, group: tuple[str, str], last: str) -> str:
    first = part.cell(part.stages[0], group)
    then = part.cell(last, group)
    who = capital(people(group[1]))
    ends = [share(part, first), share(part, then)]
    moved = change(part, first, then)
    if any(each.startswith("[") for each in (*ends, moved)):
        return f"{who} in {own.code}: no change from {first.stage} to {last} can be shown."
    return (
        f"{who} in {own.code}: {counts_behind(part, first)} at {first.stage}, "
        f"{counts_behind(part, then)} at {last}, a change of {moved} percentage points."
    )


def _is_said(part: Part, group: tuple[str, str], stage: str) -> bool:
    return bool(counts_behind(part, part.cell(stage, group)))
