"""Tables of a protected report: one characteristic to a table, in the order of the questions."""

from collections.abc import Iterable, Sequence

from analytics.disclosure.cells import ENTERED
from analytics.disclosure.derived import TOO_FEW
from reports.protected.figures import change, count, heading, is_provisional, share
from reports.protected.material import ALL, Campaign, Group, Part, Protected
from reports.report.model import Table
from reports.wording import in_words

OUTCOMES = {
    ENTERED: "Entered",
    "passed": "Passed",
    "failed": "Failed",
    "pending": "Pending",
    "withdrawn": "Withdrawn",
}
ROUNDED = "Each count is rounded by itself, so that categories need not add up to the total."
COMMUNITY = "Community"
TOO_FEW_PEOPLE = "A percentage is [x] where too few people entered the stage."
CHANGES = (
    "Changes are in percentage points (pp), worked out from the rounded counts and not from the "
    "whole percentages shown."
)


def counts_tables(own: Campaign, part: Part) -> list[Table]:
    """Return how many of each category entered each stage, a table to each characteristic."""
    return [
        _stages(own, part, characteristic, categories, ENTERED)
        for characteristic, categories in part.structure.characteristics
    ]


def outcome_tables(own: Campaign, part: Part) -> list[Table]:
    """Return what became of everybody at each stage, and of each category where that is printed."""
    recorded = [
        each
        for each in OUTCOMES
        if each != ENTERED and any(part.has(part.cell(s, outcome=each)) for s in part.stages)
    ]
    if not recorded:
        return []
    shown = [ENTERED, *recorded]
    everybody = Table(
        f"{own.key}-outcomes",
        f"{own.code}: outcomes at each stage",
        ("Stage", *(OUTCOMES[each] for each in shown)),
        (False, *[True] * len(shown)),
        tuple(
            (_stage(part, s), *(count(part, part.cell(s, outcome=each)) for each in shown))
            for s in part.stages
        ),
    )
    return [everybody, *_split(own, part, recorded)]


def _split(own: Campaign, part: Part, outcomes: Sequence[str]) -> list[Table]:
    return [
        _stages(own, part, characteristic, categories, outcome)
        for characteristic, categories in part.structure.characteristics
        for outcome in outcomes
        if any(
            part.has(part.cell(s, (characteristic, categories[0]), outcome)) for s in part.stages
        )
    ]


def _stages(
    own: Campaign, part: Part, characteristic: str, categories: Sequence[str], outcome: str
) -> Table:
    who = [ALL, *((characteristic, each) for each in categories)]
    what = "candidates" if outcome == ENTERED else outcome
    return Table(
        f"{own.key}-{'people' if outcome == ENTERED else outcome}-{number(part, characteristic)}",
        f"{own.code}: {what} at each stage, by {in_words(characteristic)}",
        ("Stage", *map(heading, who)),
        (False, *[True] * len(who)),
        tuple(
            (_stage(part, s), *(count(part, part.cell(s, each, outcome)) for each in who))
            for s in part.stages
        ),
        (ROUNDED,),
    )


def number(part: Part, characteristic: str) -> int:
    """Return the place of a characteristic, from 1: a key that no label can break."""
    return [name for name, _ in part.structure.characteristics].index(characteristic) + 1


def shares_table(own: Campaign, part: Part) -> Table:
    """Return the share of each group at each stage."""
    rows = tuple(
        (_stage(part, s), *(share(part, part.cell(s, each)) for each in part.groups))
        for s in part.stages
    )
    return Table(
        f"{own.key}-shares",
        f"{own.code}: representation at each stage",
        ("Stage", *(f"{heading(each)} (%)" for each in part.groups)),
        (False, *[True] * len(part.groups)),
        rows,
        _too_few(rows),
    )


def changes_table(own: Campaign, part: Part, last: str) -> Table:
    """Return how the share of each group changed from the first stage to ``last``."""
    first = part.stages[0]
    rows = tuple(
        (
            heading(each),
            share(part, part.cell(first, each)),
            share(part, part.cell(last, each)),
            change(part, part.cell(first, each), part.cell(last, each)),
        )
        for each in part.groups
    )
    return Table(
        f"{own.key}-changes",
        f"{own.code}: change in representation, {first} to {last}",
        ("Group", f"{first} (%)", f"{last} (%)", "Change (pp)"),
        (False, True, True, True),
        rows,
        (CHANGES, *_too_few(rows)),
    )


def _too_few(rows: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return the note on percentages of too few people, where there are such."""
    return (TOO_FEW_PEOPLE,) if any(TOO_FEW in row[1:] for row in rows) else ()


def post_tables(key: str, caption: str, parts: Sequence[Part]) -> list[Table]:
    """Return posts as rows, a table to each characteristic; each part has stages of its own.

    Where somebody is counted by no characteristic, a table of everybody comes first.
    """
    names = dict.fromkeys(name for part in parts for name, _ in part.structure.characteristics)
    alone = [part for part in parts if not part.structure.characteristics]
    tables = [_posts(f"{key}-all", caption, alone, [ALL])] if alone else []
    for place, name in enumerate(names, start=1):
        asked = [part for part in parts if name in dict(part.structure.characteristics)]
        categories = dict.fromkeys(
            each for part in asked for each in dict(part.structure.characteristics)[name]
        )
        who = [ALL, *((name, each) for each in categories)]
        tables.append(_posts(f"{key}-{place}", f"{caption}, by {in_words(name)}", asked, who))
    return tables


def _posts(key: str, caption: str, parts: Sequence[Part], who: Sequence[Group]) -> Table:
    return Table(
        key,
        caption,
        ("Post", *map(heading, who)),
        (False, *[True] * len(who)),
        tuple(_post_rows(parts, who)),
        (ROUNDED,),
    )


def _post_rows(parts: Iterable[Part], who: Sequence[Group]) -> "Iterable[tuple[str, ...]]":
    for part in parts:
        for s in part.stages:
            yield (f"{part.label}: {s}", *(count(part, part.cell(s, each)) for each in who))


def beside_community(
    key: str, caption: str, rows: Sequence[tuple[str, Part, str]], material: Protected
) -> Table | None:
    """Return shares of groups in several parts, each at a stage, and of the community last."""
    groups = list(dict.fromkeys(each for _, part, _ in rows for each in part.groups))
    if not groups:
        return None
    shown = tuple(
        (name, *(share(part, part.cell(stage, each)) for each in groups))
        for name, part, stage in rows
    )
    known = [material.community.get(each, "[x]") for each in groups]
    last = ((COMMUNITY, *known),) if material.community else ()
    return Table(
        key,
        caption,
        ("Of whom", *(f"{heading(each)} (%)" for each in groups)),
        (False, *[True] * len(groups)),
        (*shown, *last),
        (f"{COMMUNITY}: the people of {material.area}, as the source gives them.",) if last else (),
    )


def _stage(part: Part, stage: str) -> str:
    return f"{stage} [p]" if is_provisional(part, stage) else stage
