"""Tables of the workforce, of movements and of populations that are wrong."""

from tests.recruitment.imports.malformed.case import Case
from tests.recruitment.imports.malformed.tables import (
    MOVEMENTS,
    POPULATIONS,
    WORKFORCE,
    Changes,
    Rows,
    csv_of,
)

HTML = "<b onclick=alert(1)>Police</b>"
SHARES = (("unit", "as_at", "role", "characteristic", "category", "share_pct"), *WORKFORCE[1:])


def workforce(name: str, changes: Changes, *asked: str) -> Case:
    """Return the case of other cells in the workforce."""
    return Case(name, "workforce.csv", csv_of(WORKFORCE, changes), asked)


def shares(name: str, changes: Changes) -> Case:
    """Return the case of shares in place of headcounts."""
    return Case(name, "workforce.csv", csv_of(SHARES, changes), ())


def movements(name: str, changes: Changes, rows: Rows = MOVEMENTS) -> Case:
    """Return the case of other cells in the movements."""
    return Case(name, "movements.csv", csv_of(rows, changes), ())


def populations(name: str, changes: Changes, rows: Rows = POPULATIONS) -> Case:
    """Return the case of other cells in the populations."""
    return Case(name, "populations.csv", csv_of(rows, changes), ())


CASES = (
    workforce("a headcount that is a percentage", {(2, 5): "40%"}),
    workforce("a headcount that is negative", {(2, 5): "-40"}),
    workforce("a headcount of full-time equivalents", {(2, 5): "39.6"}),
    workforce("a headcount with thousands", {(2, 5): "1,240"}),
    workforce("no headcount", {(2, 5): ""}),
    workforce("no unit", {(2, 0): ""}),
    workforce("no role", {(2, 2): ""}),
    workforce("a role with a control character", {(2, 2): "Police\x1b officer"}),
    workforce("a unit in HTML", {(2, 0): HTML, (3, 0): HTML}),
    workforce("a category of nothing known", {(2, 4): "Females only"}),
    workforce("a campaign for a workforce", {}, "--campaign", "LE25", "--title", "x"),
    Case("one group twice", "workforce.csv", csv_of([*WORKFORCE, WORKFORCE[1]]), ()),
    shares("shares over 100", {(2, 5): "140%", (3, 5): "60%"}),
    shares("a share that may be a fraction", {(2, 5): "0.4", (3, 5): "0.6"}),
    shares("shares that do not add up", {(2, 5): "40%", (3, 5): "70%"}),
    shares("a share with a decimal comma", {(2, 5): "40,5%", (3, 5): "59.5%"}),
    movements("a direction that is not known", {(2, 4): "sideways"}),
    movements("no direction", {(2, 4): ""}),
    movements("people that are suppressed", {(2, 7): "<5"}),
    movements("one movement twice", {}, [*MOVEMENTS, MOVEMENTS[1]]),
    movements("no people", {(2, 7): ""}),
    populations("a share in words", {(2, 4): "half"}),
    populations("an estimate", {(2, 4): "about 51%"}),
    populations("neither share nor people", {(2, 4): ""}),
    populations("no area", {(2, 0): ""}),
    populations("an area of 201 characters", {(2, 0): "A" * 201}),
)
