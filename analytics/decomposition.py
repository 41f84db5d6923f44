"""Which stage contributes most to the gap between two groups over a whole campaign."""

from dataclasses import dataclass

import numpy as np

from analytics.risk_ratio import ratio_of_rates
from analytics.selection import FloatArray, IntArray, Selection

NO_STAGE = -1
_NO_GAP = 1e-12  # a sum of logarithms this near 0 is a ratio of 1


@dataclass(frozen=True, slots=True, eq=False)
class Decomposition:
    """The overall ratio of two selection rates as a product over stages.

    ``contributions`` are the logarithms of the stages' ratios: below 0 the stage loses more of the
    group, above 0 more of the reference, and they add up to the logarithm of ``overall``.
    ``largest`` is the position of the stage that adds most to the gap, in the direction of the gap;
    -1 where there is no gap or it is unknown.
    """

    contributions: FloatArray
    overall: FloatArray
    largest: IntArray


def stage_contributions(group: Selection, reference: Selection) -> Decomposition:
    """Return what each stage contributes to the ratio of the overall selection rates.

    The rate of a group over all stages is the product of its pass rates, so the logarithm of the
    ratio of two groups is the sum of the stages' logarithms. That is arithmetic, not cause: an
    early stage also changes who is left for the later ones.

    Args:
        group: People who passed of those who passed or failed, stages along the last axis.
        reference: The people they are compared with, of a shape that broadcasts with it.

    Returns:
        ``overall`` is exp of the sum of contributions: the ratio of the selection rates where all
        who pass a stage are resolved at the next. 0 or infinite where a stage lets none of one
        side pass; NaN where a stage has nobody of one side, passes nobody, or both happen.

    Raises:
        ValueError: The counts have no axis.

    Of 100 and 200 applicants 60 and 150 pass the first stage, 45 and 110 of these the second:

    >>> parts = stage_contributions(
    ...     Selection([60, 45], [100, 60]), Selection([150, 110], [200, 150])
    ... )
    >>> parts.contributions.round(3), parts.overall.round(3), int(parts.largest)
    (array([-0.223,  0.022]), np.float64(0.818), 0)
    """
    ratios = ratio_of_rates(group, reference)
    if np.ndim(ratios) == 0:
        raise ValueError("stages lie along the last axis: counts need at least one")
    with np.errstate(divide="ignore", invalid="ignore"):
        contributions = np.log(ratios)
        total = contributions.sum(axis=-1)
    toward = contributions * np.where(total < 0, -1, 1)[..., np.newaxis]
    gap = np.abs(np.nan_to_num(total)) > _NO_GAP
    largest = np.where(gap, np.argmax(np.nan_to_num(toward, nan=-np.inf), axis=-1), NO_STAGE)
    return Decomposition(contributions, np.exp(total), largest)
