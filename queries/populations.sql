-- The communities served: what share of the people of an area a category is.
--
-- Grain: one row per area, date, characteristic and category. NULL in share_pct, people or quality
-- means that the source does not give it.
SELECT
    populations.area,
    areas.also_called,
    populations.as_at,
    populations.characteristic,
    populations.category,
    categories.kind,
    populations.share_pct,
    populations.people,
    populations.quality,
    coalesce(citations.citation, '') AS document,
    populations.source
FROM populations
INNER JOIN areas USING (area)
INNER JOIN categories USING (characteristic, category)
LEFT JOIN citations ON citations.document = split_part(populations.source, ', ', 1)
ORDER BY area, as_at, characteristic, category_order
