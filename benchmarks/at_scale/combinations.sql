-- Candidates by every combination of answers there is, to be split by characteristic afterwards.
--
-- Grain: one row per stage, outcome and combination of answers. Reads the view `candidates`.
SELECT
    "Stage",
    "Outcome",
    "Ethnic group",
    "Sex",
    "Sexual orientation",
    "Disability",
    "Age band",
    count(*) AS candidates
FROM candidates
GROUP BY ALL
