"""What a reader must know to read shares beside a benchmark right, one sentence to a note."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from reports.charts.labels import day
from reports.proportion_readings import bare, body, place, short_reading, who
from reports.wording import CHARACTERISTICS, listed

TOO_OLD = 10  # years
# How sources word a figure that is a lower, or an upper, limit of the true one.
AT_LEAST, AT_MOST = ("over", "at least", "more than"), ("almost", "less than", "under", "up to")


def on_benchmarks(rows: pl.DataFrame) -> Iterator[str]:
    """Name each benchmark with its area and date, and say what its quality does to a gap."""
    keys = ["area", "benchmark_as_at"]
    once = rows.unique([*keys, "characteristic", "group"], maintain_order=True)
    for (area, as_at), own in once.group_by(keys, maintain_order=True):
        named = [f"{who(row)} {row['benchmark']}" for row in own.to_dicts()]
        when = f", {day(str(as_at))}" if as_at else ""
        yield f"Benchmark ({area}{when}): {listed(named)}; tests take it as exact."
    for row in rows.unique(["group", "benchmark"], maintain_order=True).to_dicts():
        yield from _limited(row)


def _limited(row: Mapping[str, Any]) -> Iterator[str]:
    quality = row["benchmark_quality"] or ""
    for words, other, side in ((AT_LEAST, "higher", "below"), (AT_MOST, "lower", "above")):
        if any(word in quality for word in words):
            opposite = "above" if side == "below" else "below"
            yield (
                f"{_capital(who(row))}, {row['benchmark']}: the community's share may be {other}, "
                f"so a gap {side} is at least as large as shown, and one {opposite} may be "
                "smaller, or none."
            )


def on_old_benchmarks(rows: pl.DataFrame) -> Iterator[str]:
    """Warn of benchmarks more than ten years older than the data beside them."""
    for row in rows.drop_nulls(["as_at", "benchmark_as_at"]).to_dicts():
        if _years_before(row["as_at"], TOO_OLD) > row["benchmark_as_at"]:
            yield (
                f"Warning: the benchmark of {who(row)} ({row['area']}) is of "
                f"{day(str(row['benchmark_as_at']))}, more than ten years before "
                f"{day(str(row['as_at']))}."
            )


def on_other_areas(rows: pl.DataFrame, asked: str | None) -> Iterator[str]:
    """Name the characteristics for which another area stands in for the one asked for."""
    if asked is None:
        return
    other = rows.filter(pl.col("area") != asked)
    for (area,), own in other.group_by(["area"], maintain_order=True):
        names = [
            CHARACTERISTICS.get(name, name)
            for name in own["characteristic"].unique(maintain_order=True)
        ]
        verb = "has" if len(names) == 1 else "have"
        yield f"{listed(names)} {verb} no benchmark for {asked}: that of {area} stands in."


def on_tests(rows: pl.DataFrame, confidence_level: float) -> Iterator[str]:
    """Say what the tests and intervals are, and over which family they are adjusted."""
    tested = rows["p_value"].count()
    comparisons = "1 comparison" if tested == 1 else f"{tested} comparisons"
    if tested:
        yield (
            "Exact binomial test against the benchmark, as if the people had been drawn from the "
            f"community at random; the adjusted p allows for the {comparisons} shown (Holm); "
            f"intervals are {100 * confidence_level:g}% confidence intervals (Wilson). Short is "
            "how many more of the group, the total unchanged, would make the benchmark share: a "
            "size, not a target."
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
    """Say which headcounts were declared, and which are missing, with the nearest that is known.

    Args:
        rows: The shares shown.
        known: The rows of ``queries.workforce``, among them headcounts of everybody.
    """
    recorded = pl.coalesce("added_up", "everybody").is_not_null() | pl.col("role").is_null()
    declared = rows.filter(~recorded).drop_nulls("stated_out_of")
    for role, number in declared.select("role", "stated_out_of").unique(maintain_order=True).rows():
        yield f"{role}: the headcount of {number:,} is as declared with --headcount."
    without = rows.filter(pl.col("out_of").is_null() & pl.col("fits")).unique(
        ["unit", "role", "as_at"], maintain_order=True
    )
    for (as_at,), own in without.group_by(["as_at"], maintain_order=True):
        nearest = {row["role"]: _nearest_known(row, known) for row in own.to_dicts()}
        roles = listed([_headcount(*each) for each in nearest.items()])
        yield f"No headcount at {day(str(as_at))}, so no test: {roles}. {_example(nearest)}"


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
            f"{row['role']}, {row['characteristic'].replace('_', ' ')}: the categories add up to "
            f"{row['added_up']:,}, but the headcount is {row['everybody']:,}; the sum is used."
        )


def on_no_benchmark(shares: pl.DataFrame, rows: pl.DataFrame) -> Iterator[str]:
    """Name the characteristics that no benchmark is known for."""
    for name in missing_benchmarks(shares, rows):
        if name == "home_area":
            yield (
                "Home area is left out: its benchmark is how the population is spread over the "
                "areas; --weights says so, such as --weights city=.32,county=.64,rutland=.04."
            )
        else:
            label = CHARACTERISTICS.get(name, name.replace("_", " ").capitalize())
            yield f"{label} is left out: no area has a benchmark for it."


def missing_benchmarks(shares: pl.DataFrame, rows: pl.DataFrame) -> Sequence[str]:
    """Return the characteristics of ``shares`` that are in none of ``rows``."""
    left = shares.join(rows, on="characteristic", how="anti", maintain_order="left")
    names: list[str] = left["characteristic"].unique(maintain_order=True).to_list()
    return names


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
    return f"{role} ({nearest['headcount']:,} at {day(str(nearest['as_at']))})"


def _example(nearest: Mapping[str, Mapping[str, Any] | None]) -> str:
    """Say how to test with a headcount, that of a role for which some date has one if there is."""
    role = next((role for role, found in nearest.items() if found), next(iter(nearest)))
    found = nearest[role]
    number = found["headcount"] if found else "N"
    return f"--headcount '{role}={number}' tests with that headcount."


def _years_before(date: dt.date, years: int) -> dt.date:
    """Return the date so many years earlier; 29 February becomes 28."""
    leap_day = (date.month, date.day) == (2, 29)
    return date.replace(year=date.year - years, day=28 if leap_day else date.day)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
