import ResearchFields

/// To which field something was counted, and how sure that is.
public struct FieldDecision: Hashable, Sendable {
  /// How the field became known.
  public enum Ground: String, CaseIterable, Hashable, Sendable, Codable {
    /// Stated by a code.
    case code
    /// Told from its text with a confidence of at least ``FieldDecision/sureConfidence``: right in three of four cases.
    case text
    /// Told from its text with less: right in about six of ten.
    case faintText = "faint_text"
    /// Neither code nor text says anything.
    case none
  }

  /// Below it, text tells the field less surely (see ``FieldClassifier`` for what was measured).
  public static let sureConfidence = 0.4

  public var field: String?
  public var confidence: Double
  public var ground: Ground

  public static let unknown = FieldDecision(field: nil, confidence: 0, ground: .none)

  /// A stated code of the list where there is one, else what the text says, its surest field.
  init(code: String?, text: String, classifier: FieldClassifier, list: FieldList) {
    if let code, list[code] != nil {
      self.init(field: code, confidence: 1, ground: .code)
      return
    }
    guard let found = classifier.fields(text: text).first else {
      self = .unknown
      return
    }
    self.init(
      field: found.field, confidence: found.confidence,
      ground: found.confidence >= Self.sureConfidence ? .text : .faintText)
  }

  init(field: String?, confidence: Double, ground: Ground) {
    self.field = field
    self.confidence = confidence
    self.ground = ground
  }
}
