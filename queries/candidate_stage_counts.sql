-- How many rows of candidates at stages say the same, in whatever columns are counted together.
--
-- Grain: one row per combination of texts in the columns of the view: the campaign, the stage, the
-- outcome and one or more answers. No parameters. Every row is one candidate at one stage, which
-- candidate_stage_histories looks into. DuckDB runs it, and Spark in translation. Reads
-- counted_columns.
SELECT *, count(*) AS candidates
FROM counted_columns
GROUP BY ALL
