-- Characteristics that are others in more detail, such as ethnic_group of ethnicity.
--
-- Grain: one row per characteristic that refines another. Those of a cross have commas between
-- them: ethnicity,sex.
SELECT characteristic, refines
FROM characteristics
WHERE refines IS NOT NULL
ORDER BY characteristic
