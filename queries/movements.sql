-- People who joined, left, or left for a reason, by period and category.
--
-- Grain: one row per unit, role, period, direction, characteristic and category.
-- Parameter: $refined, whether characteristics that only show others in more detail are there too.
SELECT
    movements.unit,
    movements.role,
    movements.period_start,
    movements.period_end,
    movements.direction,
    movements.characteristic,
    movements.category,
    categories.kind,
    categories.category_order,
    movements.people,
    coalesce(citations.citation, '') AS document,
    movements.source
FROM movements
INNER JOIN categories USING (characteristic, category)
INNER JOIN characteristics USING (characteristic)
LEFT JOIN citations ON citations.document = split_part(movements.source, ', ', 1)
WHERE $refined OR characteristics.refines IS NULL
ORDER BY unit, role, period_start, period_end, direction, characteristic, category_order
