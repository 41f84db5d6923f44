-- How many people have more than one application in an export of candidates.
--
-- Grain: one row. No parameters. Reads candidate_entries.
SELECT count(*) AS people, coalesce(sum(applications), 0)::BIGINT AS applications
FROM (
    SELECT count(DISTINCT candidate) AS applications
    FROM candidate_entries
    WHERE person <> ''
    GROUP BY person
    HAVING min(candidate) <> max(candidate)
)
