-- What tells the rows of each table apart.
--
-- Grain: one row per table of the database in use that has a primary key; its columns as a list.
SELECT table_name, constraint_column_names AS columns
FROM duckdb_constraints()
WHERE database_name = current_database() AND constraint_type = 'PRIMARY KEY'
ORDER BY table_name
