-- Printed monitoring rows as tidy stage counts.
--
-- Grain: one row per campaign, stage, outcome, characteristic and category. The report prints a
-- total, the group and its blanks; the remainder is everyone who stated another answer. A row
-- whose people thereby entered a later stage ("Assessment Centre Successful") counts at both.
WITH cells AS (
    SELECT
        campaign,
        stage,
        outcome,
        enters,
        unnest([
            {'characteristic': 'ethnicity', 'category': 'BAME', 'candidates': bame},
            {'characteristic': 'ethnicity', 'category': 'Not stated', 'candidates': bame_blank},
            {'characteristic': 'ethnicity', 'category': 'White',
             'candidates': total - bame - bame_blank},
            {'characteristic': 'sex', 'category': 'Female', 'candidates': female},
            {'characteristic': 'sex', 'category': 'Not stated', 'candidates': female_blank},
            {'characteristic': 'sex', 'category': 'Male',
             'candidates': total - female - female_blank},
            {'characteristic': 'sexual_orientation', 'category': 'LGBT+', 'candidates': lgbt},
            {'characteristic': 'sexual_orientation', 'category': 'Not stated',
             'candidates': lgbt_blank},
            {'characteristic': 'sexual_orientation', 'category': 'Not LGBT+',
             'candidates': total - lgbt - lgbt_blank},
            {'characteristic': 'disability', 'category': 'Disabled', 'candidates': disabled},
            {'characteristic': 'disability', 'category': 'Not stated',
             'candidates': disabled_blank},
            {'characteristic': 'disability', 'category': 'Not disabled',
             'candidates': total - disabled - disabled_blank}
        ], recursive := true)
    FROM printed_stage_rows
)

SELECT campaign, stage, outcome, characteristic, category, candidates
FROM cells
UNION ALL
SELECT campaign, enters, 'entered', characteristic, category, candidates
FROM cells
WHERE enters IS NOT NULL
