-- Candidates of many campaigns as a tracking system exports them, made up.
--
-- Grain: one row per candidate and stage that they reached, each in one campaign; a question left
-- blank is NULL. Parameters: $people, how many candidates; $campaigns, how many campaigns. The
-- nineteen ethnic groups and their shares are near those of the Census 2021 of England and Wales.
-- Everything is drawn by hashes of the candidate's number, so the rows are the same each time, and
-- no row waits for another: memory stays bounded whatever the number.
WITH drawn AS (
    SELECT
        range AS person,
        hash(range, 'campaign') % $campaigns AS campaign,
        hash(range, 'how far') % 10000 AS how_far,
        hash(range, 'ending') % 100 AS ending,
        hash(range, 'ethnicity') % 1000 AS ethnicity,
        hash(range, 'sex') % 100 AS sex,
        hash(range, 'orientation') % 100 AS orientation,
        hash(range, 'disability') % 100 AS disability,
        hash(range, 'age') % 100 AS age
    FROM range($people)
),

at_stages AS (
    -- Of 10,000 who apply, 7,500 enter the second stage, and so on.
    SELECT
        *,
        unnest(range(1, 2 + (
            (how_far < 7500)::INTEGER
            + (how_far < 5175)::INTEGER
            + (how_far < 3210)::INTEGER
            + (how_far < 3050)::INTEGER
            + (how_far < 1525)::INTEGER
        ))) AS stage
    FROM drawn
)

SELECT
    format('C{:05d}', campaign) AS "Campaign",
    format('APP-{:09d}', person) AS "Application ID",
    CASE stage
        WHEN 1 THEN 'Application'
        WHEN 2 THEN 'Telephone interview'
        WHEN 3 THEN 'Face to face interview'
        WHEN 4 THEN 'Assessment centre'
        WHEN 5 THEN 'Pre-employment checks'
        ELSE 'Offer'
    END AS "Stage",
    CASE
        WHEN
            how_far < CASE stage
                WHEN 1 THEN 7500
                WHEN 2 THEN 5175
                WHEN 3 THEN 3210
                WHEN 4 THEN 3050
                WHEN 5 THEN 1525
                ELSE 1450
            END
            THEN 'Successful'
        WHEN ending < 84 THEN 'Unsuccessful'
        WHEN ending < 92 THEN 'In progress'
        ELSE 'Withdrawn'
    END AS "Outcome",
    CASE
        WHEN ethnicity < 660 THEN 'White: English, Welsh, Scottish, Northern Irish or British'
        WHEN ethnicity < 668 THEN 'White: Irish'
        WHEN ethnicity < 669 THEN 'White: Gypsy or Irish Traveller'
        WHEN ethnicity < 671 THEN 'White: Roma'
        WHEN ethnicity < 727 THEN 'White: Any other White background'
        WHEN ethnicity < 735 THEN 'Mixed or Multiple ethnic groups: White and Black Caribbean'
        WHEN ethnicity < 739 THEN 'Mixed or Multiple ethnic groups: White and Black African'
        WHEN ethnicity < 747 THEN 'Mixed or Multiple ethnic groups: White and Asian'
        WHEN ethnicity < 755 THEN
            'Mixed or Multiple ethnic groups: Any other Mixed or multiple ethnic background'
        WHEN ethnicity < 785 THEN 'Asian, Asian British or Asian Welsh: Indian'
        WHEN ethnicity < 811 THEN 'Asian, Asian British or Asian Welsh: Pakistani'
        WHEN ethnicity < 822 THEN 'Asian, Asian British or Asian Welsh: Bangladeshi'
        WHEN ethnicity < 829 THEN 'Asian, Asian British or Asian Welsh: Chinese'
        WHEN ethnicity < 844 THEN 'Asian, Asian British or Asian Welsh: Any other Asian background'
        WHEN ethnicity < 867 THEN 'Black, Black British, Black Welsh, Caribbean or African: African'
        WHEN ethnicity < 877 THEN
            'Black, Black British, Black Welsh, Caribbean or African: Caribbean'
        WHEN ethnicity < 882 THEN
            'Black, Black British, Black Welsh, Caribbean or African: Any other Black background'
        WHEN ethnicity < 887 THEN 'Other ethnic group: Arab'
        WHEN ethnicity < 900 THEN 'Other ethnic group: Any other ethnic group'
        WHEN ethnicity < 950 THEN 'Prefer not to say'
    END AS "Ethnic group",
    CASE WHEN sex < 62 THEN 'Male' WHEN sex < 97 THEN 'Female' END AS "Sex",
    CASE
        WHEN orientation < 79 THEN 'Straight or heterosexual'
        WHEN orientation < 86 THEN 'Gay or lesbian'
        WHEN orientation < 91 THEN 'Bisexual'
        WHEN orientation < 96 THEN 'Prefer not to say'
    END AS "Sexual orientation",
    CASE WHEN disability < 91 THEN 'No' WHEN disability < 96 THEN 'Yes' END AS "Disability",
    CASE
        WHEN age < 30 THEN '16 to 24'
        WHEN age < 70 THEN '25 to 34'
        WHEN age < 87 THEN '35 to 44'
        WHEN age < 95 THEN '45 to 54'
        WHEN age < 97 THEN '55 and over'
    END AS "Age band"
FROM at_stages
