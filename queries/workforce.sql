-- Headcounts and printed shares of the workforce, by role and category.
--
-- Grain: one row per unit, date, role, characteristic and category. NULL in headcount or share_pct means
-- that the source does not give it.
-- Parameter: $refined, whether characteristics that only show others in more detail are there too.
SELECT
    workforce.unit,
    workforce.as_at,
    workforce.role,
    workforce.characteristic,
    workforce.category,
    categories.kind,
    categories.category_order,
    workforce.headcount,
    workforce.share_pct,
    coalesce(citations.citation, '') AS document,
    workforce.source
FROM workforce
INNER JOIN categories USING (characteristic, category)
INNER JOIN characteristics USING (characteristic)
LEFT JOIN citations ON citations.document = split_part(workforce.source, ', ', 1)
WHERE $refined OR characteristics.refines IS NULL
ORDER BY unit, as_at, role, characteristic, category_order
