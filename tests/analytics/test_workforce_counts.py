import datetime as dt
from typing import Any

import polars as pl
import pytest

from analytics.representation import Blank
from analytics.workforce_counts import latest, with_counts, workforce_counts

KINDS = {"BAME": "group", "White": "comparator", "Not stated": "not stated", "All": "part"}
SCHEMA = {"as_at": pl.Date, "headcount": pl.Int64, "share_pct": pl.Float64}


def _row(category: str, headcount: int | None = None, share: float | None = None) -> dict[str, Any]:
    return {
        "unit": "U",
        "as_at": dt.date(2024, 3, 31),
        "role": "Officer",
        "characteristic": "all" if category == "All" else "ethnicity",
        "category": category,
        "kind": KINDS[category],
        "category_order": 1,
        "headcount": headcount,
        "share_pct": share,
        "document": "D",
        "source": "S",
    }


def _counted(*rows: dict[str, Any], blank: Blank = "include") -> dict[str, Any]:
    table = pl.DataFrame(list(rows), schema_overrides=SCHEMA)
    (row,) = with_counts(workforce_counts(table, blank=blank)).to_dicts()
    return row


def _people(row: dict[str, Any]) -> tuple[int | None, ...]:
    return tuple(row[name] for name in ("people_low", "people", "people_high", "out_of"))


def test_categories_that_are_all_counted_add_up_to_the_total() -> None:
    row = _counted(_row("BAME", 8), _row("White", 90), _row("Not stated", 2))
    assert _people(row) == (8, 8, 8, 100)
    assert (row["group"], row["not_stated"], row["added_up"], row["fits"]) == ("BAME", 2, 100, True)


def test_not_stated_may_be_left_out_of_the_total() -> None:
    rows = (_row("BAME", 8), _row("White", 90), _row("Not stated", 2))
    assert _people(_counted(*rows, blank="exclude")) == (8, 8, 8, 98)


def test_a_group_alone_is_counted_out_of_everybody() -> None:
    assert _people(_counted(_row("BAME", 8), _row("All", 120))) == (8, 8, 8, 120)


def test_a_group_alone_without_everybody_has_no_total() -> None:
    assert _people(_counted(_row("BAME", 8))) == (None, None, None, None)


def test_a_sum_that_is_not_the_headcount_is_used_and_both_are_kept() -> None:
    row = _counted(_row("BAME", 8), _row("White", 90), _row("All", 120))
    assert (row["out_of"], row["added_up"], row["everybody"]) == (98, 98, 120)


def test_a_printed_share_stands_for_the_counts_of_the_headcount_that_round_to_it() -> None:
    row = _counted(_row("BAME", share=32.0), _row("All", 2271))
    assert _people(row) == (716, 727, 738, 2271)
    assert row["not_stated"] is None


def test_a_printed_share_is_one_of_everybody_whatever_is_left_out() -> None:
    rows = (_row("BAME", share=32.0), _row("All", 2271), _row("Not stated", 71))
    assert _people(_counted(*rows, blank="exclude")) == (716, 727, 738, 2271)


def test_a_printed_share_without_headcount_has_no_count() -> None:
    row = _counted(_row("BAME", share=8.0))
    assert _people(row) == (None, None, None, None)
    assert (row["printed_pct"], row["fits"]) == (8.0, True)


@pytest.mark.parametrize(
    "group", [_row("BAME", share=71.0), _row("BAME", 4)], ids=["share", "count"]
)
def test_what_cannot_be_of_so_few_people_does_not_fit(group: dict[str, Any]) -> None:
    row = _counted(group, _row("All", 3))
    assert _people(row) == (None, None, None, None)
    assert not row["fits"]


def test_the_latest_date_of_each_characteristic_is_kept() -> None:
    earlier = dt.date(2020, 3, 31)
    rows = [_row("BAME", 5) | {"as_at": earlier}, _row("BAME", 8), _row("All", 9)]
    old_sex = _row("BAME", 3) | {"as_at": earlier, "characteristic": "sex"}
    kept = latest(pl.DataFrame([*rows, old_sex], schema_overrides=SCHEMA))
    assert kept["headcount"].to_list() == [8, 9, 3]
