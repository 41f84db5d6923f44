-- The bare query: candidates by stage and outcome, and by each characteristic in turn.
--
-- Grain: one row per stage, outcome, characteristic and category; `characteristic` is a bit
-- mask in which one bit is clear, that of the characteristic. Reads the view `candidates`.
SELECT
    "Stage",
    "Outcome",
    "Ethnic group",
    "Sex",
    "Sexual orientation",
    "Disability",
    "Age band",
    16 * grouping("Ethnic group")
    + 8 * grouping("Sex")
    + 4 * grouping("Sexual orientation")
    + 2 * grouping("Disability")
    + grouping("Age band") AS characteristic,
    count(*) AS candidates
FROM candidates
GROUP BY GROUPING SETS (
    ("Stage", "Outcome", "Ethnic group"),
    ("Stage", "Outcome", "Sex"),
    ("Stage", "Outcome", "Sexual orientation"),
    ("Stage", "Outcome", "Disability"),
    ("Stage", "Outcome", "Age band")
)
