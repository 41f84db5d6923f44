import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.disclosure.presets import INTERNAL, OPEN, PRESETS, PUBLIC, STRICT, Preset


@given(st.integers(0, 10**9), st.sampled_from([PUBLIC, STRICT]))
def test_a_count_is_rounded_to_the_nearest_multiple_halves_up(count: int, preset: Preset) -> None:
    rounded = preset.rounded(count)
    assert rounded % preset.base == 0
    assert (
        -preset.base < 2 * (count - rounded) < preset.base or 2 * (rounded - count) == preset.base
    )


@given(st.integers(0, 10**9), st.sampled_from([OPEN, INTERNAL]))
def test_figures_that_are_public_or_internal_are_as_they_are(count: int, preset: Preset) -> None:
    assert preset.rounded(count) == count
    assert not preset.is_sensitive(count)


def test_public_hides_one_to_four_and_strict_one_to_nine() -> None:
    assert [count for count in range(20) if PUBLIC.is_sensitive(count)] == [1, 2, 3, 4]
    assert [count for count in range(20) if STRICT.is_sensitive(count)] == [*range(1, 10)]


@pytest.mark.parametrize("preset", [PUBLIC, STRICT])
def test_a_policy_says_its_own_figures(preset: Preset) -> None:
    assert f"nearest {preset.base}." in preset.policy
    assert f"Counts from 1 to {preset.threshold - 1} " in preset.policy
    assert f"fewer than {preset.least_denominator} people" in preset.policy
    assert f"{preset.outcomes_from:,} candidates or more" in preset.policy


def test_outcomes_are_split_from_a_thousand_candidates_on() -> None:
    assert [PUBLIC.splits_outcomes(candidates) for candidates in (999, 1000)] == [False, True]


def test_only_internal_pages_are_marked() -> None:
    assert [name for name, preset in PRESETS.items() if preset.marked] == ["internal"]
