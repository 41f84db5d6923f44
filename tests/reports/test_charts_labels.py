"""Text and places of labels: seen, bounded, told apart."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reports.charts.ends import spread, with_end_labels
from reports.charts.labels import distinct, shortened, wrapped
from reports.charts.order import merged_order
from reports.visible import visible


@given(st.text())
def test_no_visible_text_holds_a_control_character(text: str) -> None:
    assert visible(text).isprintable()


@given(st.text(), st.integers(5, 40))
def test_no_shortened_text_is_longer_than_allowed(text: str, limit: int) -> None:
    assert len(shortened(text, limit)) <= limit


@given(st.text(), st.integers(5, 40), st.integers(1, 4))
def test_wrapped_text_keeps_within_width_and_lines(text: str, width: int, most: int) -> None:
    lines = wrapped(text, width, most)
    assert len(lines) <= most
    assert all(len(line) <= width for line in lines)


@given(st.lists(st.tuples(st.text(), st.sampled_from(["Sift", "Sift (2)"])), max_size=6))
def test_different_names_never_share_a_label(labels: list[tuple[str, str]]) -> None:
    chosen = distinct(labels)
    assert set(chosen) == {name for name, _ in labels}
    assert len(set(chosen.values())) == len(chosen)


@given(st.lists(st.sets(st.sampled_from("ABCDE")).map(sorted), max_size=3))
def test_orders_that_agree_are_all_kept(orders: list[list[str]]) -> None:
    merged = merged_order(orders)
    assert all([each for each in merged if each in order] == order for order in orders)


def test_a_stage_that_one_campaign_skips_stands_where_the_other_has_it() -> None:
    with_call, without = ["Application", "Call", "Offer"], ["Application", "Offer", "Start"]
    assert merged_order([without, with_call]) == ["Application", "Call", "Offer", "Start"]


def test_an_end_label_stands_on_the_side_with_more_room() -> None:
    low = {"campaign": "A", "stage": "s", "stage_position": 0, "pct": 20.0}
    high = {**low, "campaign": "B", "pct": 22.0}
    texts = {"pct_text": "", "counts": ""}
    ends = {p["campaign"]: p["end"] for p in with_end_labels([low | texts, high | texts], 0.1)}
    assert ends["A"] < 20.0
    assert ends["B"] > 22.0


@given(st.lists(st.floats(0, 100), max_size=6), st.floats(0.5, 5))
def test_end_labels_at_one_stage_keep_their_distance(ends: list[float], gap: float) -> None:
    placed = [point["end"] for point in spread([{"stage": "s", "end": end} for end in ends], gap)]
    pairs = pairwise(placed)
    assert all(upper - lower >= gap * 0.999 for lower, upper in pairs)
