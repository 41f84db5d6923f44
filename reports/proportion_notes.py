"""What a reader must know to read shares beside a benchmark right, one sentence to a note."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from reports.cells import bare
from reports.charts.labels import day
from reports.proportion_readings import body, place, short_reading
from reports.wording import counted, in_words, listed


def on_tests(rows: pl.DataFrame, confidence_level: float) -> Iterator[str]:
    """Say what the tests and intervals are, and over which family they are adjusted."""
    tested = rows["p_value"].count()
    if tested:
        yield (
            "Exact binomial test against the benchmark, as if the people had been drawn from the "
            "community at random; the adjusted p allows for the "
            f"{counted(tested, 'comparison')} shown (Holm); intervals are "
            f"{100 * confidence_level:g}% confidence intervals (Wilson). Short is how many more of "
            "the group, the total unchanged, would make the benchmark share: a size, not a target."
        )


def on_printed_shares(rows: pl.DataFrame) -> Iterator[str]:
    """Say how counts come from printed shares."""
    printed = rows.filter(pl.col("printed_pct").is_not_null(), pl.col("people").is_not_null())
    several = printed.filter(pl.col("people_low") < pl.col("people_high"))
    choice = (
        "; of several the nearest is shown, the interval holds for all, and p is the largest of any"
    )
    if printed.height:
        yield (
            "A share printed without counts, of a known headcount, stands for the counts that "
            f"round to it{choice if several.height else ''}."
        )


def on_headcounts(rows: pl.DataFrame, known: pl.DataFrame) -> Iterator[str]:
    """Say which headcounts were given, and which are missing, with the nearest that is known.

    Args:
        rows: The shares shown.
        known: The rows of ``queries.workforce``, among them headcounts of everybody.
    """
    recorded = pl.coalesce("added_up", "everybody").is_not_null() | pl.col("role").is_null()
    given = rows.filter(~recorded).drop_nulls("stated_out_of")
    for role, number in given.select("role", "stated_out_of").unique(maintain_order=True).rows():
        yield f"{role}: the headcount of {number:,} was given with --headcount."
    without = rows.filter(pl.col("out_of").is_null() & pl.col("fits")).unique(
        ["unit", "role", "as_at"], maintain_order=True
    )
    for (as_at,), own in without.group_by(["as_at"], maintain_order=True):
        nearest = {row["role"]: _nearest_known(row, known) for row in own.to_dicts()}
        roles = listed([_headcount(*each) for each in nearest.items()])
        yield f"No headcount on {day(str(as_at))}, so no test: {roles}. {_example(nearest)}"


def on_what_does_not_fit(rows: pl.DataFrame) -> Iterator[str]:
    """Name shares and headcounts that contradict each other."""
    for row in rows.filter(~pl.col("fits")).to_dicts():
        count = row["headcount"]
        figure = f"{bare(row['printed_pct'])}% as printed" if count is None else f"{count:,}"
        yield (
            f"{row['role']}, {row['group']}: {figure} cannot be out of a headcount of "
            f"{row['stated_out_of']:,}, so it is not tested."
        )
    unequal = rows.filter(pl.col("added_up") != pl.col("everybody"))
    for row in unequal.unique(["unit", "role", "characteristic"], maintain_order=True).to_dicts():
        yield (
            f"{row['role']}, {in_words(row['characteristic'])}: the categories add up to "
            f"{row['added_up']:,}, but the headcount is {row['everybody']:,}; the sum is used."
        )


def on_other_blank(rows: pl.DataFrame, other: pl.DataFrame, blank: str) -> Iterator[str]:
    """Say where the reading would be another under the other treatment of Not stated, and which."""
    treated = "left out" if blank == "include" else "counted"
    changed: dict[tuple[str, str], dict[str, list[str]]] = {}
    twins = {_key(row): row for row in other.to_dicts()}
    for row in rows.to_dicts():
        twin = twins[_key(row)]
        if short_reading(row) != short_reading(twin):
            readings = changed.setdefault((body(row), row["group"]), {})
            readings.setdefault(short_reading(twin), []).append(place(row))
    for (where, group), readings in changed.items():
        said = [f"{reading} at {listed(places)}" for reading, places in readings.items()]
        yield f"{where}, {group}: with Not stated {treated} the reading is {'; '.join(said)}."


def _key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("population", "role", "characteristic", "group"))


def _nearest_known(row: Mapping[str, Any], known: pl.DataFrame) -> dict[str, Any] | None:
    own = known.filter(unit=row["unit"], role=row["role"], characteristic="all").to_dicts()
    return min(own, key=lambda each: abs(each["as_at"] - row["as_at"]), default=None)


def _headcount(role: str, nearest: Mapping[str, Any] | None) -> str:
    if nearest is None:
        return f"{role} (none known)"
    return f"{role} ({nearest['headcount']:,} on {day(str(nearest['as_at']))})"


def _example(nearest: Mapping[str, Mapping[str, Any] | None]) -> str:
    """Say how to test with a headcount, that of a role for which some date has one if there is."""
    role = next((role for role, found in nearest.items() if found), next(iter(nearest)))
    found = nearest[role]
    number = found["headcount"] if found else "N"
    return f"--headcount '{role}={number}' tests with that headcount."
