import polars as pl

from reports.weighting_notes import on_other_weights
from tests.reports.test_proportion_readings import UNSURE, row


def _other(weighting: str, benchmark: float, reading: str, population: str) -> dict[str, object]:
    keys = {"role": None, "characteristic": "sex", "group": "Female"}
    return {
        **keys,
        "population": population,
        "weighting": weighting,
        "benchmark_pct": benchmark,
        "reading": reading,
    }


def _notes(*readings: str) -> list[str]:
    """Notes on one row after another that is no evidence under the weights declared."""
    places = [f"C1: Stage {number}" for number in range(len(readings))]
    rows = pl.DataFrame([row(**UNSURE, population=place) for place in places])
    others = [
        _other(f"City {step} points", 20.0 + step, reading, place)
        for place, reading in zip(places, readings, strict=True)
        for step in (-5, 5)
    ]
    return list(on_other_weights(rows, pl.DataFrame(others)))


NONE, FOUND = "no evidence of a gap", "evidence of under-representation"
MOVED = (
    "With each weight moved by up to 10 points, the benchmark of women runs from 15% to 25%; {}."
)


def test_readings_that_hold_are_said_to() -> None:
    assert _notes(NONE, NONE) == [MOVED.format("every reading stays the same")]


def test_a_reading_that_changes_is_named() -> None:
    assert _notes(NONE, FOUND) == [MOVED.format("the reading changes at C1: Stage 1")]


def test_if_all_change_none_is_named() -> None:
    assert _notes(FOUND, FOUND) == [MOVED.format("every reading changes under some of them")]


def test_one_reading_that_changes_is_not_called_every() -> None:
    assert _notes(FOUND) == [MOVED.format("the reading changes under some of them")]


def test_one_area_alone_leaves_nothing_to_try() -> None:
    none = pl.DataFrame([_other("", 20.0, NONE, "C1")]).clear()
    assert list(on_other_weights(pl.DataFrame([row()]), none)) == [
        "No other weights are tried: that takes two areas with benchmarks of their own."
    ]


def test_without_weights_there_is_nothing_to_say() -> None:
    assert list(on_other_weights(pl.DataFrame([row()]), None)) == []
