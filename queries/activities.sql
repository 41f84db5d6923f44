-- What was done to attract and support candidates, as the reports give it in numbers.
--
-- Grain: one row per activity, detail and unit, what belongs to one activity together.
SELECT
    activities.activity,
    activities.detail,
    activities.campaigns,
    activities.period_start,
    activities.period_end,
    activities.number,
    activities.unit,
    coalesce(citations.citation, '') AS document,
    activities.source
FROM activities
LEFT JOIN citations ON citations.document = split_part(activities.source, ', ', 1)
ORDER BY activities.activity, activities.detail, activities.unit
