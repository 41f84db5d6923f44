"""The candidates of LE19, made up so that they have the published counts."""

from collections import Counter
from collections.abc import Iterator

import duckdb

STAGES = (
    *("Application", "Telephone interview", "Face to face interview", "Assessment centre"),
    *("Pre-employment checks", "Offer"),
)
HEADINGS = {
    "ethnicity": "Ethnicity",
    "sex": "Gender",
    "disability": "Disability",
    "sexual_orientation": "Sexual orientation",
}
# As people answer, and as systems leave blanks.
SAID = {"Not stated": "", "Not disabled": "No", "Disabled": "Yes", "Not LGBT+": "Heterosexual"}
Person = dict[str, str]


def candidates(con: duckdb.DuckDBPyConnection) -> list[Person]:
    """Return one candidate each: key, where they ended, what became of them there, answers.

    Of every group that ended alike, as many have a category as are printed; who has which category
    of another characteristic is not printed, and does not matter here.
    """
    people: list[Person] = []
    for stage, outcome in _endings():
        answers = {code: list(_answers(con, stage, outcome, code)) for code in HEADINGS}
        for each in zip(*answers.values(), strict=True):
            key = f"LE19-{len(people) + 1:04}"
            said = dict(zip(HEADINGS.values(), each, strict=True))
            people.append({"Candidate ID": key, "Stage": stage, "Outcome": outcome} | said)
    return people


def per_stage(people: list[Person]) -> list[Person]:
    """Return one row per candidate and stage.

    At Application 48 people left sexual orientation blank and 7 of them failed, but 39 and not 41
    went on: two who answered later are the only candidates who can have done that.
    """
    rows = [
        person | {"Stage": stage, "Outcome": person["Outcome"] if person["Stage"] == stage else ""}
        for person in people
        for stage in STAGES[: STAGES.index(person["Stage"]) + 1]
    ]
    late = [
        row
        for row in rows
        if row["Stage"] == "Application"
        and row["Outcome"] == ""
        and row["Sexual orientation"] == "Heterosexual"
    ]
    for row in late[:2]:
        row["Sexual orientation"] = ""
    return rows


def furthest(people: list[Person]) -> list[Person]:
    """Return one row per candidate with the furthest stage."""
    return [
        {"Furthest stage" if name == "Stage" else name: text for name, text in person.items()}
        for person in people
    ]


def dated(people: list[Person]) -> list[Person]:
    """Return one row per candidate with a date per stage."""
    rows = []
    for person in people:
        reached = STAGES.index(person["Stage"]) + 1
        days = {
            f"{stage} date": f"{day + 1:02}/05/2019" if day < reached else ""
            for day, stage in enumerate(STAGES)
        }
        rows.append({name: text for name, text in person.items() if name != "Stage"} | days)
    return rows


def _endings() -> Iterator[tuple[str, str]]:
    yield from ((stage, "Unsuccessful") for stage in STAGES[:-1])
    yield from ((stage, "In progress") for stage in STAGES[3:5])
    yield "Offer", ""


def _answers(con: duckdb.DuckDBPyConnection, stage: str, outcome: str, code: str) -> Iterator[str]:
    counted = {"Unsuccessful": "failed", "In progress": "pending", "": "entered"}[outcome]
    found = con.execute(
        "SELECT category, candidates FROM stage_counts WHERE campaign = 'LE19' AND stage = ? "
        "AND outcome = ? AND characteristic = ? ORDER BY category",
        [stage, counted, code],
    ).fetchall()
    for category in Counter(dict(found)).elements():
        yield SAID.get(category, category)
