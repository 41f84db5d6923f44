-- Candidates who give one answer at each stage, and not the same at all of them.
--
-- Grain: one row per list of their different answers; `first_row` is where the first of these
-- candidates stands. No parameters. Reads candidate_entries and candidate_histories.
WITH stages AS (
    SELECT
        candidate,
        stage_bit,
        min(answers) AS answers_low,
        max(answers) AS answers_high,
        min(row_number) AS first_row
    FROM candidate_entries
    SEMI JOIN (SELECT candidate FROM candidate_histories WHERE answers_low <> answers_high)
        USING (candidate)
    GROUP BY candidate, stage_bit
),

moving AS (
    SELECT list_sort(list(DISTINCT answers_low)) AS answers, min(first_row) AS first_row
    FROM stages
    GROUP BY candidate
    HAVING bool_and(answers_low = answers_high)
)

SELECT answers, count(*) AS candidates, min(first_row)::BIGINT AS first_row
FROM moving
GROUP BY answers
ORDER BY answers
