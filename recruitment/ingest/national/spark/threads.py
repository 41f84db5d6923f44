"""A few questions to Spark at a time: each is short, and there is one for every file."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Asked = TypeVar("Asked")
Told = TypeVar("Told")
AT_A_TIME = 8


def each_of(work: Callable[[Asked], Told], these: Iterable[Asked]) -> list[Told]:
    """Return what ``work`` returns for each, in order; after the first that fails, none is begun.

    >>> each_of(len, ["one", "three"])
    [3, 5]
    """
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        try:
            return list(pool.map(work, these))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
