-- The rows of an export of candidates: keys as they are compared, other texts as they are, numbered.
--
-- Grain: one row per row of the source; `says` is false where no column that is read says anything,
-- `mended` true where characters were left out of the key that change neither what is read nor its
-- order, and `unseen` the first that stays and cannot be seen. Parameters: $spaces, what is trimmed
-- off keys; $idle, what is left out of them; $unseen, a pattern of what cannot be seen. Reads
-- source_rows: candidate, person, t0, t1, ...
SELECT *, regexp_extract(candidate, $unseen) AS unseen
FROM (
    SELECT
        -- Few keys have more than plain characters: these are composed (NFC), with plain spaces.
        CASE
            WHEN
                strlen(COLUMNS('^(candidate|person)$')) = length(COLUMNS('^(candidate|person)$'))
                AND COLUMNS('^(candidate|person)$')[1] BETWEEN '!' AND '~'
                AND COLUMNS('^(candidate|person)$')[-1] BETWEEN '!' AND '~'
                THEN COLUMNS('^(candidate|person)$')
            ELSE trim(
                regexp_replace(
                    nfc_normalize(
                        translate(coalesce(COLUMNS('^(candidate|person)$'), ''), $idle, '')
                    ),
                    '\p{Zs}',
                    ' ',
                    'g'
                ),
                $spaces
            )
        END,
        coalesce(COLUMNS('^t\d+$'), ''),
        something IS NOT NULL AS says,
        -- Of a conjunction DuckDB may work out the dear part first, and for every row.
        CASE
            WHEN strlen(candidate) > length(candidate)
                THEN translate(trim(candidate, $spaces), $idle, '') <> trim(candidate, $spaces)
            ELSE false
        END AS mended,
        row_number
    FROM (
        -- The number is worked out only where a query asks for it.
        SELECT
            *,
            coalesce(candidate, *COLUMNS('^t\d+$')) AS something,
            row_number() OVER () AS row_number
        FROM source_rows
    )
)
