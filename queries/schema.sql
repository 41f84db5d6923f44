-- The warehouse: tidy tables in which the categories of one characteristic add up to the total.
--
-- Counts are people. Text keys are the published codes; the order of stages and categories is
-- data, because DuckDB loses the order of an ENUM on the way out.

CREATE TABLE warehouse (
    schema_version INTEGER NOT NULL
);
INSERT INTO warehouse VALUES (2);

CREATE TABLE documents (
    document VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    publisher VARCHAR,
    published DATE
);

-- A document as it is cited: title, publisher and date.
CREATE VIEW citations AS
SELECT
    document,
    concat_ws(', ', title, publisher, strftime(published, '%-d %B %Y')) AS citation
FROM documents;

-- refines: what a characteristic shows in more detail, such as 'ethnicity' for 'ethnic_group', or those
-- that it crosses ('ethnicity,sex'); NULL for one of its own. Commands leave a refinement out unless
-- it is named.
CREATE TABLE characteristics (
    characteristic VARCHAR PRIMARY KEY,
    refines VARCHAR
);

-- kind: the group reported on, its comparator (all who stated another answer), the blanks, or a
-- part of a characteristic that has no focus group.
CREATE TABLE categories (
    characteristic VARCHAR NOT NULL REFERENCES characteristics (characteristic),
    category VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('group', 'comparator', 'not stated', 'part')),
    category_order INTEGER NOT NULL,
    PRIMARY KEY (characteristic, category)
);

CREATE TABLE campaigns (
    campaign VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    route VARCHAR,
    opened DATE,
    closed DATE,
    as_at DATE,
    submitted BIGINT CHECK (submitted >= 0),
    withdrawn BIGINT CHECK (withdrawn >= 0),
    source VARCHAR NOT NULL,
    CHECK (opened <= closed),
    CHECK (withdrawn <= submitted)
);

CREATE TABLE stages (
    campaign VARCHAR NOT NULL REFERENCES campaigns (campaign),
    stage VARCHAR NOT NULL,
    stage_order INTEGER NOT NULL CHECK (stage_order > 0),
    PRIMARY KEY (campaign, stage),
    UNIQUE (campaign, stage_order)
);

CREATE TABLE stage_counts (
    campaign VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL
        CHECK (outcome IN ('entered', 'passed', 'failed', 'pending', 'withdrawn')),
    characteristic VARCHAR NOT NULL,
    category VARCHAR NOT NULL,
    candidates BIGINT NOT NULL CHECK (candidates >= 0),
    PRIMARY KEY (campaign, stage, outcome, characteristic, category),
    FOREIGN KEY (campaign, stage) REFERENCES stages (campaign, stage),
    FOREIGN KEY (characteristic, category) REFERENCES categories (characteristic, category)
);

-- A documented mending of a printed count, applied only when it is asked for.
CREATE TABLE corrections (
    campaign VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    characteristic VARCHAR NOT NULL,
    category VARCHAR NOT NULL,
    printed BIGINT NOT NULL CHECK (printed >= 0),
    corrected BIGINT NOT NULL CHECK (corrected >= 0),
    reason VARCHAR NOT NULL,
    PRIMARY KEY (campaign, stage, outcome, characteristic, category),
    FOREIGN KEY (campaign, stage, outcome, characteristic, category)
        REFERENCES stage_counts (campaign, stage, outcome, characteristic, category)
);

CREATE TABLE workforce (
    unit VARCHAR NOT NULL,
    as_at DATE NOT NULL,
    role VARCHAR NOT NULL,
    characteristic VARCHAR NOT NULL,
    category VARCHAR NOT NULL,
    headcount BIGINT CHECK (headcount >= 0),
    share_pct DOUBLE CHECK (share_pct BETWEEN 0 AND 100),
    source VARCHAR NOT NULL,
    PRIMARY KEY (unit, as_at, role, characteristic, category),
    FOREIGN KEY (characteristic, category) REFERENCES categories (characteristic, category),
    CHECK (headcount IS NOT NULL OR share_pct IS NOT NULL)
);

-- direction: people joined or left. Those dismissed, or who resigned in proceedings, are among those
-- who left; barred counts entries in the barred list.
CREATE TABLE movements (
    unit VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    period_start DATE NOT NULL,
    period_end DATE NOT NULL,
    direction VARCHAR NOT NULL
        CHECK (direction IN ('joined', 'left', 'dismissed', 'resigned in proceedings', 'barred')),
    characteristic VARCHAR NOT NULL,
    category VARCHAR NOT NULL,
    people BIGINT NOT NULL CHECK (people >= 0),
    source VARCHAR NOT NULL,
    PRIMARY KEY (unit, role, period_start, period_end, direction, characteristic, category),
    FOREIGN KEY (characteristic, category) REFERENCES categories (characteristic, category),
    CHECK (period_start < period_end)
);

-- The totals a report prints beside its movements, which need not be the sum of the categories.
CREATE TABLE movement_totals (
    unit VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    period_start DATE NOT NULL,
    period_end DATE NOT NULL,
    direction VARCHAR NOT NULL,
    characteristic VARCHAR NOT NULL,
    printed_total BIGINT NOT NULL CHECK (printed_total >= 0),
    source VARCHAR NOT NULL,
    PRIMARY KEY (unit, role, period_start, period_end, direction, characteristic)
);

