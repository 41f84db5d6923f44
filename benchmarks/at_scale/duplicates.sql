-- How many candidates are at one stage twice.
--
-- Grain: one row. Every key is looked at, so what does not fit into memory goes to disk. Reads the
-- view `candidates`.
SELECT count(*) AS repeated
FROM (
    SELECT 1
    FROM candidates
    GROUP BY "Application ID", "Stage"
    HAVING count(*) > 1
)
