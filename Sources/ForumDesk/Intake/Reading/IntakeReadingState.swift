import ProfileIngest
import ResearchProfiles

/// A form's answers while they are read, field by field.
struct IntakeReadingState {
  private let form: IntakeForm
  private let given: IntakeAnswers
  /// What was understood of each field; of those with a companion at the same places.
  private var accepted: [IntakeKey: [String]] = [:]
  /// What is shown again.
  private var shown = IntakeAnswers()
  private var problems: [IntakeProblem] = []
  private var notices: [IntakeProblem] = []
  /// Fields whose values were refused: that they are missing is not said besides.
  private var refused: Set<IntakeKey> = []

  init(form: IntakeForm, answers: IntakeAnswers) {
    self.form = form
    given = answers
  }

  // MARK: Values

  /// Cleans and checks the values of a field.
  mutating func take(_ field: IntakeField) {
    switch field.control {
    case .line, .paragraphs: takeTexts(field, given[field.key].prefix(1).map { $0 })
    case .statements(let companion): takeStatements(field, companion)
    case .tags: takeTags(field)
    case .email, .phone, .link, .number: takeParsed(field)
    // Companions are taken with the statements that they belong to.
    case .choice where field.key == .needUrgencies: break
    case .choice: takeChoices(field, mostCount: 1)
    case .choices: takeChoices(field, mostCount: field.limits.values)
    case .consent: takeChoices(field, mostCount: 1)
    }
  }

  private mutating func takeTexts(_ field: IntakeField, _ values: [String]) {
    for value in values {
      let text = cleaned(value, of: field, place: nil)
      guard !text.isEmpty else { continue }
      shown[field.key] = [text]
      if isWithinLimits(text, field, place: nil) { accepted[field.key] = [text] }
    }
  }

  private mutating func takeStatements(_ field: IntakeField, _ companion: IntakeKey?) {
    let companions = companion.map { given[$0] } ?? []
    var shownCompanions: [String] = []
    var isTooMany = false
    for (place, value) in given[field.key].enumerated() {
      let text = cleaned(value, of: field, place: place)
      guard !text.isEmpty else { continue }
      guard shown[field.key].count < field.limits.values else {
        isTooMany = true
        break
      }
      let urgency = companion.flatMap { form[$0] }.map { question in
        let choice = place < companions.count ? CleanText.line(companions[place]) : ""
        return Self.option(choice, of: question)?.value ?? question.options.first?.value ?? ""
      }
      shown[field.key].append(text)
      shownCompanions.append(urgency ?? "")
      // Places are those of the values as they are shown again.
      guard isWithinLimits(text, field, place: shown[field.key].count - 1) else { continue }
      accepted[field.key, default: []].append(text)
      if let companion, let urgency { accepted[companion, default: []].append(urgency) }
    }
    if let companion { shown[companion] = shownCompanions }
    if isTooMany { refuse(field.key, IntakeMessages.tooMany(field)) }
  }

  private mutating func takeTags(_ field: IntakeField) {
    var words: [String] = []
    let separators: Set<Character> = [",", ";", "\n", "|", "、", "，", "；", "#"]
    for value in given[field.key].prefix(64) {
      for part in CleanText.paragraphs(value).split(whereSeparator: { separators.contains($0) }).prefix(256) {
        let word = cleaned(String(part), of: field, place: nil)
        if !word.isEmpty, !words.contains(word) { words.append(word) }
      }
    }
    guard !words.isEmpty else { return }
    shown[field.key] = [words.prefix(64).joined(separator: ", ")]
    guard words.count <= field.limits.values else { return refuse(field.key, IntakeMessages.tooMany(field)) }
    for word in words where !isWithinLimits(word, field, place: nil) { return }
    accepted[field.key] = words
  }

  private mutating func takeParsed(_ field: IntakeField) {
    let text = CleanText.line(given.first(field.key))
    guard !CleanText.isFiller(text) else { return }
    shown[field.key] = [text]
    guard isWithinLimits(text, field, place: nil) else { return }
    let parsed: String?
    switch field.control {
    case .email: parsed = EmailAddress.normalized(text)
    case .phone: parsed = PhoneNumber.normalized(text)
    case .link: parsed = WebAddress.normalized(text)
    default:
      let number = WonAmount.millions(text)
      if let number, let range = field.limits.range, !range.contains(number) {
        return refuse(field.key, IntakeMessages.outOfRange(field, range))
      }
      parsed = number.map(String.init)
    }
    guard let parsed else { return refuse(field.key, IntakeMessages.malformed(field)) }
    shown[field.key] = [parsed]
    accepted[field.key] = [parsed]
  }

  private mutating func takeChoices(_ field: IntakeField, mostCount: Int) {
    var chosen: Set<String> = []
    for (place, value) in given[field.key].prefix(field.options.count * 2 + 2).enumerated() {
      let text = CleanText.line(value)
      guard !text.isEmpty else { continue }
      if let option = Self.option(text, of: field) {
        chosen.insert(option.value)
      } else if field.control != .consent {
        refuse(field.key, place: place, IntakeMessages.unknownChoice(field, text))
      }
    }
    guard !chosen.isEmpty else { return }
    let values = field.options.map(\.value).filter { chosen.contains($0) }
    shown[field.key] = values
    guard values.count <= mostCount else { return refuse(field.key, IntakeMessages.oneOnly(field)) }
    accepted[field.key] = values
  }

  /// The option that a text means: by its value, its label or another word for it.
  static func option(_ text: String, of field: IntakeField) -> IntakeOption? {
    if let option = field.option(text) { return option }
    let key = CleanText.key(text)
    guard !key.isEmpty else { return nil }
    return field.options.first { option in
      [option.label.korean, option.label.english].contains { CleanText.key($0) == key } || option.synonyms.contains(key)
    }
  }

