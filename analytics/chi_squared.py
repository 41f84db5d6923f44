"""Pearson's chi-squared test of two rates: the "2 standard deviations" test."""

import numpy as np

from analytics.selection import Selection
from analytics.tail_probabilities import NormalTest, normal_test


def two_standard_deviations(group: Selection, reference: Selection) -> NormalTest:
    """Return how many standard deviations the rates of ``group`` and ``reference`` are apart.

    ``z`` is below 0 where ``group`` is selected less; its square is Pearson's chi-squared without
    Yates's correction. US practice calls more than 2 or 3 a gross disparity. With few people use
    Fisher's exact test. Where the margins allow one table only (an empty side, nobody or everybody
    selected) ``z`` is 0 and the p-value 1: the table says nothing.

    Args:
        group: People selected of a total; any shape.
        reference: The people they are compared with, of a shape that broadcasts with it.

    Sources: Pearson K (1900), On the criterion that a given system of deviations ..., Philosophical
    Magazine 50, 157-175; Hazelwood School District v. United States, 433 U.S. 299 (1977).

    Women at the LE19 pre-sift, 150 of 183 against 246 of 346 men:

    >>> women = two_standard_deviations(Selection(150, 183), Selection(246, 346))
    >>> women.z.round(2), women.p_value.round(4)
    (np.float64(2.74), np.float64(0.0061))
    """
    selected, people = group.selected + reference.selected, group.total + reference.total
    cross = group.selected * reference.rejected - group.rejected * reference.selected
    margins = group.total.astype(np.float64) * reference.total * selected * (people - selected)
    return normal_test(cross, margins / np.maximum(people, 1))
