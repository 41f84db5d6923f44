import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.weightings import other_weightings

LLR = {"Leicester": 0.32, "Leicestershire": 0.64, "Rutland": 0.04}


@st.composite
def weights(draw: st.DrawFn) -> dict[str, float]:
    """Return weights of two to five areas, some of them 0, that add up to 1."""
    parts = draw(st.lists(st.integers(0, 50), min_size=2, max_size=5).filter(any))
    return {f"Area {n}": part / sum(parts) for n, part in enumerate(parts)}


@given(weights())
def test_every_weighting_adds_up_to_1_and_names_every_area(declared: dict[str, float]) -> None:
    for weighting in other_weightings(declared).values():
        assert sum(weighting.values()) == pytest.approx(1, abs=1e-7)
        assert weighting.keys() == declared.keys()
        assert all(0 <= weight <= 1 for weight in weighting.values())


@given(weights())
def test_the_others_keep_their_proportions(declared: dict[str, float]) -> None:
    for name, weighting in other_weightings(declared).items():
        others = [area for area in declared if not name.startswith(area) and declared[area] > 0]
        if not name.endswith("alone"):
            ratios = [weighting[area] / declared[area] for area in others]
            assert ratios == pytest.approx([ratios[0]] * len(ratios), rel=1e-6, abs=1e-6)


def test_the_weight_of_each_area_is_moved_and_then_each_stands_alone() -> None:
    assert list(other_weightings(LLR)) == [
        "Leicester -10 points",
        "Leicester -5 points",
        "Leicester +5 points",
        "Leicester +10 points",
        "Leicestershire -10 points",
        "Leicestershire -5 points",
        "Leicestershire +5 points",
        "Leicestershire +10 points",
        "Rutland +5 points",
        "Rutland +10 points",
        "Leicester alone",
        "Leicestershire alone",
        "Rutland alone",
    ]


def test_a_move_shares_out_the_rest() -> None:
    moved = other_weightings(LLR)["Leicester +10 points"]
    assert moved["Leicester"] == 0.42
    assert moved["Leicestershire"] == pytest.approx(0.58 * 64 / 68)
    assert moved["Rutland"] == pytest.approx(0.58 * 4 / 68)


def test_one_area_leaves_nothing_to_move() -> None:
    assert other_weightings({"Leicester": 1.0}) == {}