  /// The text as it is kept: what may be published without personal data. Empty where it says nothing.
  private mutating func cleaned(_ value: String, of field: IntakeField, place: Int?) -> String {
    var text = CleanText.line(value)
    if case .paragraphs = field.control { text = CleanText.paragraphs(value) }
    if IntakeKey.publicKeys.contains(field.key) {
      let published = PublicText(text)
      if published.withheldCount > 0 {
        notices.append(IntakeProblem(field.key, place: place, IntakeMessages.withheld(field, published.withheldCount)))
        text = published.text
      }
    }
    return CleanText.isFiller(text) ? "" : text
  }

  private mutating func isWithinLimits(_ text: String, _ field: IntakeField, place: Int?) -> Bool {
    let count = text.count
    // Marks piled upon one letter count as one character each time; they are limited by themselves.
    let most = field.limits.characters
    guard count > most || text.unicodeScalars.count > 4 * most else { return true }
    refuse(field.key, place: place, IntakeMessages.tooLong(field, count))
    return false
  }

  private mutating func refuse(_ key: IntakeKey, place: Int? = nil, _ message: Bilingual) {
    refused.insert(key)
    problems.append(IntakeProblem(key, place: place, message))
  }

  // MARK: Fields together

  /// Looks whether a field that must be answered is, once all are read.
  mutating func require(_ field: IntakeField) {
    let (accepted, refused) = (accepted, refused)
    let values = { (key: IntakeKey) in accepted[key] ?? (refused.contains(key) ? ["?"] : []) }
    guard field.relevant.holds(values) else {
      // What nobody asks for is not kept; what says a lot is asked about.
      if self.accepted.removeValue(forKey: field.key) != nil {
        shown[field.key] = IntakeKey.telling.contains(field.key) ? shown[field.key] : []
        if IntakeKey.telling.contains(field.key), !problems.contains(where: { $0.key == .purposes }) {
          refuse(.purposes, IntakeMessages.researchWithoutPurpose)
        }
      }
      return
    }
    if field.required.holds(values), values(field.key).isEmpty {
      refuse(field.key, IntakeMessages.missing(field))
    } else if field.key == .country, let name = accepted[.country]?.first, CountryName.code(name) == nil {
      self.accepted[.country] = nil
      refuse(.country, IntakeMessages.unknownCountry)
    }
  }

  func finished() -> IntakeReading {
    let order = Dictionary(uniqueKeysWithValues: form.fields.enumerated().map { ($1.key, $0) })
    func inOrder(_ problems: [IntakeProblem]) -> [IntakeProblem] {
      problems.enumerated().sorted { left, right in
        let (a, b) = (order[left.element.key] ?? 0, order[right.element.key] ?? 0)
        return (a, left.offset) < (b, right.offset)
      }.map(\.element)
    }
    return IntakeReading(
      draft: draft, contact: contact,
      consents: form.fields.compactMap { field in
        guard accepted[field.key] != nil, let text = field.consent else { return nil }
        return IntakeConsent(key: field.key, text: text)
      }, problems: inOrder(problems), notices: inOrder(notices), answers: shown)
  }

  // MARK: Results

  private func text(_ key: IntakeKey) -> String? { accepted[key]?.first }

  private var draft: IntakeDraft {
    var draft = IntakeDraft()
    draft.purposes = IntakePurpose.allCases.filter { accepted[.purposes]?.contains($0.rawValue) == true }
    draft.application.title = text(.title) ?? ""
    draft.application.summary = text(.summary) ?? ""
    draft.application.keywords = accepted[.keywords] ?? []
    draft.application.needs = zip(accepted[.needs] ?? [], accepted[.needUrgencies] ?? []).map {
      Need(statement: $0, urgency: Need.Urgency(rawValue: $1) ?? .required)
    }
    draft.application.offers = (accepted[.offers] ?? []).map { Need(statement: $0, urgency: .wished) }
    let isAbroad = text(.region) == IntakeOption.abroad
    draft.region = isAbroad ? nil : text(.region)
    let country = isAbroad ? text(.country).flatMap { CountryName.code($0) } : draft.region.map { _ in "KR" }
    let applicant = Applicant(
      name: text(.organizationName), kind: text(.organizationKind).flatMap { OrganizationKind(rawValue: $0) },
      country: country)
    draft.application.applicant = applicant == Applicant() ? nil : applicant
    draft.homepage = text(.homepage)
    draft.field = text(.field)
    draft.wantedKinds = (accepted[.wantedKinds] ?? []).compactMap { OrganizationKind(rawValue: $0) }
    draft.wantedRegions = accepted[.wantedRegions] ?? []
    draft.readinessLevel = text(.readinessLevel).flatMap { Int($0) }
    draft.budgetMillionWon = text(.budget).flatMap { Int($0) }
    draft.wantedRole = text(.wantedRole)
    return draft
  }

  private var contact: IntakeContact? {
    // Who imports answers of a form that did not ask for the name has an address only.
    [.personName, .email, .phone].contains { text($0) != nil }
      ? IntakeContact(
        personName: text(.personName) ?? "", position: text(.position), department: text(.department),
        email: text(.email),
        phone: text(.phone)) : nil
  }
}

extension IntakeKey {
  /// Fields whose text may be published.
  static let publicKeys: Set<IntakeKey> = [.organizationName, .title, .summary, .needs, .offers, .keywords]

  /// Fields that nobody fills in by accident: they say what somebody wants.
  static let telling: Set<IntakeKey> = [.title, .summary, .needs, .offers]
}
