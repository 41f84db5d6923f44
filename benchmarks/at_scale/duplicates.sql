-- How many candidates are at one stage of a campaign twice.
--
-- Grain: one row. Every key is looked at, so what does not fit into memory goes to disk. Reads the
-- view `candidates`.
SELECT count(*) AS repeated
FROM (
    SELECT 1
    FROM candidates
    GROUP BY "Campaign", "Application ID", "Stage"
    HAVING count(*) > 1
)