-- The places that a benchmark can be about; also_called is the short name people use for one.
CREATE TABLE areas (
    area VARCHAR PRIMARY KEY,
    also_called VARCHAR UNIQUE
);

-- quality: how the source words the figure, such as 'estimated' or 'over'.
CREATE TABLE populations (
    area VARCHAR NOT NULL REFERENCES areas (area),
    as_at DATE NOT NULL,
    characteristic VARCHAR NOT NULL,
    category VARCHAR NOT NULL,
    share_pct DOUBLE CHECK (share_pct BETWEEN 0 AND 100),
    people BIGINT CHECK (people >= 0),
    quality VARCHAR,
    source VARCHAR NOT NULL,
    PRIMARY KEY (area, as_at, characteristic, category),
    FOREIGN KEY (characteristic, category) REFERENCES categories (characteristic, category),
    CHECK (share_pct IS NOT NULL OR people IS NOT NULL)
);

CREATE TABLE activities (
    activity VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    campaigns VARCHAR,
    period_start DATE,
    period_end DATE,
    number BIGINT NOT NULL CHECK (number >= 0),
    unit VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (activity, detail, unit)
);

-- A monitoring table as a report lays it out: one row per label, group and Blank side by side.
CREATE TABLE printed_stage_rows (
    campaign VARCHAR NOT NULL,
    row_order INTEGER NOT NULL,
    label VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    enters VARCHAR,
    total BIGINT NOT NULL,
    bame BIGINT NOT NULL,
    bame_blank BIGINT NOT NULL,
    female BIGINT NOT NULL,
    female_blank BIGINT NOT NULL,
    lgbt BIGINT NOT NULL,
    lgbt_blank BIGINT NOT NULL,
    disabled BIGINT NOT NULL,
    disabled_blank BIGINT NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (campaign, row_order)
);

CREATE TABLE printed_figures (
    document VARCHAR NOT NULL REFERENCES documents (document),
    location VARCHAR NOT NULL,
    campaign VARCHAR,
    kind VARCHAR NOT NULL,
    label VARCHAR,
    stage VARCHAR,
    outcome VARCHAR,
    characteristic VARCHAR,
    category VARCHAR,
    printed VARCHAR NOT NULL,
    numerator BIGINT CHECK (numerator >= 0),
    denominator BIGINT CHECK (denominator >= 0)
);

-- What reports say around their figures; the rules of wording look at these.
CREATE TABLE printed_sentences (
    document VARCHAR NOT NULL REFERENCES documents (document),
    location VARCHAR NOT NULL,
    campaign VARCHAR,
    sentence_order INTEGER NOT NULL CHECK (sentence_order > 0),
    sentence VARCHAR NOT NULL,
    PRIMARY KEY (document, sentence_order)
);

-- What was done to the warehouse. One of the user's own sources: its name, hash and size, the layout
-- it was read in, and the mapping and options that it was read with. people: of a campaign, those who
-- entered its first stage. campaign and file are NULL where a campaign was removed: not even its
-- name stays.
CREATE TABLE imports (
    import_id INTEGER PRIMARY KEY,
    imported_at TIMESTAMP NOT NULL,
    version VARCHAR NOT NULL,
    action VARCHAR NOT NULL CHECK (action IN ('imported', 'replaced', 'removed')),
    subject VARCHAR NOT NULL
        CHECK (subject IN ('campaign', 'workforce', 'movements', 'populations')),
    campaign VARCHAR,
    layout VARCHAR,
    file VARCHAR,
    sha256 VARCHAR,
    bytes BIGINT CHECK (bytes >= 0),
    mapping VARCHAR,
    mapping_sha256 VARCHAR,
    options VARCHAR,
    rows_read BIGINT CHECK (rows_read >= 0),
    people BIGINT CHECK (people >= 0)
);

-- What the checks found in a source that was imported all the same, in the words of that version;
-- contradiction: it was accepted. A finding that a later check words the same is the same finding, so
-- a sentence that is changed needs its old form recognised too.
CREATE TABLE import_findings (
    import_id INTEGER NOT NULL REFERENCES imports (import_id),
    finding_order INTEGER NOT NULL CHECK (finding_order > 0),
    check_name VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    finding VARCHAR NOT NULL,
    contradiction BOOLEAN NOT NULL,
    PRIMARY KEY (import_id, finding_order)
);

-- The percentages that the source of a campaign prints, as printed, and the counts that they come from.
CREATE TABLE printed_percentages (
    campaign VARCHAR NOT NULL REFERENCES campaigns (campaign),
    row_order INTEGER NOT NULL,
    label VARCHAR NOT NULL,
    stage VARCHAR,
    outcome VARCHAR,
    characteristic VARCHAR,
    category VARCHAR,
    printed VARCHAR NOT NULL,
    numerator BIGINT CHECK (numerator >= 0),
    denominator BIGINT CHECK (denominator >= 0),
    place VARCHAR NOT NULL,
    PRIMARY KEY (campaign, row_order)
);

-- The totals that the source of a campaign prints, which need not be the sum of the categories.
CREATE TABLE printed_totals (
    campaign VARCHAR NOT NULL REFERENCES campaigns (campaign),
    stage VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    people BIGINT NOT NULL CHECK (people >= 0),
    place VARCHAR NOT NULL
);
