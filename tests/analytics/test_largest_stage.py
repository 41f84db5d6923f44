import math

import polars as pl

from analytics.largest_stage import largest_stage

SERIES = {"campaign": "C1", "characteristic": "sex", "group": "Female"}


def _pairs(*stages: tuple[int, int, int, int]) -> pl.DataFrame:
    names = ["passed", "failed", "reference_passed", "reference_failed"]
    return pl.DataFrame(
        [
            {**SERIES, "stage": f"Stage {order}", "stage_order": order}
            | dict(zip(names, counts, strict=True))
            for order, counts in enumerate(stages, start=1)
        ]
    )


def _ends(order: int) -> pl.DataFrame:
    return pl.DataFrame([{**SERIES, "stage": f"Stage {order}", "stage_order": order}]).drop("group")


def _found(pairs: pl.DataFrame, end: int) -> str | None:
    name: str | None = largest_stage(pairs, _ends(end))["largest_stage"].item()
    return name


def test_it_is_the_stage_with_the_ratio_furthest_in_the_direction_of_the_gap() -> None:
    pairs = _pairs((80, 20, 160, 40), (20, 60, 80, 80), (10, 10, 38, 42))
    ratios = [math.log((20 / 80) / (80 / 160)), math.log((10 / 20) / (38 / 80))]
    assert sum(ratios) < 0
    assert _found(pairs, 4) == "Stage 2"


def test_stages_from_the_last_settled_one_on_are_no_part_of_it() -> None:
    pairs = _pairs((70, 30, 80, 20), (1, 69, 79, 1))
    assert _found(pairs, 2) == "Stage 1"


def test_there_is_none_where_there_is_no_gap() -> None:
    assert _found(_pairs((50, 50, 100, 100)), 2) is None


def test_there_is_none_where_a_stage_passed_nobody_of_one_side() -> None:
    assert _found(_pairs((0, 50, 100, 100), (0, 0, 50, 50)), 3) is None


def test_a_shorter_campaign_beside_a_longer_one_keeps_its_own_stage() -> None:
    short = _pairs((60, 40, 80, 20)).with_columns(campaign=pl.lit("C2"))
    both = pl.concat([_pairs((80, 20, 80, 20), (40, 40, 60, 20)), short])
    ends = pl.concat([_ends(3), _ends(2).with_columns(campaign=pl.lit("C2"))])
    assert largest_stage(both, ends)["largest_stage"].to_list() == ["Stage 2", "Stage 1"]


def test_no_settled_stage_gives_no_row() -> None:
    pairs = _pairs((60, 40, 80, 20))
    assert largest_stage(pairs, _ends(1)).is_empty()
