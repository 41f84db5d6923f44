"""Checks of counts: what cannot all be true, and what is printed wrong beside them.

Every check has a name that stays the same in output and documents::

    totals       the categories of each characteristic add up to the same people
    flow         nobody is at a later stage who was not at the one before
    outcomes     those who passed, failed, wait or withdrew are those who entered
    dates        a campaign opens, closes, and is counted, in that order
    submitted    the applications that were not withdrawn entered the first stage
    percentages  what is printed beside two counts is what they give
    periods      movements of one period do not contradict those of others
    reasons      no more people left for a reason than left
    shares       the shares of one whole are at most 100 %
    duplicates   no campaign has the very same counts as another

Percentages and duplicates are advice: the counts stand, but the print is wrong, or they are there
twice. Everything else is a contradiction, but for the date of counts that were taken before a
campaign closed.
"""

NAMES = (
    "totals",
    "flow",
    "outcomes",
    "dates",
    "submitted",
    "percentages",
    "periods",
    "reasons",
    "shares",
    "duplicates",
)
