-- What the checks named when the data that is there now was imported; contradictions among it were
-- accepted.
--
-- Grain: one row per finding of the last import of each campaign, and of every import of the
-- workforce, movements and populations, whose rows gather. campaign is NULL where a finding is about
-- no campaign.
WITH latest AS (
    SELECT max(import_id) AS import_id
    FROM imports
    GROUP BY subject, campaign, CASE WHEN subject <> 'campaign' THEN import_id END
)

SELECT
    imports.import_id,
    imports.subject,
    imports.campaign,
    import_findings.check_name,
    import_findings.place,
    import_findings.finding,
    import_findings.contradiction
FROM import_findings
INNER JOIN latest USING (import_id)
INNER JOIN imports USING (import_id)
ORDER BY imports.import_id, import_findings.finding_order
