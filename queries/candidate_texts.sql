-- Which texts stand in each column of an export of candidates, and in how many rows.
--
-- Grain: one row: the rows that say anything, those that do not, those without a key, those whose
-- key is a number in powers of ten, as Excel shows long ones, with one such key; and for each column
-- a map of texts to rows. No parameters. Reads candidate_rows.
SELECT
    count(*) FILTER (says) AS entries,
    count(*) FILTER (NOT says) AS silent,
    count(*) FILTER (says AND candidate = '') AS without_key,
    count(*) FILTER (
        says AND contains(candidate, '+') AND regexp_full_match(candidate, '\d([.,]\d+)?[eE]\+\d+')
    ) AS in_powers,
    min(candidate) FILTER (
        says AND contains(candidate, '+') AND regexp_full_match(candidate, '\d([.,]\d+)?[eE]\+\d+')
    ) AS in_power,
    histogram(COLUMNS('^t\d+$')) FILTER (says)
FROM candidate_rows
