-- Every count of some campaigns, as they are kept.
--
-- Grain: one row per campaign, stage, outcome, characteristic and category. Parameters: $campaigns,
-- a list such as ['LE19']; $corrected, whether documented corrections replace the printed counts.
-- Stages are numbered from 1 without a gap, those without counts included.
WITH numbered AS (
    SELECT
        campaign,
        stage,
        row_number() OVER (PARTITION BY campaign ORDER BY stage_order) AS stage_order
    FROM stages
)

SELECT
    stage_counts.campaign,
    stage_counts.stage,
    numbered.stage_order::INTEGER AS stage_order,
    stage_counts.outcome,
    stage_counts.characteristic,
    stage_counts.category,
    categories.kind,
    CASE
        WHEN $corrected THEN coalesce(corrections.corrected, stage_counts.candidates)
        ELSE stage_counts.candidates
    END AS candidates
FROM stage_counts
INNER JOIN numbered USING (campaign, stage)
INNER JOIN categories USING (characteristic, category)
LEFT JOIN corrections USING (campaign, stage, outcome, characteristic, category)
WHERE stage_counts.campaign IN (SELECT unnest($campaigns::VARCHAR[]))
ORDER BY campaign, stage_order, outcome, characteristic, category_order, category
