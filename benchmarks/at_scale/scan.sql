-- What reading the columns alone takes: a floor, not an answer.
--
-- Grain: one row. Reads the view `candidates`.
SELECT
    count("Stage"),
    count("Outcome"),
    count("Ethnic group"),
    count("Sex"),
    count("Sexual orientation"),
    count("Disability"),
    count("Age band")
FROM candidates
