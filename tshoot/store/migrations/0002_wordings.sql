-- Confirmed wordings of people, redacted: further phrases for a tree, or for an option of a question.
CREATE TABLE wordings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,   -- never given again: an admin may have it written down
    kind TEXT NOT NULL,                     -- tree | option
    tree TEXT NOT NULL,
    node TEXT NOT NULL,                     -- empty for a tree
    option TEXT NOT NULL,                   -- the option's key; empty for a tree
    text TEXT NOT NULL COLLATE NOCASE,
    times INTEGER NOT NULL,                 -- in how many cases
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    off INTEGER NOT NULL,
    UNIQUE (kind, tree, node, option, text)
);
CREATE INDEX wordings_by_place ON wordings (tree, node);

-- Grows with every change of what reading uses.
CREATE TABLE wordings_generation (number INTEGER NOT NULL);
INSERT INTO wordings_generation VALUES (0);

-- JSON of the wordings that a case has taught, so that it teaches each of them once.
ALTER TABLE cases ADD COLUMN taught TEXT NOT NULL DEFAULT '[]';
