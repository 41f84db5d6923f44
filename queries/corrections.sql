-- Documented corrections of printed counts.
--
-- Grain: one row per corrected count. Parameter: $campaigns, a list such as ['LE19a'].
SELECT campaign, stage, outcome, characteristic, category, printed, corrected, reason
FROM corrections
WHERE list_contains($campaigns, campaign)
ORDER BY campaign, stage, outcome, characteristic, category
