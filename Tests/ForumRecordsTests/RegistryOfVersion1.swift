/// A registry as the first release wrote it: its tables and a few rows. Never edited.
let registryOfVersion1 = """
  PRAGMA journal_mode = WAL;
  PRAGMA application_id = 1297041741;
  CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
  INSERT INTO grdb_migrations VALUES ('1 profiles and evidence');
  CREATE TABLE registry_state (
    name TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  INSERT INTO registry_state VALUES ('change_sequence', 0), ('change_sequence_complement', ~0);

  CREATE TABLE organization (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT,
    country TEXT,
    region TEXT,
    city TEXT,
    size_class TEXT,
    homepage TEXT,
    parent TEXT,
    is_full INTEGER NOT NULL CHECK (is_full IN (0, 1)),
    content_hash INTEGER NOT NULL,
    change_sequence INTEGER NOT NULL,
    profile BLOB NOT NULL
  ) STRICT;
  CREATE INDEX organization_by_change ON organization (change_sequence);

  CREATE TABLE evidence (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    date INTEGER,
    content_hash INTEGER NOT NULL,
    change_sequence INTEGER NOT NULL,
    content BLOB NOT NULL
  ) STRICT;
  CREATE INDEX evidence_by_change ON evidence (change_sequence);

  CREATE TABLE participation (
    evidence INTEGER NOT NULL REFERENCES evidence (row) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    organization INTEGER NOT NULL REFERENCES organization (row),
    role TEXT NOT NULL,
    PRIMARY KEY (evidence, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX participation_by_organization ON participation (organization);

  CREATE TABLE supporting_record (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    content_hash INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (type, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tombstone (
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    change_sequence INTEGER NOT NULL,
    PRIMARY KEY (type, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tombstone_by_change ON tombstone (change_sequence);
  UPDATE registry_state SET value = CASE name WHEN 'change_sequence' THEN 1 ELSE ~1 END;
  INSERT INTO organization VALUES
    (1, 'o1', 'institute', 'KR', NULL, NULL, NULL, NULL, NULL, 0, -7667386702124192599, 1,
     x'010000000000');
  INSERT INTO evidence VALUES
    (1, 'e1', 'patent', 1, 2352806777608494227, 1, x'010103656e05517562697400010151');
  INSERT INTO participation VALUES (1, 0, 1, 'owner');
  """
