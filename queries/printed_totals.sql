-- The totals that sources print beside the counts of a stage, as printed.
--
-- Grain: one row per campaign, stage, outcome and total printed. Parameter: $campaigns, a list such
-- as ['LE19']. A row of a monitoring table whose people thereby entered a later stage is the total
-- at both.
WITH printed AS (
    SELECT campaign, stage, outcome, people, place, rowid AS printed_order
    FROM printed_totals
    UNION ALL
    SELECT campaign, stage, outcome, total, source, row_order
    FROM printed_stage_rows
    UNION ALL
    SELECT campaign, enters, 'entered', total, source, row_order
    FROM printed_stage_rows
    WHERE enters IS NOT NULL
)

SELECT campaign, stage, outcome, people, place
FROM printed
WHERE campaign IN (SELECT unnest($campaigns::VARCHAR[]))
ORDER BY campaign, printed_order, outcome
