CREATE TABLE cases (
    number TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    queue TEXT NOT NULL,
    tier INTEGER NOT NULL,
    updated TEXT NOT NULL,
    events INTEGER NOT NULL,        -- how many there are: what a writer must know before it adds one
    header TEXT NOT NULL,           -- JSON of CaseHeader
    counted TEXT NOT NULL DEFAULT '[]'  -- JSON of the fixes that this case has added to `fixes`
);
CREATE INDEX cases_by_update ON cases (updated);
CREATE INDEX cases_by_status ON cases (status, updated);

CREATE TABLE events (
    number TEXT NOT NULL REFERENCES cases ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,            -- JSON of Event
    PRIMARY KEY (number, seq)
) WITHOUT ROWID;

-- Tree versions, shared by all cases that were walked on them.
CREATE TABLE sources (
    digest TEXT PRIMARY KEY,
    source TEXT NOT NULL
);
CREATE TABLE case_sources (
    number TEXT NOT NULL REFERENCES cases ON DELETE CASCADE,
    digest TEXT NOT NULL REFERENCES sources,
    PRIMARY KEY (number, digest)
) WITHOUT ROWID;
CREATE INDEX case_sources_by_digest ON case_sources (digest);

CREATE TABLE fixes (
    tree TEXT NOT NULL,
    fix TEXT NOT NULL,
    tried INTEGER NOT NULL,
    helped INTEGER NOT NULL,
    PRIMARY KEY (tree, fix)
) WITHOUT ROWID;

-- Which living processes have a case open.
CREATE TABLE presence (
    number TEXT NOT NULL,
    pid INTEGER NOT NULL,
    born TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (number, pid)
) WITHOUT ROWID;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
