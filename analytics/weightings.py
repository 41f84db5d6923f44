"""Other weights that the areas of a community could have been given."""

from collections.abc import Iterator, Mapping

STEPS = (-10, -5, 5, 10)  # percentage points


def other_weightings(weights: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Return weightings around and beyond ``weights``, each under a name.

    The weight of each area is moved by 5 and 10 percentage points, up and down, and the others
    make room in proportion; then each area stands alone. A move is left out where it would take a
    weight outside 0 to 1, or where all others have none.

    Args:
        weights: How much of the community each area is, 0-1, adding up to 1.

    >>> around = other_weightings({"City": 0.25, "County": 0.75})
    >>> list(around)[:3], around["City +5 points"], around["City alone"]
    (['City -10 points', 'City -5 points', 'City +5 points'], {'City': 0.3, 'County': 0.7}, \
{'City': 1.0, 'County': 0.0})
    """
    moved = {
        f"{area} {step:+d} points": weighting
        for area in weights
        for step in STEPS
        for weighting in _moved(weights, area, step)
    }
    alone = {
        f"{area} alone": {each: float(each == area) for each in weights}
        for area in weights
        if len(weights) > 1
    }
    return moved | alone


def _moved(weights: Mapping[str, float], area: str, step: int) -> Iterator[dict[str, float]]:
    rest = 1 - weights[area]
    # Rounded as finely as weights are declared, so that 0.25 and 5 points make 0.3.
    moved = round(weights[area] + step / 100, 9)
    if 0 <= moved <= 1 and rest > 0:
        scale = (1 - moved) / rest
        yield {
            each: moved if each == area else round(weight * scale, 9)
            for each, weight in weights.items()
        }
