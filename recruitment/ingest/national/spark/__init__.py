"""Counting on a cluster: Apache Spark reads the rows where they are, and hands back counts.

It runs the two statements that DuckDB runs, translated as they are run. `starting` makes a session
with a cluster and ends it; `source` says what is at the place that the user named, by asking the
cluster, which alone need reach it; `rows` has it counted. What Spark says of a failure may quote a
row about a person: `failures` says it in our words.
"""
