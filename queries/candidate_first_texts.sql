-- Where each of some texts stands first in one column of an export of candidates.
--
-- Grain: one row per text. No parameters. Reads candidate_column (text, row_number) and
-- wanted_texts (text).
SELECT text, min(candidate_column.row_number)::BIGINT AS first_row
FROM candidate_column
INNER JOIN wanted_texts USING (text)
GROUP BY text
ORDER BY first_row, text
