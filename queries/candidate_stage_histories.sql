-- What became of the candidates of many campaigns, and whether each is at no stage twice.
--
-- Grain: one row per campaign and set of stages with their outcomes (`marks`, a bit each), whether
-- any row says a stage and outcome `again`, whether the answers are `changing` from row to row, and
-- whether the key is `plain` characters alone. Parameter: $characteristics, how many columns of
-- answers there are. DuckDB runs it, and Spark in translation: so no character class, no FILTER, and
-- no pattern that ends in $ alone, which Java lets stand before a last line break.
-- Reads marked_entries: campaign, candidate, mark, answers (a bit for each answer).
SELECT
    campaign,
    marks,
    again,
    changing,
    -- A plus may be part of a number that Excel has written in powers of ten.
    NOT regexp_matches(candidate, '^$|^ | $|[^ -*,-~]') AS plain,
    count(*) AS candidates,
    sum(entries)::BIGINT AS entries
FROM (
    SELECT
        campaign,
        candidate,
        bit_or(mark) AS marks,
        count(*) > bit_count(bit_or(mark)) AS again,
        bit_count(bit_or(answers)) > $characteristics AS changing,
        count(*) AS entries
    FROM marked_entries
    GROUP BY campaign, candidate
)
GROUP BY ALL
