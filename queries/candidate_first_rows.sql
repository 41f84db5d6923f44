-- Where the first candidate stands of each contradiction.
--
-- Grain: one row per contradiction. No parameters. Reads candidate_entries, candidate_histories and
-- wanted_ways: the contradiction, each way through the stages that has it, and the stage whose row
-- is wanted, as a bit; 0 for any row.
WITH wanted AS (
    SELECT candidate, contradiction, wanted_ways.stage_bit
    FROM candidate_histories
    INNER JOIN wanted_ways
        USING (reached, passed, pending, failed, withdrawn, blank, disordered)
)

SELECT contradiction, min(entries.row_number)::BIGINT AS first_row
FROM candidate_entries AS entries
INNER JOIN wanted USING (candidate)
WHERE wanted.stage_bit = 0 OR entries.stage_bit = wanted.stage_bit
GROUP BY contradiction
ORDER BY contradiction
