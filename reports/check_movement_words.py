"""What checks of movements, the workforce and populations found, as rows with a plain sentence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from analytics.checks.movements import CheckedMovements
from analytics.checks.wholes import CheckedWholes
from analytics.movement_contradictions import Impossible
from analytics.periods import Period
from reports.cells import bare
from reports.charts.labels import day
from reports.check_words import EVERYBODY, by, who
from reports.movement_notes import arithmetic
from reports.wording import listed

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]


def movement_rows(found: CheckedMovements) -> Iterator[Row]:
    """Yield what movements do not fit, one row each."""
    yield from map(_total, found.totals.to_dicts())
    yield from map(_apart, found.apart.to_dicts())
    yield from map(_impossible, found.impossible)
    yield from map(_reason, found.reasons)


def share_rows(over: "pl.DataFrame") -> Iterator[Row]:
    """Yield wholes whose shares make more than 100 %."""
    for row in over.to_dicts():
        made = bare(row["share_pct"])
        yield _row(
            "shares",
            row,
            _whole(row),
            f"{_when(row)}: the shares {by(row['characteristic'])} make {made}%",
        )


def people_rows(found: CheckedWholes) -> Iterator[Row]:
    """Yield wholes of which the characteristics count other people, or more than there are."""
    for row in found.apart.to_dicts():
        said = f"{_when(row)}: there are {_counted(row)}"
        yield _row("totals", row | {"characteristic": None}, _whole(row), said)
    for row in found.more.to_dicts():
        some = who(EVERYBODY, "All", row["people"])
        said = (
            f"{_when(row)}: {row['people']:,} {some} {by(row['characteristic'])}, but "
            f"{row['everybody']:,} in all"
        )
        numbers = {"recorded": row["people"], "expected": row["everybody"]}
        yield _row("totals", row, _whole(row), said) | numbers


def _total(row: Row) -> Row:
    parts = " + ".join(f"{people:,}" for people in row["parts"])
    said = (
        f"{_period(row)}, {row['direction']} {by(row['characteristic'])}: "
        f"{row['printed_total']:,} is printed as the total, but {parts} = {row['people']:,}"
    )
    numbers = {"recorded": row["printed_total"], "expected": row["people"]}
    return _row("totals", row, _whole(row), said) | numbers | {"place": row["source"]}


def _apart(row: Row) -> Row:
    said = f"{_period(row)}, {row['direction']}: there are {_counted(row)}"
    return _row("totals", row | {"characteristic": None}, _whole(row), said)


def _impossible(found: Impossible) -> Row:
    own, given = found.own, arithmetic(found.signs)
    about = {"characteristic": own.characteristic, "category": found.category}
    some = who(own.characteristic, found.category, found.recorded or found.following)
    said = (
        f"{given} gives {found.following:,} {some}, which cannot be"
        if found.recorded is None
        else f"{found.recorded:,} {some}, but {given} gives {found.following:,}"
    )
    numbers = {"recorded": found.recorded, "expected": found.following}
    when = f"{found.period}, {found.direction}"
    return _row("periods", about, f"{own.unit}, {own.role}", f"{when}: {said}") | numbers


def _reason(row: Row) -> Row:
    some = who(row["characteristic"], row["group"], row["people"])
    said = f"{row['period']}: {row['people']:,} {some} {row['reason']}, but {row['leavers']:,} left"
    numbers = {"recorded": row["people"], "expected": row["leavers"], "category": row["group"]}
    return _row("reasons", row, _whole(row), said) | numbers


def _counted(row: Row) -> str:
    """Return how many people each characteristic counts."""
    pairs = zip(row["characteristic"], row["people"], strict=True)
    return listed([f"{people:,} {by(name)}" for name, people in pairs])


def _row(check: str, about: Row, subject: str, said: str) -> Row:
    return {
        "check": check,
        "subject": subject,
        "characteristic": about["characteristic"],
        "category": about.get("category"),
        "finding": said,
        "contradiction": True,
    }


def _whole(row: Row) -> str:
    return row["area"] if "area" in row else f"{row['unit']}, {row['role']}"


def _period(row: Row) -> str:
    return str(Period(row["period_start"], row["period_end"]))


def _when(row: Row) -> str:
    return day(str(row["as_at"]))
