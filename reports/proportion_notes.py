"""What a reader must know to read shares beside a benchmark right, one sentence to a note."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from analytics.printed_share import counts_behind
from reports.cells import bare
from reports.charts.labels import day
from reports.wording import counted, few, in_words, share


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
    printed = rows.filter(
        pl.col("printed_pct").is_not_null(),
        pl.col("people").is_not_null(),
        pl.col("headcount").is_null(),
    )
    several = printed.filter(pl.col("people_low") < pl.col("people_high"))
    choice = (
        "; of several the share is shown as printed and the people as a range, the interval holds "
        "for all, and p is the largest of any"
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
    keys = ["unit", "role", "stated_out_of"]
    for row in given.unique(keys, maintain_order=True).to_dicts():
        number = row["stated_out_of"]
        yield f"{_post(row, rows)}: the headcount of {number:,} was given with --headcount."
    without = rows.filter(pl.col("out_of").is_null() & pl.col("fits")).unique(
        ["unit", "role", "as_at"], maintain_order=True
    )
    for (as_at,), own in without.group_by(["as_at"], maintain_order=True):
        nearest = [(row, _nearest_known(row, known)) for row in own.to_dicts()]
        roles = few([_headcount(_post(row, without), found) for row, found in nearest])
        yield f"No headcount on {day(str(as_at))}, so no test: {roles}. {_example(nearest)}"


def on_what_does_not_fit(rows: pl.DataFrame) -> Iterator[str]:
    """Name shares and headcounts that contradict each other."""
    for row in rows.filter(~pl.col("fits")).to_dicts():
        count = row["headcount"]
        figure = f"{bare(row['printed_pct'])}% as printed" if count is None else f"{count:,}"
        yield (
            f"{_post(row, rows)}, {row['group']}: {figure} cannot be out of a headcount of "
            f"{row['stated_out_of']:,}, so it is not tested."
        )
    unequal = rows.filter(pl.col("added_up") != pl.col("everybody"))
    for row in unequal.unique(["unit", "role", "characteristic"], maintain_order=True).to_dicts():
        yield (
            f"{_post(row, rows)}, {in_words(row['characteristic'])}: the categories add up to "
            f"{row['added_up']:,}, but the headcount is {row['everybody']:,}; the sum is used."
        )


def on_printed_beside_counts(rows: pl.DataFrame) -> Iterator[str]:
    """Name printed shares that are not those of the counts beside them."""
    both = rows.drop_nulls(["printed_pct", "headcount"]).with_columns(
        total=pl.coalesce("added_up", "everybody")
    )
    for row in both.drop_nulls("total").to_dicts():
        behind = counts_behind([row["printed_pct"]], [row["total"]])
        if not behind.lowest[0] <= row["headcount"] <= behind.highest[0]:
            yield (
                f"{_post(row, rows)}, {row['group']}: {bare(row['printed_pct'])}% is printed, but "
                f"the counts are {share(row['headcount'], row['total'])}; the counts are used."
            )


def _post(row: Mapping[str, Any], rows: pl.DataFrame) -> str:
    """Return the role of a row, with its unit where several are shown."""
    several = rows["unit"].drop_nulls().n_unique() > 1
    return f"{row['unit']}, {row['role']}" if several else str(row["role"])


def _nearest_known(row: Mapping[str, Any], known: pl.DataFrame) -> dict[str, Any] | None:
    own = known.filter(unit=row["unit"], role=row["role"], characteristic="all").to_dicts()
    return min(own, key=lambda each: abs(each["as_at"] - row["as_at"]), default=None)


def _headcount(role: str, nearest: Mapping[str, Any] | None) -> str:
    if nearest is None:
        return f"{role} (none known)"
    return f"{role} ({nearest['headcount']:,} on {day(str(nearest['as_at']))})"


def _example(
    nearest: Sequence[tuple[Mapping[str, Any], Mapping[str, Any] | None]],
) -> str:
    """Say how to test with a headcount, that of a role for which some date has one if there is."""
    row, found = next((pair for pair in nearest if pair[1]), nearest[0])
    number = found["headcount"] if found else "N"
    return f"--headcount '{row['role']}={number}' tests with that headcount."
