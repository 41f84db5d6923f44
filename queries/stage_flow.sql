-- Candidates who entered, passed, failed, are pending at or withdrew from each stage, by category.
--
-- Grain: one row per campaign, stage, characteristic and category, every category at every stage.
-- Parameters: $campaigns, a list such as ['LE19']; $corrected, whether documented corrections
-- replace the printed counts; $refined, whether characteristics that only show others in more detail
-- are there too. NULL means that the outcome is not recorded at that stage; 0 that it
-- is, and nobody of the category is in it. Where no pass is printed, those who entered the next
-- stage passed.
WITH counts AS (
    SELECT
        stage_counts.campaign,
        stage_counts.stage,
        stage_counts.outcome,
        stage_counts.characteristic,
        stage_counts.category,
        CASE
            WHEN $corrected THEN coalesce(corrections.corrected, stage_counts.candidates)
            ELSE stage_counts.candidates
        END AS candidates
    FROM stage_counts
    INNER JOIN characteristics USING (characteristic)
    LEFT JOIN corrections USING (campaign, stage, outcome, characteristic, category)
    WHERE list_contains($campaigns, stage_counts.campaign)
        AND ($refined OR characteristics.refines IS NULL)
),

grid AS (
    -- GROUP BY gives no zero rows: a group that nobody of entered must still be there.
    SELECT
        stages.campaign,
        stages.stage,
        stages.stage_order,
        categories.characteristic,
        categories.category,
        categories.kind,
        categories.category_order
    FROM stages
    INNER JOIN (SELECT DISTINCT campaign, characteristic FROM counts) AS known USING (campaign)
    INNER JOIN categories USING (characteristic)
),

outcomes AS (
    SELECT
        campaign,
        stage,
        characteristic,
        category,
        sum(candidates) FILTER (outcome = 'entered') AS entered,
        sum(candidates) FILTER (outcome = 'passed') AS passed,
        sum(candidates) FILTER (outcome = 'failed') AS failed,
        sum(candidates) FILTER (outcome = 'pending') AS pending,
        sum(candidates) FILTER (outcome = 'withdrawn') AS withdrawn
    FROM counts
    GROUP BY campaign, stage, characteristic, category
),

recorded AS (
    SELECT
        grid.*,
        CASE WHEN count(entered) OVER stage_rows > 0 THEN coalesce(entered, 0) END AS entered,
        CASE WHEN count(passed) OVER stage_rows > 0 THEN coalesce(passed, 0) END AS passed,
        CASE WHEN count(failed) OVER stage_rows > 0 THEN coalesce(failed, 0) END AS failed,
        CASE WHEN count(pending) OVER stage_rows > 0 THEN coalesce(pending, 0) END AS pending,
        CASE WHEN count(withdrawn) OVER stage_rows > 0 THEN coalesce(withdrawn, 0) END AS withdrawn
    FROM grid
    LEFT JOIN outcomes USING (campaign, stage, characteristic, category)
    WINDOW stage_rows AS (PARTITION BY campaign, stage, characteristic)
),

followed AS (
    SELECT *, lead(entered) OVER next_stage AS entered_next
    FROM recorded
    WINDOW next_stage AS (PARTITION BY campaign, characteristic, category ORDER BY stage_order)
)

SELECT
    campaign,
    stage,
    stage_order,
    characteristic,
    category,
    kind,
    entered::BIGINT AS entered,
    coalesce(passed, entered_next)::BIGINT AS passed,
    failed::BIGINT AS failed,
    pending::BIGINT AS pending,
    withdrawn::BIGINT AS withdrawn,
    entered_next::BIGINT AS entered_next
FROM followed
WHERE entered IS NOT NULL
ORDER BY campaign, stage_order, characteristic, category_order
