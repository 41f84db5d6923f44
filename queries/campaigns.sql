-- The campaigns, the people in them, and how far their counts reach.
--
-- Grain: one row per campaign, in the order in which they opened.
WITH entrants AS (
    -- Every characteristic adds up to the same total, so any one of them counts the people.
    SELECT campaign, stage, characteristic, sum(candidates)::BIGINT AS entered
    FROM stage_counts
    WHERE outcome = 'entered'
    GROUP BY campaign, stage, characteristic
),

reached AS (
    SELECT
        stages.campaign,
        stages.stage,
        stages.stage_order,
        max(entrants.entered) AS entered
    FROM stages
    INNER JOIN entrants USING (campaign, stage)
    GROUP BY stages.campaign, stages.stage, stages.stage_order
),

summary AS (
    SELECT
        campaign,
        arg_min(entered, stage_order) AS in_process,
        count(*)::BIGINT AS stages,
        arg_max(stage, stage_order) AS last_stage
    FROM reached
    GROUP BY campaign
)

SELECT
    campaigns.campaign,
    campaigns.title,
    campaigns.route,
    campaigns.opened,
    campaigns.closed,
    campaigns.submitted,
    campaigns.withdrawn,
    summary.in_process,
    coalesce(summary.stages, 0) AS stages,
    summary.last_stage,
    campaigns.as_at,
    coalesce(citations.citation, '') AS document,
    campaigns.source
FROM campaigns
LEFT JOIN summary USING (campaign)
LEFT JOIN citations ON citations.document = split_part(campaigns.source, ', ', 1)
ORDER BY campaigns.opened NULLS LAST, campaigns.campaign
