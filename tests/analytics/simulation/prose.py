"""What the page says around its tables."""

INTRODUCTION = """
# How far the statistics can be trusted

<!-- Generated: do not edit. -->

An interval of 95 % should hold the true figure 95 times in 100, and a test at 5 % should raise a
false alarm at most 5 times in 100. Most methods are approximations, and the groups of a
campaign can be as small as five people. This page says how well each method keeps its promise.

A *scenario* is a group of 5, 8, 18, 24, 64, 106 or 183 people beside 200, 320 or 440 others, each
selected at a rate from 5 % to 95 %. Wherever possible nothing is drawn at random: every outcome
there can be is put through the method and weighted by its probability, so the figures are exact.
The rest is drawn with the seed {seed}. *Lowest*, *mean* and *highest* are over scenarios.

To make this page anew, in a few minutes:

```console
.venv/bin/python benchmarks/simulation.py --write
```

The command fails if a method does worse than the column *documented* says; the test suite checks a
small part of the same at every change.

Made with {versions}.
"""

INTERVALS = """
## Do the intervals hold the truth?

Coverage of intervals of 95 %. The width is in percentage points (for leaving rates, leavers to 100
heads), or how many times the lower limit the upper one is. Intervals *without an end* reach 0 or
infinity; they count for coverage and not for width. One rate and one leaving rate are tried at 181
rates, pairs at all pairs of 19 rates (10 leaving rates, up to 50 %), the one-table conditional
intervals beside 200 others only, because they are slow.

Pooled methods see three campaigns with 200, 320 and 440 others, at five sets of rates and three
true effects: {draws} draws of each ({conditional} for the conditional intervals). There the lowest
figure is partly chance, and may fall below the documented one by five standard errors. *Fewer than
30* means that in all three campaigns.
"""

TESTS = """
## Do the tests raise false alarms?

How often each test rejects at 5 % where there is nothing to find: equal rates, or, for
Breslow-Day-Tarone, equal odds ratios of 0.5, 1 and 2.
"""

CAMPAIGNS = """
## Is a campaign without a gap left in peace?

{campaigns} campaigns with the candidates, groups and stages of LE19, in which everybody passes each
stage at the same rate, whatever group they are in. Pass rates at every stage and overall, and
changes in representation, go through the same steps as the commands take. A campaign is misjudged
if any row would be read as evidence of a gap, which is an adjusted p-value below 0.05. By Holm, it
must not happen to more than 5 % of them: among 24 pass rates, and among four changes.
"""

POWER = """
Without an adjustment about half of these campaigns would be accused of something. That is why the
commands adjust by Holm. Each command answers for its own claims; who reads both takes both risks.

## Is a real gap seen?

The smallest detectable gap is meant to be seen 80 times in 100. It is worked out for a single
comparison by the normal approximation. This is how often each test shows it, all outcomes counted:
"""

SHOWN = """
With few people Fisher's test needs larger gaps than the one called detectable, so a smaller gap
could indeed not have been seen. In a whole campaign the adjustment costs more: {campaigns}
campaigns for each group, as above, in which that group alone passes the first stage less often, by
the detectable gap. The share in which its row is evidence:
"""
