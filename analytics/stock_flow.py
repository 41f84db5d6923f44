"""Stock and flow: what a workforce comes to, on average, if joiners and leavers go on as they are.

Each year a constant share of the group, and another of everybody else, leaves; then people join, a
constant share of them of the group. Rates and shares are 0 to 1, stocks are people, years whole.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from analytics.bisection import BoolArray, first_true
from analytics.selection import FloatArray, IntArray

Amount = float | FloatArray | IntArray

_ALMOST_ALL = 1 - 2**-53  # where all leave, the logarithm of what is kept would be endless


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """A workforce in two parts, and what changes it in a year: numbers, or arrays that broadcast.

    Attributes:
        group: People of the group at the start.
        others: Everybody else at the start.
        joiner_share: The group's share of those who join.
        leaving_rate: The share of the group that leaves in a year.
        others_leaving_rate: The same of everybody else.
        intake: People who join in a year, one number; None takes as many as leave.
    """

    group: Amount
    others: Amount
    joiner_share: Amount
    leaving_rate: Amount
    others_leaving_rate: Amount
    intake: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Stocks:
    """People of the group, and everybody else: two float arrays of the same shape."""

    group: FloatArray
    others: FloatArray

    @property
    def share(self) -> FloatArray:
        """The group's share, 0 to 1; NaN where nobody is left."""
        with np.errstate(invalid="ignore"):
            return self.group / (self.group + self.others)


def expected_stocks(flow: Flow, years: npt.ArrayLike) -> Stocks:
    """Return the stocks to be expected after ``years``, a whole number or an array of such.

    Exact: the mean of all futures under these rates. ``Stocks.share`` is a share of expected
    people, which the mean share of many futures comes close to but need not equal.

    Source: Bartholomew DJ, Forbes AF and McClean SI (1991), Statistical Techniques for Manpower
    Planning, 2nd edition, Wiley: the Markov stock and flow model with given recruitment.

    Of 100 and 900, a tenth leaves; of 100 who join, a quarter are of the group:

    >>> after = expected_stocks(Flow(100, 900, 0.25, 0.1, 0.1, 100), [0, 1, 2])
    >>> after.group.round(2), after.others.round(2)
    (array([100. , 115. , 128.5]), array([900. , 885. , 871.5]))
    """
    group, others, share = map(_floats, (flow.group, flow.others, flow.joiner_share))
    own, other = map(_floats, (flow.leaving_rate, flow.others_leaving_rate))
    if flow.intake is not None:
        return Stocks(
            _after(years, group, own, share * flow.intake),
            _after(years, others, other, (1 - share) * flow.intake),
        )
    # Joiners replace leavers of either kind, so that the two stocks close in at one pace.
    everybody, pace = group + others, own * (1 - share) + other * share
    return Stocks(
        _after(years, group, pace, share * other * everybody),
        _after(years, others, pace, (1 - share) * own * everybody),
    )


def steady_state_share(
    joiner_share: npt.ArrayLike, leaving_rate: npt.ArrayLike, others_leaving_rate: npt.ArrayLike
) -> FloatArray:
    """Return the share at which a workforce stays once it has come there, whatever the intake.

    Those who leave half as often stay twice as long, and so make up more of the workforce than of
    its joiners. 0 or 1 means that in the end nobody, or everybody, is of the group. NaN where the
    share in the end depends on where it began, because one side neither joins nor leaves, or
    neither side leaves.

    Source: Bartholomew, Forbes and McClean (1991), as for ``expected_stocks``.

    >>> steady_state_share(0.25, 0.05, 0.1).round(2), steady_state_share(0.25, 0.1, 0.1).round(2)
    (np.float64(0.4), np.float64(0.25))
    """
    share, own, other = map(_floats, (joiner_share, leaving_rate, others_leaving_rate))
    ours, theirs = share * other, (1 - share) * own
    with np.errstate(invalid="ignore"):
        return np.divide(ours, ours + theirs)


def sustaining_joiner_share(
    share: npt.ArrayLike, leaving_rate: npt.ArrayLike, others_leaving_rate: npt.ArrayLike
) -> FloatArray:
    """Return the share of joiners that in the end gives ``share`` of the workforce, and keeps it.

    The inverse of ``steady_state_share`` in its first argument. NaN where no share of joiners
    does, because one side never leaves.

    >>> sustaining_joiner_share(0.4, 0.05, 0.1).round(2)
    np.float64(0.25)
    """
    return steady_state_share(share, others_leaving_rate, leaving_rate)


def joiner_share_needed(flow: Flow, years: npt.ArrayLike, target: npt.ArrayLike) -> FloatArray:
    """Return the share of joiners with which the expected share is ``target`` after ``years``.

    ``flow.joiner_share`` is not used. 0 means that it would be there even if nobody of the group
    joined; NaN that it could not be, even if everybody who joined were of the group.

    Half of the 100 who join, for two years, bring 100 of 1,000 up to 176 of 1,000:

    >>> flow = Flow(100, 900, 0, 0.1, 0.1, 100)
    >>> joiner_share_needed(flow, 2, 0.176).round(3), joiner_share_needed(flow, 2, 0.5)
    (np.float64(0.5), np.float64(nan))
    """
    wanted = _floats(target)

    def there(joiner_share: FloatArray) -> BoolArray:
        stocks = expected_stocks(replace(flow, joiner_share=joiner_share), years)
        enough: BoolArray = stocks.share >= wanted
        return enough

    shape = np.shape(there(_floats(0)))
    none, every = np.zeros(shape), np.ones(shape)
    found = np.where(there(none), none, first_true(there, none, every))
    return np.where(there(every), found, np.nan)[()]


def _after(
    years: npt.ArrayLike, start: FloatArray, loss: FloatArray, joining: FloatArray
) -> FloatArray:
    """What is left of ``start``, and of all that joined since, if each year ``loss`` of it goes."""
    passed = _floats(years)
    log_kept = passed * np.log1p(-np.minimum(loss, _ALMOST_ALL))
    with np.errstate(divide="ignore", invalid="ignore"):
        years_joined = np.where(loss > 0, -np.expm1(log_kept) / loss, passed)
    return start * np.exp(log_kept) + joining * years_joined


def _floats(values: npt.ArrayLike) -> FloatArray:
    return np.asarray(values, dtype=np.float64)
