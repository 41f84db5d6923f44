-- The percentages that sources print beside the counts of a campaign, as printed.
--
-- Grain: one row per campaign and percentage, in the order printed. Parameter: $campaigns, a list
-- such as ['LE19']. numerator and denominator are the counts printed beside it; NULL where there
-- are none.
WITH printed AS (
    SELECT
        campaign, label, stage, outcome, characteristic, category, printed, numerator, denominator,
        place, row_order AS printed_order
    FROM printed_percentages
    UNION ALL
    SELECT
        campaign, label, stage, outcome, characteristic, category, printed, numerator, denominator,
        concat_ws(', ', document, location), rowid
    FROM printed_figures
    WHERE kind = 'share'
)

SELECT
    campaign, label, stage, outcome, characteristic, category, printed, numerator, denominator,
    place
FROM printed
WHERE campaign IN (SELECT unnest($campaigns::VARCHAR[]))
ORDER BY campaign, printed_order
