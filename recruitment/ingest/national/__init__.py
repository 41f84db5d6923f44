"""Many campaigns, or very many rows: counted where they are, by one query, on any engine.

`locations` says what the user named: files, a folder of them, a table of a DuckDB file.
`duckdb_rows` and `spark_rows` run the same two statements on it, `candidate_stage_counts` and
`candidate_stage_histories`; `campaigns` makes of what they count what an export of one campaign is
counted to. What these counts cannot settle (`premises`) is counted as one export each, row by row.
"""
