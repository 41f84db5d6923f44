"""Which columns of answers are counted together in one pass over the rows."""

from collections.abc import Collection, Mapping, Sequence
from math import prod

# A pass is fastest while its groups fit into a processor's cache; where every pass has to read all
# columns, as of text, fewer passes are worth more groups. Measured with benchmarks/at_scale.
MOST_GROUPS = 50_000
MOST_GROUPS_OF_TEXT = 500_000


def packed(
    sizes: Mapping[str, int],
    cells: int,
    together: Sequence[Collection[str]] = (),
    most: int = MOST_GROUPS,
) -> list[tuple[str, ...]]:
    """Return the columns that each pass counts by, each column in one pass at least.

    Args:
        sizes: How many different answers each column has.
        cells: By how many campaigns, stages and outcomes they are counted.
        together: Columns that must be in one pass, whatever their size: those of an intersection.
        most: How many groups a pass may have.

    >>> packed({"ethnicity": 20, "sex": 3, "disability": 3}, cells=2_400)
    [('sex', 'disability'), ('ethnicity',)]
    >>> packed({"ethnicity": 20, "sex": 3}, cells=24)
    [('sex', 'ethnicity')]
    """
    bins = [dict.fromkeys(name for name in sizes if name in each) for each in together]
    there = {name for each in bins for name in each}
    for name in sorted(sizes, key=lambda each: sizes[each]):
        if name not in there:
            fitting = (each for each in bins if _groups([*each, name], sizes, cells) <= most)
            chosen = next(fitting, None)
            if chosen is None:
                chosen = {}
                bins.append(chosen)
            chosen[name] = None
    return list(dict.fromkeys(tuple(each) for each in bins))


def _groups(names: Collection[str], sizes: Mapping[str, int], cells: int) -> int:
    return cells * prod(max(sizes[name], 1) for name in names)
