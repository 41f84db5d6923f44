-- Candidates whose rows give different answers, or who have several rows where one is due.
--
-- Grain: one row per way through the stages, stage (as a bit; 0 for the whole candidate), and list
-- of different answers there. Parameters: $one_row, whether a candidate should have one row, so that
-- all rows count together; $any, false where it is known that there are none, so that no row is read.
-- `apart` says that the rows differ, `entries` are all of them, `repeats` the exact repetitions, and
-- `first_row` is where the first of these candidates stands. Reads candidate_entries and
-- candidate_histories.
WITH several AS (
    SELECT *
    FROM candidate_histories
    WHERE $any AND (answers_low <> answers_high OR (entries > 1 AND $one_row))
),

different AS (
    SELECT
        entries.candidate,
        entries.stage_bit,
        entries.reached,
        entries.outcome,
        entries.answers,
        count(*) AS times,
        min(entries.row_number) AS first_row
    FROM candidate_entries AS entries
    SEMI JOIN several USING (candidate)
    GROUP BY entries.candidate, entries.stage_bit, entries.reached, entries.outcome, entries.answers
),

stages AS (
    SELECT
        candidate,
        CASE WHEN $one_row THEN 0 ELSE stage_bit END AS stage_bit,
        list_sort(list(DISTINCT answers)) AS answers,
        count(*) > 1 AS apart,
        sum(times) AS entries,
        sum(times) - count(*) AS repeats,
        min(first_row) AS first_row
    FROM different
    GROUP BY ALL
)

SELECT
    several.reached,
    several.passed,
    several.pending,
    several.failed,
    several.withdrawn,
    stages.stage_bit::BIGINT AS stage_bit,
    stages.answers,
    stages.apart,
    count(*) AS candidates,
    sum(stages.entries)::BIGINT AS entries,
    sum(stages.repeats)::BIGINT AS repeats,
    min(stages.first_row)::BIGINT AS first_row
FROM stages
INNER JOIN several USING (candidate)
GROUP BY ALL
ORDER BY ALL
