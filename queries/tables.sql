-- The tables of the database in use; in a new one, those that others refer to come first.
--
-- Grain: one row per table.
SELECT table_name
FROM duckdb_tables()
WHERE database_name = current_database() AND NOT internal
ORDER BY table_oid
