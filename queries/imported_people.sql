-- The people of each imported campaign: as its last import recorded them, and as they are there.
--
-- Grain: one row per campaign whose last import recorded its people: those who entered its first
-- stage. Every characteristic adds up to the same total, so the largest one counts them.
WITH last_imports AS (
    SELECT campaign, people AS recorded
    FROM imports
    WHERE subject = 'campaign' AND campaign IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY campaign ORDER BY import_id DESC) = 1
        AND action <> 'removed'
),

first_stages AS (
    SELECT campaign, arg_min(stage, stage_order) AS stage
    FROM stages
    GROUP BY campaign
),

totals AS (
    SELECT stage_counts.campaign, sum(stage_counts.candidates)::BIGINT AS entered
    FROM stage_counts
    INNER JOIN first_stages USING (campaign, stage)
    WHERE stage_counts.outcome = 'entered'
    GROUP BY stage_counts.campaign, stage_counts.characteristic
)

SELECT
    last_imports.campaign,
    last_imports.recorded,
    coalesce(max(totals.entered), 0) AS found
FROM last_imports
LEFT JOIN totals USING (campaign)
WHERE last_imports.recorded IS NOT NULL
GROUP BY last_imports.campaign, last_imports.recorded
ORDER BY last_imports.campaign
