-- How many people have more than one application in an export of candidates.
--
-- Grain: one row. Parameter: $spaces, what is trimmed off keys. Reads candidate_entries.
SELECT count(*) AS people, coalesce(sum(applications), 0)::BIGINT AS applications
FROM (
    SELECT count(DISTINCT candidate) AS applications
    FROM candidate_entries
    WHERE trim(coalesce(person, ''), $spaces) <> ''
    GROUP BY trim(person, $spaces)
    HAVING min(candidate) <> max(candidate)
)
