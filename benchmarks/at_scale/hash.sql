-- What reading and hashing the columns takes, as any grouping must: a floor, not an answer.
--
-- Grain: one row. Reads the view `candidates`.
SELECT
    bit_xor(
        hash(
            "Stage",
            "Outcome",
            "Ethnic group",
            "Sex",
            "Sexual orientation",
            "Disability",
            "Age band"
        )
    )
FROM candidates
