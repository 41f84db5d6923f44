-- The bare query: candidates by campaign, stage and outcome, and by each characteristic in turn.
--
-- Grain: one row per campaign, stage, outcome, characteristic and category; `characteristic` is a bit
-- mask in which one bit is clear, that of the characteristic. Reads the view `candidates`.
SELECT
    "Campaign",
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
    ("Campaign", "Stage", "Outcome", "Ethnic group"),
    ("Campaign", "Stage", "Outcome", "Sex"),
    ("Campaign", "Stage", "Outcome", "Sexual orientation"),
    ("Campaign", "Stage", "Outcome", "Disability"),
    ("Campaign", "Stage", "Outcome", "Age band")
)
