"""People selected out of a total, made by hypothesis."""

from collections.abc import Iterator

import numpy as np
from hypothesis import strategies as st

from analytics.selection import Estimate, Selection

levels = st.floats(0.5, 0.999)


@st.composite
def selections(draw: st.DrawFn, least: int = 0, most: int = 80) -> Selection:
    total = draw(st.integers(least, most))
    return Selection(draw(st.integers(0, total)), total)


@st.composite
def full_selections(draw: st.DrawFn, most: int = 200) -> Selection:
    """Return people of whom some are selected and some are not."""
    selected, rejected = draw(st.integers(1, most)), draw(st.integers(1, most))
    return Selection(selected, selected + rejected)


@st.composite
def strata_pairs(draw: st.DrawFn, most: int = 40) -> tuple[Selection, Selection]:
    """Return a group and a reference in the same one to five strata, all cells filled."""
    count = draw(st.integers(1, 5))
    cells = st.lists(st.integers(1, most), min_size=count, max_size=count)
    a, b, c, d = (np.array(draw(cells)) for _ in range(4))
    return Selection(a, a + b), Selection(c, c + d)


def tables(group: Selection, reference: Selection) -> Iterator[list[list[int]]]:
    counts = (group.selected, group.rejected, reference.selected, reference.rejected)
    for a, b, c, d in zip(*counts, strict=True):
        yield [[int(a), int(b)], [int(c), int(d)]]


def rounded(estimate: Estimate, digits: int = 4) -> tuple[float, float, float]:
    """Return value, low and high of one table, to compare with what is printed."""
    parts = (estimate.value, estimate.low, estimate.high)
    return tuple(float(np.round(part, digits)) for part in parts)  # type: ignore[return-value]
