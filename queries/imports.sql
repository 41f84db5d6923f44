-- What was brought into the warehouse and taken out of it: from which file, when, by which version.
--
-- Grain: one row per import, replacement and removal, first to last. NULL is not applicable, or not
-- kept: a removal has no name. findings counts what the checks named, contradictions those of them
-- that were accepted.
SELECT
    imports.import_id,
    strftime(imports.imported_at, '%Y-%m-%dT%H:%M:%SZ') AS imported_at,
    imports.action,
    imports.subject,
    imports.campaign,
    imports.layout,
    imports.file,
    imports.sha256,
    imports.bytes,
    imports.rows_read,
    imports.people,
    (
        SELECT count(*) FROM import_findings
        WHERE import_findings.import_id = imports.import_id
    ) AS findings,
    (
        SELECT count(*) FROM import_findings
        WHERE import_findings.import_id = imports.import_id AND import_findings.contradiction
    ) AS contradictions,
    imports.mapping,
    imports.mapping_sha256,
    imports.options,
    imports.version
FROM imports
ORDER BY imports.import_id
