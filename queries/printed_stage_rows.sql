-- Monitoring tables as reports lay them out: label, total, each group and its blanks side by side.
--
-- Grain: one row per campaign and printed row, in the order printed.
SELECT
    printed_stage_rows.campaign,
    printed_stage_rows.row_order,
    printed_stage_rows.label,
    printed_stage_rows.stage,
    printed_stage_rows.outcome,
    printed_stage_rows.enters,
    printed_stage_rows.total,
    printed_stage_rows.bame,
    printed_stage_rows.bame_blank,
    printed_stage_rows.female,
    printed_stage_rows.female_blank,
    printed_stage_rows.lgbt,
    printed_stage_rows.lgbt_blank,
    printed_stage_rows.disabled,
    printed_stage_rows.disabled_blank,
    coalesce(citations.citation, '') AS document,
    printed_stage_rows.source
FROM printed_stage_rows
LEFT JOIN citations ON citations.document = split_part(printed_stage_rows.source, ', ', 1)
ORDER BY printed_stage_rows.campaign, printed_stage_rows.row_order
