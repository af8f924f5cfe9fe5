/// One question of the forum's form.
public struct IntakeField: Hashable, Sendable {
  public var key: IntakeKey
  public var control: IntakeControl
  public var label: Bilingual
  /// What helps to answer, in a sentence; stands below the label.
  public var hint: Bilingual?
  /// When the question is asked at all; without a browser's script it always is.
  public var relevant: IntakeCondition
  public var required: IntakeCondition
  public var limits: IntakeLimits
  public var options: [IntakeOption]
  /// The token of HTML's `autocomplete` attribute (WHATWG HTML, 4.10.18.7.1).
  public var autocomplete: String?
  /// What a consent says; of ``IntakeControl/consent`` only.
  public var consent: ConsentText?
  /// Headings under which exports of form services give the answers.
  public var headings: [String]

  public init(
    _ key: IntakeKey, _ control: IntakeControl, _ label: Bilingual, hint: Bilingual? = nil,
    relevant: IntakeCondition = .always, required: IntakeCondition = .never, limits: IntakeLimits,
    options: [IntakeOption] = [], autocomplete: String? = nil, consent: ConsentText? = nil, headings: [String] = []
  ) {
    self.key = key
    self.control = control
    self.label = label
    self.hint = hint
    self.relevant = relevant
    self.required = required
    self.limits = limits
    self.options = options
    self.autocomplete = autocomplete
    self.consent = consent
    self.headings = headings
  }

  /// The option with this value.
  public func option(_ value: String) -> IntakeOption? { options.first { $0.value == value } }
}
