import GRDB

/// The store's tables, built up by named migrations. A migration that has shipped is never edited.
enum ForumSchema {
  /// "MOIF" in ASCII, in SQLite's header field for the program a database belongs to.
  static let applicationID: Int32 = 0x4D4F_4946

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 applications and decisions") { database in
      try database.execute(sql: applications + people + decisions + desk)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    migrator.registerMigration("2 purges") { database in
      try database.execute(sql: purges)
    }
    return migrator
  }()

  /// Times are seconds since 1970 in UTC. Lists are JSON. Nothing here names a person.
  private static let applications = """
    CREATE TABLE forum_state (
      name TEXT NOT NULL PRIMARY KEY,
      value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE receipt_counter (
      year INTEGER NOT NULL PRIMARY KEY,
      last INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE application (
      row INTEGER PRIMARY KEY,
      receipt TEXT NOT NULL UNIQUE,
      submitted INTEGER NOT NULL,
      updated INTEGER NOT NULL,
      channel TEXT NOT NULL,
      status TEXT NOT NULL,
      applicant TEXT,
      applicant_kind TEXT,
      country TEXT,
      region TEXT,
      field TEXT,
      is_commercialisation INTEGER NOT NULL CHECK (is_commercialisation IN (0, 1)),
      is_industry INTEGER NOT NULL CHECK (is_industry IN (0, 1)),
      wants_joint_research INTEGER NOT NULL CHECK (wants_joint_research IN (0, 1)),
      wants_counselling INTEGER NOT NULL CHECK (wants_counselling IN (0, 1)),
      revision INTEGER NOT NULL,
      purged INTEGER,
      content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX application_by_submission ON application (submitted);
    CREATE INDEX application_by_status ON application (status, submitted);

    CREATE TABLE application_revision (
      receipt TEXT NOT NULL REFERENCES application (receipt),
      revision INTEGER NOT NULL,
      replaced INTEGER NOT NULL,
      by TEXT NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (receipt, revision)
    ) STRICT, WITHOUT ROWID;

    -- Rows of form services that were taken in: digests only, so that they can outlive a purge.
    CREATE TABLE source_row (
      key_digest TEXT NOT NULL PRIMARY KEY,
      content_digest TEXT NOT NULL,
      receipt TEXT NOT NULL REFERENCES application (receipt),
      revision INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// Personal data: `contact`, `consent_proof`, `counselling_note`, `introduction_note`, `partner_note`, and accounts.
  private static let people = """
    CREATE TABLE contact (
      receipt TEXT NOT NULL PRIMARY KEY REFERENCES application (receipt),
      person_name TEXT NOT NULL,
      email TEXT,
      phone TEXT,
      position TEXT,
      department TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE consent (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      receipt TEXT NOT NULL REFERENCES application (receipt),
      recipient TEXT NOT NULL,
      purpose TEXT NOT NULL,
      items TEXT NOT NULL,
      valid_until INTEGER NOT NULL,
      method TEXT NOT NULL,
      given INTEGER NOT NULL,
      withdrawn INTEGER
    ) STRICT;
    CREATE INDEX consent_by_receipt ON consent (receipt);

    CREATE TABLE consent_proof (
      consent INTEGER NOT NULL PRIMARY KEY REFERENCES consent (id),
      proof TEXT NOT NULL
    ) STRICT;

    CREATE TABLE provision (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      receipt TEXT NOT NULL REFERENCES application (receipt),
      recipient TEXT NOT NULL,
      recipient_name TEXT,
      purpose TEXT NOT NULL,
      items TEXT NOT NULL,
      consent INTEGER NOT NULL REFERENCES consent (id),
      time INTEGER NOT NULL,
      actor TEXT NOT NULL
    ) STRICT;
    CREATE INDEX provision_by_receipt ON provision (receipt);

    CREATE TABLE user_account (
      name TEXT NOT NULL PRIMARY KEY,
      display_name TEXT NOT NULL,
      role TEXT NOT NULL,
      password_hash TEXT NOT NULL,
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
      created INTEGER NOT NULL,
      last_login INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE web_session (
      token_digest TEXT NOT NULL PRIMARY KEY,
      user TEXT NOT NULL REFERENCES user_account (name),
      created INTEGER NOT NULL,
      expires INTEGER NOT NULL,
      last_seen INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX web_session_by_user ON web_session (user);

    CREATE TABLE client_token (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      digest TEXT NOT NULL UNIQUE,
      created INTEGER NOT NULL,
      expires INTEGER,
      last_used INTEGER,
      revoked INTEGER
    ) STRICT;
    """

  private static let decisions = """
    CREATE TABLE suggestion (
      receipt TEXT NOT NULL REFERENCES application (receipt),
      organization TEXT NOT NULL,
      rank INTEGER NOT NULL,
      score REAL NOT NULL,
      level TEXT NOT NULL,
      reasons TEXT NOT NULL,
      made INTEGER NOT NULL,
      policy_hash TEXT NOT NULL,
      is_released INTEGER NOT NULL CHECK (is_released IN (0, 1)),
      PRIMARY KEY (receipt, organization)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE partner_mark (
      receipt TEXT NOT NULL REFERENCES application (receipt),
      organization TEXT NOT NULL,
      kind TEXT NOT NULL,
      by TEXT NOT NULL,
      time INTEGER NOT NULL,
      PRIMARY KEY (receipt, organization, kind)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE partner_note (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      receipt TEXT NOT NULL REFERENCES application (receipt),
      organization TEXT NOT NULL,
      text TEXT NOT NULL,
      by TEXT NOT NULL,
      time INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX partner_note_by_receipt ON partner_note (receipt);

    CREATE TABLE interest (
      receipt TEXT NOT NULL REFERENCES application (receipt),
      organization TEXT NOT NULL,
      answer TEXT NOT NULL,
      reason TEXT,
      time INTEGER NOT NULL,
      PRIMARY KEY (receipt, organization)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX interest_by_organization ON interest (organization);

    CREATE TABLE introduction (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      receipt TEXT NOT NULL REFERENCES application (receipt),
      organization TEXT NOT NULL,
      partner_receipt TEXT REFERENCES application (receipt),
      state TEXT NOT NULL,
      applicant_answer TEXT,
      applicant_time INTEGER,
      applicant_means TEXT,
      applicant_by TEXT,
      partner_answer TEXT,
      partner_time INTEGER,
      partner_means TEXT,
      partner_by TEXT,
      created INTEGER NOT NULL,
      by TEXT NOT NULL,
      UNIQUE (receipt, organization)
    ) STRICT;
    CREATE INDEX introduction_by_organization ON introduction (organization);
    CREATE INDEX introduction_by_partner ON introduction (partner_receipt) WHERE partner_receipt IS NOT NULL;

    CREATE TABLE outcome_event (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      introduction INTEGER NOT NULL REFERENCES introduction (id),
      stage TEXT NOT NULL,
      reason TEXT,
      time INTEGER NOT NULL,
      by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX outcome_event_by_introduction ON outcome_event (introduction);

    CREATE TABLE introduction_note (
      event INTEGER NOT NULL PRIMARY KEY REFERENCES outcome_event (id),
      note TEXT NOT NULL
    ) STRICT;

    CREATE TABLE counselling_session (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      receipt TEXT NOT NULL REFERENCES application (receipt),
      status TEXT NOT NULL,
      counsellor TEXT,
      queued INTEGER NOT NULL,
      begun INTEGER,
      ended INTEGER,
      referral TEXT
    ) STRICT;
    CREATE INDEX counselling_session_by_receipt ON counselling_session (receipt);

    CREATE TABLE counselling_note (
      session INTEGER NOT NULL PRIMARY KEY REFERENCES counselling_session (id),
      notes TEXT NOT NULL,
      next_step TEXT NOT NULL
    ) STRICT;
    """

  private static let desk = """
    CREATE TABLE audit_entry (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      time INTEGER NOT NULL,
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_entry_by_subject ON audit_entry (subject);

    CREATE TABLE rule_file (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      hash TEXT NOT NULL,
      name TEXT NOT NULL,
      content TEXT NOT NULL,
      since INTEGER NOT NULL,
      by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE policy (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      hash TEXT NOT NULL,
      name TEXT NOT NULL,
      content TEXT NOT NULL,
      since INTEGER NOT NULL,
      by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE form_mapping (
      fingerprint TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      mapping TEXT NOT NULL,
      updated INTEGER NOT NULL,
      by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE secret (
      name TEXT NOT NULL PRIMARY KEY,
      bytes BLOB NOT NULL,
      created INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE job (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      state TEXT NOT NULL,
      progress TEXT NOT NULL,
      report TEXT,
      begun INTEGER NOT NULL,
      ended INTEGER,
      by TEXT NOT NULL
    ) STRICT;
    """

  /// What was purged, as JSON without personal data. `forum_state` says whether the files still hold remains of it.
  private static let purges = """
    CREATE TABLE purge_report (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      time INTEGER NOT NULL,
      content TEXT NOT NULL
    ) STRICT;
    INSERT INTO forum_state VALUES ('remains', 0);
    """
}
