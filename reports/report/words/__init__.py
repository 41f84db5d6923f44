"""Sentences made from figures, for readers without statistics.

A sentence gives the finding first, then what it rests on: shares with their counts, the size in
percentage points, and its interval or what could not have been seen. The verdicts are those of
``readings``, so that a sentence cannot claim what a table does not. p-values stay in the tables; a
sentence never gives a cause, and never says that there is no difference.
"""
