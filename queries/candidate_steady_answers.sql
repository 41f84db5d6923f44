-- Candidates whose rows all give the same answers, by way through the stages and answers.
--
-- Grain: one row per way and set of answers. Parameter: $one_row, whether a candidate should have
-- one row; those with several are then left to candidate_changing_answers. `repeats` are rows that
-- say again what another row says of the same candidate and stage; a row without an outcome adds
-- nothing to one that has one, and a candidate without any stage has one row that says so. Reads
-- candidate_histories.
SELECT
    reached,
    passed,
    pending,
    failed,
    withdrawn,
    answers_low AS answers,
    count(*) AS candidates,
    sum(
        entries
        - bit_count(passed) - bit_count(pending) - bit_count(failed) - bit_count(withdrawn)
        - bit_count(blank & ~(passed | pending | failed | withdrawn))
        - CASE WHEN reached = 0 THEN 1 ELSE 0 END
    )::BIGINT AS repeats
FROM candidate_histories
WHERE answers_low = answers_high AND (entries = 1 OR NOT $one_row)
GROUP BY ALL
ORDER BY ALL
