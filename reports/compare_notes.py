"""What a reader must know to read several campaigns together right, one sentence to a note."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from reports.wording import counted, listed, people

KEYS = ["campaign", "stage"]


def on_method(
    tables: Mapping[str, pl.DataFrame], blank: str | None, confidence_level: float
) -> Iterator[str]:
    """Say who is counted, and what the tests, intervals and trends are."""
    yield from _on_blanks(blank)
    yield from _on_tests(tables["rows"], confidence_level)
    yield from _on_trend(tables["trend"])


def on_people(campaigns: Sequence[str]) -> Iterator[str]:
    """Say what the counts cannot tell."""
    yield (
        f"The same person may have applied to more than one of {listed(campaigns)}; counts cannot "
        "be linked, and the tests take the applications as independent."
    )


def _on_blanks(blank: str | None) -> Iterator[str]:
    """Say where Not stated counts."""
    match blank:
        case None:
            yield (
                "Not stated is in no pass rate, and counts among the applicants of which a group "
                "is a share; --blank treats both alike."
            )
        case "include":
            yield "Not stated counts among those compared with, and among all applicants."
        case _:
            yield "Not stated is left out, of pass rates and of applicants."


def _on_tests(rows: pl.DataFrame, confidence_level: float) -> Iterator[str]:
    """Say what the tests and intervals are, and over which family they are adjusted."""
    tested = rows["p_value"].count()
    comparisons = counted(tested, "comparison")
    if tested:
        yield (
            "Gaps and ratios are pooled by Mantel and Haenszel: each campaign is compared with "
            "itself and weighed by its size, so a pooled gap is not the difference of the counts "
            f"added up. Intervals are {100 * confidence_level:g}% confidence intervals (where one "
            "campaign counts, those of its own table); the exact p is that of one common odds "
            f"ratio of 1, adjusted for the {comparisons} shown (Holm); homogeneity is Breslow and "
            "Day's test with Tarone's correction."
        )


def _on_trend(trend: pl.DataFrame) -> Iterator[str]:
    """Say what a trend is, or why there is none."""
    if trend.is_empty():
        yield "A trend takes three campaigns or more with counts; there are fewer."
    else:
        yield (
            "A trend (Cochran-Armitage, Holm over the trends shown) takes the campaigns in the "
            "order in which they opened, as equally far apart; that of a pass rate is the group's "
            "own, not compared with others."
        )


def on_overall(ends: pl.DataFrame, pairs: pl.DataFrame) -> Iterator[str]:
    """Say where Overall ends, if there is one."""
    if pairs.filter(stage="Overall").height:
        stages = listed(ends["stage"].unique(maintain_order=True).to_list())
        yield (
            f"Overall counts who entered {stages}, of those who applied and neither wait nor "
            "withdrew on the way: the last stage settled in every campaign that has settled one."
        )


def on_left_out(flow: pl.DataFrame, pairs: pl.DataFrame) -> Iterator[str]:
    """Name, for each campaign, the stages at which it is left out, and why."""
    stages = flow.select(*KEYS, "stage_order").unique(maintain_order=True).sort("stage_order")
    compared = pairs.select(KEYS).unique()
    rows = stages.select("stage").unique(maintain_order=True).join(compared, on="stage", how="semi")
    by_campaign = compared.group_by("campaign").agg("stage")
    resolved_in = dict(by_campaign.iter_rows())
    for campaign, own in stages.group_by("campaign", maintain_order=True).agg("stage").iter_rows():
        resolved = resolved_in.get(campaign, [])
        waiting = [stage for stage in own if stage not in resolved]
        ahead = [stage for stage in rows["stage"].to_list() if stage not in own]
        if not resolved:
            yield (
                f"{campaign} has counts at {listed(waiting)} alone and no outcomes, so only its "
                "applicants are compared."
            )
            continue
        if waiting:
            yield (
                f"{campaign} is left out at {listed(waiting)}: passed and failed are not both "
                "recorded yet."
            )
        if ahead:
            yield f"{campaign} is left out at {listed(ahead)}: it has no counts there."


def on_one_sided(one_sided: pl.DataFrame) -> Iterator[str]:
    """Name the campaigns that say nothing on a group, because a side has no outcomes."""
    for row in one_sided.to_dicts():
        yield (
            f"{row['campaign']} says nothing on {people(row['group'])} at {row['stage']}: nobody "
            "on one side has an outcome."
        )
