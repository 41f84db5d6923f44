-- How many candidates went each way through the stages.
--
-- Grain: one row per way: the stages reached, the outcomes there, and the dates out of order. No
-- parameters. `changing` are those who gave different answers. Reads candidate_histories.
SELECT
    reached,
    passed,
    pending,
    failed,
    withdrawn,
    blank,
    disordered,
    count(*) AS candidates,
    sum(entries)::BIGINT AS entries,
    count(*) FILTER (answers_low <> answers_high) AS changing
FROM candidate_histories
GROUP BY ALL
ORDER BY ALL
