/// A code of a published classification, as a source gives it.
public struct ClassificationCode: Hashable, Sendable, Codable {
  /// Upper-case name of the classification: one of ``ClassificationScheme``, or any other, which is kept and tells no field.
  public var scheme: String
  /// Empty where the source gives a name only.
  public var code: String
  /// What the source calls it. Korean codes in the wild are unreliable: a known name counts before the code.
  public var name: String?

  public init(scheme: String, code: String, name: String? = nil) {
    self.scheme = scheme
    self.code = code
    self.name = name
  }

  public init(scheme: ClassificationScheme, code: String, name: String? = nil) {
    self.init(scheme: scheme.rawValue, code: code, name: name)
  }
}
