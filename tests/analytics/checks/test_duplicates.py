import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.checks.duplicates import checked_duplicates
from tests.strategies import REFINEMENTS, stage_counts

DETAILS = pl.DataFrame(list(REFINEMENTS.items()), ["characteristic", "refines"], orient="row")
FILES = {"campaign": pl.String, "sha256": pl.String}
ROW = {"characteristic": "sex", "category": "Female", "outcome": "entered"}


def _counts(campaign: str, *entered: int, name: str = "Stage") -> pl.DataFrame:
    return pl.DataFrame(
        [
            {"campaign": campaign, "stage": f"{name} {order}", "stage_order": order, **ROW}
            | {"candidates": people}
            for order, people in enumerate(entered, start=1)
        ]
    )


def _told(
    *counts: pl.DataFrame, asked: str = "A B C", **files: str | None
) -> list[tuple[object, ...]]:
    hashes = pl.DataFrame(list(files.items()), FILES, orient="row")
    found = checked_duplicates(pl.concat(counts), hashes, DETAILS, asked.split()).findings
    assert not found["contradiction"].any()
    return found.select("campaign", "against", "rule").rows()


TWINS = (_counts("A", 40, 20), _counts("B", 40, 20), _counts("C", 40, 20))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("A B C", [("B", "A", None), ("C", "A", None)]),
        ("B C", [("B", "A", None), ("C", "A", None)]),
        ("A", [("A", "B", None)]),
        ("C", [("C", "A", None)]),
        ("", []),
    ],
)
def test_each_campaign_asked_about_is_told_of_once(asked: str, told: list[object]) -> None:
    assert _told(*TWINS, asked=asked) == told


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        ({"A": "aa", "B": "aa"}, "same file"),
        ({"A": "aa", "B": "bb"}, "other file"),
        ({"A": "aa"}, None),
        ({"A": "aa", "B": None}, None),
    ],
)
def test_the_hashes_say_whether_they_come_from_one_file(
    files: dict[str, str | None], rule: str | None
) -> None:
    assert _told(*TWINS[:2], **files) == [("B", "A", rule)]


@pytest.mark.parametrize(
    "other",
    [
        _counts("B", 40, 21),
        _counts("B", 20, 40),
        _counts("B", 40),
        _counts("B", 40, 20).with_columns(outcome=pl.lit("passed")),
        _counts("B", 40, 20).with_columns(category=pl.lit("Male")),
    ],
)
def test_one_other_count_is_another_campaign(other: pl.DataFrame) -> None:
    assert _told(_counts("A", 40, 20), other) == []


def test_neither_names_of_stages_nor_nobody_nor_details_make_another() -> None:
    renamed = _counts("B", 40, 20, 0, name="Step")
    detail = _counts("B", 39).with_columns(characteristic=pl.lit("ethnic_group"))
    assert _told(_counts("A", 40, 20), renamed, detail) == [("B", "A", None)]


def test_campaigns_of_nobody_are_not_compared() -> None:
    assert _told(_counts("A", 0, 0), _counts("B", 0, 0)) == []


def test_every_campaign_asked_about_is_one_comparison_where_there_are_others() -> None:
    files = pl.DataFrame(schema=FILES)
    numbers = [
        checked_duplicates(pl.concat(counts), files, DETAILS, ["A", "B"]).looked_at["duplicates"]
        for counts in (TWINS, TWINS[:1], TWINS[2:])
    ]
    assert numbers == [2, 0, 0]


@given(stage_counts(), st.data())
def test_a_copy_is_found_in_any_order_and_a_changed_one_is_not(
    counts: pl.DataFrame, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(range(counts.height)))
    copy = counts[list(shuffled)].with_columns(campaign=pl.lit("C2"))
    place = data.draw(st.integers(0, counts.filter(characteristic="sex").height - 1))
    own = counts.filter(characteristic="sex")
    more = pl.col("candidates") + (pl.int_range(pl.len()) == place)
    changed = own.with_columns(campaign=pl.lit("C2"), candidates=more.cast(pl.Int64))
    somebody = counts["candidates"].sum() > 0
    assert _told(counts, copy, asked="C1 C2") == [("C2", "C1", None)] * somebody
    assert _told(own, changed, asked="C1 C2") == []
