import GRDB

/// The registry's tables, built up by named migrations. A migration that has shipped is never edited.
enum RegistrySchema {
  /// "MOIM" in ASCII, in SQLite's header field for the program a database belongs to.
  static let applicationID: Int32 = 0x4D4F_494D

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 profiles and evidence") { database in
      try database.execute(sql: profilesAndEvidence)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    migrator.registerMigration("2 applications") { database in
      try database.execute(sql: applications)
    }
    migrator.registerMigration("3 bodies") { database in
      try database.execute(sql: bodies)
    }
    migrator.registerMigration("4 sources") { database in
      try database.execute(sql: sources)
    }
    migrator.registerMigration("5 classifications") { database in
      try database.execute(sql: classifications)
    }
    return migrator
  }()

  /// Blocks of long fields may be of version 2 from here on, which earlier builds cannot read. No row changes its content
  /// or hash; but the index knows fields of research only of what it sees from here on, so it is shown everything again. What
  /// was resolved stays so.
  private static let classifications = """
    UPDATE registry_state SET value = CASE name WHEN 'change_sequence' THEN value + 1 ELSE value - 1 END
      WHERE EXISTS (SELECT 1 FROM organization) OR EXISTS (SELECT 1 FROM evidence);
    UPDATE resolution_progress SET sequence = sequence + 1
      WHERE sequence > 0 AND sequence + 1 = (SELECT value FROM registry_state WHERE name = 'change_sequence');
    UPDATE organization SET change_sequence =
      (SELECT value FROM registry_state WHERE name = 'change_sequence');
    UPDATE evidence SET change_sequence =
      (SELECT value FROM registry_state WHERE name = 'change_sequence');
    """

  /// Ids are compared by bytes (SQLite's BINARY). Participations name row numbers, which never leave the registry.
  /// Everything that the search index follows carries the number of the transaction that last changed it;
  /// that number is kept with its complement, so that damage to it is noticed.
  private static let profilesAndEvidence = """
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
    """

  /// The applications that were matched last, each as JSON with sorted keys.
  private static let applications = """
    CREATE TABLE application (
      id TEXT NOT NULL PRIMARY KEY,
      content_hash INTEGER NOT NULL,
      content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// Which organisations are one body: each keeps its row, its profile and its part in evidence, and names the row of the
  /// body's first one, so that any merge can be undone. `resolution_key` finds what a new organisation may be one with.
  private static let bodies = """
    ALTER TABLE organization ADD COLUMN body INTEGER REFERENCES organization (row);
    CREATE INDEX organization_by_body ON organization (body) WHERE body IS NOT NULL;

    CREATE TABLE resolution_decision (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      primary_id TEXT NOT NULL,
      other_id TEXT NOT NULL,
      decider TEXT NOT NULL,
      date INTEGER NOT NULL,
      points INTEGER,
      reasons TEXT NOT NULL,
      is_undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX resolution_decision_by_other ON resolution_decision (other_id);

    CREATE TABLE held_pair (
      primary_id TEXT NOT NULL,
      other_id TEXT NOT NULL,
      points INTEGER NOT NULL,
      reasons TEXT NOT NULL,
      date INTEGER NOT NULL,
      PRIMARY KEY (primary_id, other_id)
    ) STRICT, WITHOUT ROWID;

    -- How much of the registry was looked through for bodies that are known under another id.
    CREATE TABLE resolution_progress (sequence INTEGER NOT NULL) STRICT;
    INSERT INTO resolution_progress VALUES (0);

    CREATE TABLE resolution_key (
      key INTEGER NOT NULL,
      organization INTEGER NOT NULL,
      PRIMARY KEY (key, organization)
    ) STRICT, WITHOUT ROWID;
    """

  /// Who says what. A claim without content says what is shown: an organisation's only one, and whatever evidence says.
  private static let sources = """
    CREATE TABLE source (
      row INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      date INTEGER NOT NULL
    ) STRICT;
    INSERT INTO source (row, name, date) VALUES (1, '\(RecordOrigin.earlierName)', 0);

    CREATE TABLE organization_claim (
      organization INTEGER NOT NULL REFERENCES organization (row) ON DELETE CASCADE,
      source INTEGER NOT NULL REFERENCES source (row),
      full_fields INTEGER NOT NULL,
      date INTEGER NOT NULL,
      location TEXT NOT NULL,
      change_sequence INTEGER NOT NULL,
      profile BLOB,
      PRIMARY KEY (organization, source)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE evidence_claim (
      evidence INTEGER NOT NULL REFERENCES evidence (row) ON DELETE CASCADE,
      source INTEGER NOT NULL REFERENCES source (row),
      date INTEGER NOT NULL,
      location TEXT NOT NULL,
      change_sequence INTEGER NOT NULL,
      content BLOB,
      PRIMARY KEY (evidence, source)
    ) STRICT, WITHOUT ROWID;

    INSERT INTO organization_claim
      SELECT row, 1, CASE is_full WHEN 1 THEN 4095 ELSE 0 END, 0, '', change_sequence, NULL FROM organization;
    INSERT INTO evidence_claim SELECT row, 1, 0, '', change_sequence, NULL FROM evidence;
    ALTER TABLE supporting_record ADD COLUMN source INTEGER REFERENCES source (row);
    """
}
