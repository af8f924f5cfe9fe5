/// A store as its first version wrote it: its tables and a row in most of them. Never edited.
let forumStoreOfVersion1 = """
  PRAGMA journal_mode = WAL;
  PRAGMA application_id = 1297041734;
  CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
  INSERT INTO grdb_migrations VALUES ('1 applications and decisions');
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

  CREATE TABLE source_row (
    key_digest TEXT NOT NULL PRIMARY KEY,
    content_digest TEXT NOT NULL,
    receipt TEXT NOT NULL REFERENCES application (receipt),
    revision INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

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

  INSERT INTO receipt_counter VALUES (2026, 2);
  INSERT INTO application VALUES
    (1, '2026-0001', 1795262400, 1795262400, 'web', 'received', 'kist', 'company', 'KR', '대전', 'PHYS', 1, 0, 1, 0, 2,
     NULL,
     '{"application":{"applicant":{"country":"KR","id":"kist","kind":"company"},"id":"2026-0001","keywords":["양자"],'
     || '"needs":[{"statement":"냉각기","urgency":"wished"}],"offers":[],"submitted":"2026-11-21","summary":"","title":'
     || '"검출기"},"channel":"web","courses":["commercialisation"],"field":"PHYS","language":"ko","readinessLevel":4,'
     || '"receipt":"2026-0001","region":"대전","revision":2,"status":"received","submitted":1795262400,"updated":'
     || '1795262400,"wantedKinds":["institute"],"wantedRegions":[],"wantsCounselling":false,"wantsJointResearch":true}'),
    (2, '2026-0002', 1795262460, 1795262460, 'paper', 'closed', NULL, NULL, NULL, NULL, NULL, 0, 1, 0, 1, 1, 1795262500,
     '{"application":{"id":"2026-0002","keywords":[],"needs":[],"offers":[],"summary":"","title":""},"channel":"paper",'
     || '"courses":["industry"],"language":"en","receipt":"2026-0002","revision":1,"status":"closed","submitted":'
     || '1795262460,"updated":1795262460,"wantedKinds":[],"wantedRegions":[],"wantsCounselling":true,'
     || '"wantsJointResearch":false}');
  INSERT INTO contact VALUES ('2026-0001', '홍길동', 'hong@example.kr', NULL, '책임', NULL);
  INSERT INTO consent VALUES
    (1, '2026-0001', 'forum', 'joint_research', '["name","email"]', 1826798400, 'web', 1795262400, NULL);
  INSERT INTO consent_proof VALUES (1, 'wording 3');
  INSERT INTO provision VALUES
    (1, '2026-0001', 'forum', NULL, 'joint_research', '["name"]', 1, 1795262401, 'kim');
  INSERT INTO user_account VALUES ('kim', '김', 'administrator', 'scrypt:x', 1, 1795262300, NULL);
  INSERT INTO suggestion VALUES ('2026-0001', 'snu', 1, 2.5, 'good', '[]', 1795262402, 'p1', 1);
  INSERT INTO partner_mark VALUES ('2026-0001', 'snu', 'pin', 'kim', 1795262403);
  INSERT INTO interest VALUES ('2026-0001', 'snu', 'yes', NULL, 1795262404);
  INSERT INTO introduction VALUES
    (1, '2026-0001', 'snu', NULL, 'proposed', 'yes', 1795262404, 'link', 'applicant', NULL, NULL, NULL, NULL, 1795262403,
     'kim');
  INSERT INTO outcome_event VALUES (1, 1, 'introduced', NULL, 1795262405, 'kim');
  INSERT INTO counselling_session VALUES (1, '2026-0001', 'queued', NULL, 1795262406, NULL, NULL, NULL);
  INSERT INTO audit_entry VALUES (1, 1795262400, 'applicant', 'application.submit', '2026-0001', 'web');
  INSERT INTO secret VALUES ('links', x'0102', 1795262300);
  INSERT INTO job VALUES (1, 'import.forms', 'running', 'half', NULL, 1795262300, NULL, 'kim');
  """
