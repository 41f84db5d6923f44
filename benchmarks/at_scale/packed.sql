-- The same with the characteristics of few categories packed into one grouping set.
--
-- Grain: one row per stage, outcome and ethnic group, and one per stage, outcome
-- and combination of the other answers, which are added up afterwards; `together` is 1 in the former.
-- Reads the view `candidates`.
SELECT
    "Stage",
    "Outcome",
    "Ethnic group",
    "Sex",
    "Sexual orientation",
    "Disability",
    "Age band",
    grouping("Sex") AS together,
    count(*) AS candidates
FROM candidates
GROUP BY GROUPING SETS (
    ("Stage", "Outcome", "Ethnic group"),
    ("Stage", "Outcome", "Sex", "Sexual orientation", "Disability", "Age band")
)
