"""Exports of candidates, counted: no row about a person is kept, no column read but those needed.

`count_candidates` is the one way in. It opens the file (`exports`), looks up what each text in it
means (`meanings`), has DuckDB count the ways through the stages (`entries`, `ways`, and the
statements of `queries.candidates`), and splits these few counts by stage and outcome
(`stage_outcomes`) and by category (`margins`). What a reader must know is told by `notes`, and what
only rows can contradict by `contradictions`.
"""

from recruitment.ingest.candidates.counting import count_candidates as count_candidates
