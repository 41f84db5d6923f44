-- Which texts stand in each column of an export of candidates, and in how many rows.
--
-- Grain: one row, with the rows, those without a key, and a map of texts to rows for each column.
-- No parameters. Reads candidate_rows.
SELECT
    count(*) AS entries,
    count(*) FILTER (candidate = '') AS without_key,
    histogram(COLUMNS('^t\d+$'))
FROM candidate_rows
