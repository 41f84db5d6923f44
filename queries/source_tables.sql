-- Which tables there are in the DuckDB file that is read as `source`.
--
-- Grain: one row per table; views are left out, since what they read may be elsewhere. No parameters.
SELECT schema_name, table_name
FROM duckdb_tables()
WHERE database_name = 'source'
ORDER BY schema_name, table_name
