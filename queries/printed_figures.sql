-- Every percentage and claim that a report prints, as printed.
--
-- Grain: one row per document, location and figure, in the order of the documents. numerator and
-- denominator are the counts printed beside it; NULL where there are none.
SELECT
    printed_figures.document,
    printed_figures.location,
    printed_figures.campaign,
    printed_figures.kind,
    printed_figures.label,
    printed_figures.stage,
    printed_figures.outcome,
    printed_figures.characteristic,
    printed_figures.category,
    printed_figures.printed,
    printed_figures.numerator,
    printed_figures.denominator,
    coalesce(citations.citation, '') AS citation
FROM printed_figures
LEFT JOIN citations USING (document)
ORDER BY printed_figures.rowid
