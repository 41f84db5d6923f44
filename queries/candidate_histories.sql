-- What became of each candidate: the stages reached and the outcomes there, bit by bit.
--
-- Grain: one row per candidate. No parameters. Reads candidate_entries. Bit k stands for stage k of
-- those that occur, from 0; `answers` holds all answers of a row in one number.
SELECT
    candidate,
    count(*) AS entries,
    bit_or(reached) AS reached,
    coalesce(bit_or(stage_bit) FILTER (outcome = 'passed'), 0) AS passed,
    coalesce(bit_or(stage_bit) FILTER (outcome = 'pending'), 0) AS pending,
    coalesce(bit_or(stage_bit) FILTER (outcome = 'failed'), 0) AS failed,
    coalesce(bit_or(stage_bit) FILTER (outcome = 'withdrawn'), 0) AS withdrawn,
    coalesce(bit_or(stage_bit) FILTER (outcome = ''), 0) AS blank,
    bit_or(disordered) AS disordered,
    min(answers) AS answers_low,
    max(answers) AS answers_high
FROM candidate_entries
GROUP BY candidate
