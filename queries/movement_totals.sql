-- The totals that a report prints beside its movements, which need not be what the categories add up to.
--
-- Grain: one row per unit, role, period, direction and characteristic.
SELECT
    movement_totals.unit,
    movement_totals.role,
    movement_totals.period_start,
    movement_totals.period_end,
    movement_totals.direction,
    movement_totals.characteristic,
    movement_totals.printed_total,
    coalesce(citations.citation, '') AS document,
    movement_totals.source
FROM movement_totals
LEFT JOIN citations ON citations.document = split_part(movement_totals.source, ', ', 1)
ORDER BY unit, role, period_start, period_end, direction, characteristic
