import ResearchProfiles

/// How one kind of record of a source becomes an organisation or a piece of evidence.
struct RecordRule: Hashable, Sendable {
  enum Product: Hashable, Sendable {
    case organization
    case evidence
    /// Records that are of no use here: each is rejected with this reason and remedy.
    case refused(reason: IngestText, remedy: IngestText)
  }

  /// What must be true of a record for this rule: a path with a value, without one, with or without one of some values.
  struct Condition: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case present
      case absent
      case among([String])
      case notAmong([String])
    }

    var kind: Kind
    /// The one path, as a rule.
    var rules: [FieldRule]

    init(path: FieldPath, kind: Kind) {
      self.kind = kind
      rules = [FieldRule(source: .paths([path]))]
    }

    var path: FieldPath {
      if case .paths(let paths)? = rules.first?.source { paths[0] } else { FieldPath() }
    }
  }

  /// Where the record's element stands, from the document's root on; `isAnywhere` for one that stands wherever records
  /// may: as the root, in one or two wrappers, as metadata of OAI-PMH.
  var path: FieldPath
  var isAnywhere = false
  /// What the record is called in messages ("an NTIS project").
  var subject: String
  var conditions: [Condition] = []
  var product: Product
  var evidenceKind: [FieldRule] = []

  var id: [FieldRule] = []
  /// Titles, or names of an organisation.
  var titles: [FieldRule] = []
  /// Texts, or the summary of an organisation.
  var texts: [FieldRule] = []
  var keywords: [FieldRule] = []
  var classifications: [ClassificationRule] = []
  var date: [FieldRule] = []
  var organizations: [OrganizationRule] = []
  /// The organisation that the record is about.
  var profile = OrganizationRule()
  /// Names of natural persons: counted and left out.
  var persons: [FieldRule] = []
}

/// How codes of a classification of research are had from a record.
struct ClassificationRule: Hashable, Sendable {
  /// The elements that each hold a code.
  var each: FieldPath
  /// What stands between several codes in one element, as in a ``FieldRule``.
  var separators: [String] = []
  /// Upper-case name of the classification.
  var scheme: String
  var code: [FieldRule] = []
  var name: [FieldRule] = []
}

/// How an organisation is had from a record, or from a part of it.
struct OrganizationRule: Hashable, Sendable {
  /// The elements that each are an organisation; `nil` for the record's own.
  var each: FieldPath?
  /// What stands between several organisations in one element, as in a ``FieldRule``.
  var separators: [String] = []
  /// Names that could be those of natural persons are left out.
  var mayBePersons = false
  /// Bodies with one of these names are left out.
  var exceptions: [FieldRule] = []
  var role: [FieldRule] = []
  var id: [FieldRule] = []
  var kind: [FieldRule] = []
  var names: [FieldRule] = []
  var aliases: [FieldRule] = []
  var identifiers: [Identifier] = []
  var country: [FieldRule] = []
  var region: [FieldRule] = []
  var city: [FieldRule] = []
  var sizeClass: [FieldRule] = []
  var homepage: [FieldRule] = []
  var parent: [FieldRule] = []

  struct Identifier: Hashable, Sendable {
    var scheme: String
    var rules: [FieldRule]
  }
}
