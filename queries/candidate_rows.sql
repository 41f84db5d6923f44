-- The rows of an export of candidates: the key trimmed, other texts as they are, numbered.
--
-- Grain: one row per row of the source; `says` is false where no column that is read says anything.
-- Parameter: $spaces, what is trimmed off keys. Reads source_rows: candidate, person, t0, t1, ...
SELECT
    -- Few keys begin or end with anything but a plain character: the others are worth a look.
    CASE
        WHEN candidate[1] BETWEEN '!' AND '~' AND candidate[-1] BETWEEN '!' AND '~' THEN candidate
        ELSE trim(coalesce(candidate, ''), $spaces)
    END AS candidate,
    person,
    coalesce(COLUMNS('^t\d+$'), ''),
    something IS NOT NULL AS says,
    row_number
FROM (
    -- The number is worked out only where a query asks for it.
    SELECT
        *,
        coalesce(candidate, *COLUMNS('^t\d+$')) AS something,
        row_number() OVER () AS row_number
    FROM source_rows
)
