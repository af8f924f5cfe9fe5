import GRDB
public import ResearchProfiles

extension ForumStore {
  /// Marks a possible partner. A veto takes shortlist and pin away, and each of these takes a veto away.
  ///
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  public func setMark(
    _ kind: PartnerMark.Kind, receipt: String, organization: OrganizationID, actor: String, time: ForumTime
  ) throws(ForumStoreError) {
    try write { database in
      try StoredApplication.requireKnown(receipt, in: database)
      try database.change(
        "DELETE FROM partner_mark WHERE receipt = ? AND organization = ? AND (kind = 'veto') <> ?",
        [receipt, organization.rawValue, kind == .veto])
      try database.insert(
        into: "partner_mark",
        [
          "receipt": receipt, "organization": organization.rawValue, "kind": kind.rawValue, "by": actor,
          "time": time.secondsSinceEpoch,
        ], replacing: true)
      try database.audit("mark.set", receipt, "\(kind.rawValue) \(organization)", actor: actor, time: time)
    }
  }

  /// Takes a mark away; nothing happens where there is none.
  ///
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: logarithmic.
  public func removeMark(
    _ kind: PartnerMark.Kind, receipt: String, organization: OrganizationID, actor: String, time: ForumTime
  ) throws(ForumStoreError) {
    try write { database in
      let count = try database.change(
        "DELETE FROM partner_mark WHERE receipt = ? AND organization = ? AND kind = ?",
        [receipt, organization.rawValue, kind.rawValue])
      if count == 0 { return }
      try database.audit("mark.remove", receipt, "\(kind.rawValue) \(organization)", actor: actor, time: time)
    }
  }

  /// The marks of an application, in order of organisation.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func marks(receipt: String) throws(ForumStoreError) -> [PartnerMark] {
    try read { database in
      try database.rows("SELECT * FROM partner_mark WHERE receipt = ? ORDER BY organization, kind", [receipt])
        .map(SuggestionRows.readMark)
    }
  }

  /// Notes something on a possible partner.
  ///
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``, ``ForumStoreError/purged(receipt:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func addNote(
    _ text: String, receipt: String, organization: OrganizationID, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> PartnerNote {
    try write { database in
      try StoredApplication.requireUnpurged(receipt, in: database)
      let id = try database.insert(
        into: "partner_note",
        [
          "receipt": receipt, "organization": organization.rawValue, "text": text, "by": actor,
          "time": time.secondsSinceEpoch,
        ])
      try database.audit("note.add", receipt, "note \(id) on \(organization)", actor: actor, time: time)
      return PartnerNote(
        id: id, receipt: receipt, organization: organization, text: text, by: actor, time: time)
    }
  }

  /// Removes a note.
  ///
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  public func removeNote(id: Int64, actor: String, time: ForumTime) throws(ForumStoreError) {
    try write { database in
      guard let note = try database.row("SELECT * FROM partner_note WHERE id = ?", [id]) else {
        throw ForumStoreError.unknown(kind: "note", id: String(id))
      }
      try database.change("DELETE FROM partner_note WHERE id = ?", [id])
      try database.audit("note.remove", note.value("receipt"), "note \(id)", actor: actor, time: time)
    }
  }

  /// The notes of an application, the oldest first.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func notes(receipt: String) throws(ForumStoreError) -> [PartnerNote] {
    try read { database in
      try database.rows("SELECT * FROM partner_note WHERE receipt = ? ORDER BY id", [receipt])
        .map(SuggestionRows.readNote)
    }
  }
}
