/// Decides who did what with whom, and has each record's texts written.
struct EvidencePlanner {
  private let vocabulary: Vocabulary
  private let composer: TextComposer
  private var collaborations: [String: [String: Int]] = [:]
  private var usedTitles: Set<String> = []
  private var counters: [String: Int] = [:]
  private var records: [EvidenceRecord] = []

  /// Bodies with wide programmes that many consortia invite.
  private static let hubs: Set<String> = [
    "demo-inst-qfrontier", "demo-inst-tongsin", "demo-inst-pyojun", "demo-lab-hangyeol-sc-qubit", "demo-lab-hanbit-opm",
    "demo-lab-seorim-photonic-chip", "demo-co-kiwoori",
  ]

  static func plan(_ vocabulary: Vocabulary) throws(GenerationError) -> [EvidenceRecord] {
    var planner = EvidencePlanner(vocabulary)
    for organization in vocabulary.organizations {
      for competence in organization.competences { try planner.add(competence, of: organization) }
    }
    return planner.records
  }

  private init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    composer = TextComposer(frames: vocabulary.frames)
  }

  private mutating func add(_ competence: Organization.Competence, of lead: Organization) throws(GenerationError) {
    var random = SplitMix64(label: "plan \(lead.id) \(competence.topic)")
    let topic = try vocabulary.topic(competence.topic)
    let count =
      switch (competence.strength, lead.family == .abroad) {
      case (3, true): 2 + random.below(2)
      case (_, true): 1
      case (3, false): 4 + random.below(4)
      case (2, false): 2 + random.below(2)
      default: 1
      }
    for _ in 0..<count {
      let kind = Self.kind(of: lead, topic: topic, random: &random)
      let partners = partners(of: lead, topic: topic, kind: kind, random: &random)
      try write(kind, topic: topic, lead: lead, partners: partners)
    }
  }

  private static func kind(of lead: Organization, topic: Topic, random: inout SplitMix64) -> EvidenceRecord.Kind {
    if lead.family == .abroad { return .project }
    // Weights in the order project, patent, publication, product, equipment.
    var weights =
      switch lead.family {
      case .company: [33, 32, 7, 26, 2]
      case .institute: [33, 19, 23, 8, 17]
      case .publicBody: [90, 0, 0, 0, 10]
      case .support: [25, 0, 0, 45, 30]
      default: [35, 17, 37, 2, 9]
      }
    if topic.isService { (weights[1], weights[2]) = (0, 0) }
    if lead.family == .laboratory { weights[3] = topic.isService ? 20 : 0 }
    return EvidenceRecord.Kind.allCases[random.pickIndex(weights: weights)]
  }

  // MARK: Consortia

  private mutating func partners(
    of lead: Organization, topic: Topic, kind: EvidenceRecord.Kind, random: inout SplitMix64
  ) -> [Organization] {
    let isAbroad = lead.family == .abroad
    let count =
      switch kind {
      case .project where isAbroad: 2 + random.below(3)
      case .project: lead.isNewcomer ? random.below(2) : random.pickIndex(weights: [25, 32, 25, 13, 5])
      case .patent: random.chance(25) ? 1 : 0
      case .publication: random.pickIndex(weights: [50, 36, 14])
      case .product, .equipment: 0
      }
    guard count > 0 else { return [] }
    let candidates = candidates(for: lead, topic: topic)
    let earlier = collaborations[lead.id, default: [:]]
    var chosen: [Organization] = []
    while chosen.count < count {
      let free = candidates.filter { candidate in !chosen.contains { $0.id == candidate.organization.id } }
      guard !free.isEmpty else { break }
      let repeats = free.map { earlier[$0.organization.id, default: 0] }
      let mayRepeat = random.chance(40) && repeats.contains { $0 > 0 }
      let position = random.pickIndex(weights: mayRepeat ? repeats : free.map(\.weight))
      chosen.append(free[position].organization)
    }
    for partner in chosen {
      collaborations[lead.id, default: [:]][partner.id, default: 0] += 1
      collaborations[partner.id, default: [:]][lead.id, default: 0] += 1
    }
    return chosen
  }

  /// Who may be invited and how readily: by the strength in the topic or a neighbouring one; hubs three times as often.
  private func candidates(for lead: Organization, topic: Topic) -> [(organization: Organization, weight: Int)] {
    let relevant = Set([topic.id] + topic.neighbours)
    var candidates: [(organization: Organization, weight: Int)] = []
    for organization in vocabulary.organizations {
      let strength = organization.competences.reduce(0) { relevant.contains($1.topic) ? max($0, $1.strength) : $0 }
      // Only the international programme has members abroad.
      let isOutside = organization.family == .abroad && lead.family != .abroad
      guard strength > 0, organization.id != lead.id, !organization.isNewcomer, !isOutside else { continue }
      let hubFactor = Self.hubs.contains(organization.id) ? 3 : 1
      candidates.append((organization, strength * strength * hubFactor))
    }
    return candidates
  }

  // MARK: Writing

  private mutating func write(
    _ kind: EvidenceRecord.Kind, topic: Topic, lead: Organization, partners: [Organization]
  ) throws(GenerationError) {
    let source = Self.source(of: lead)
    let id = nextID(kind, source)
    var random = SplitMix64(label: "text \(id) \(lead.id) \(topic.id)")
    let isNamed = kind == .project && !partners.isEmpty
    let partner = isNamed ? partners.first : nil
    let partnerTopic = try partner.map { body throws(GenerationError) in try shared(body, topic) }
    let languages = languages(kind, lead, source, &random)

    func drawnSlots() -> TextSlots {
      TextSlots(
        topic: topic, partnerTopic: partnerTopic, lead: lead, partner: partner, isProduct: kind == .product,
        random: &random)
    }
    var slots = drawnSlots()
    var section: String { slots.isServiceProduct ? "service" : kind.rawValue }
    var titles = try titles(languages.titles, section, slots, &random)
    for _ in 0..<60 where isTaken(titles) {
      slots = drawnSlots()
      titles = try self.titles(languages.titles, section, slots, &random)
    }
    titles = numbered(titles, kind)
    for language in Language.allCases { if let title = titles[language] { usedTitles.insert(title) } }

    var texts: [Language: String] = [:]
    for language in languages.texts {
      texts[language] = try composer.text(
        recipe: kind == .project && partner == nil ? "project-alone" : section, section: section,
        language: language, slots: slots, random: &random)
    }
    let dates = Self.dates(kind, &random)
    records.append(
      EvidenceRecord(
        id: id, kind: kind, source: source, topics: [topic.id] + (partnerTopic.map { [$0.id] } ?? []),
        organizations: [lead.id] + partners.map(\.id), titles: titles, texts: texts,
        keywords: Self.keywords(languages.titles, topic, partnerTopic, &random), date: dates.start,
        endDate: dates.end, acronym: Self.acronym(topic, &random)))
  }

  private static func source(of lead: Organization) -> EvidenceRecord.Source {
    switch lead.family {
    case .abroad: .cordis
    case .company, .support, .publicBody: .jsonLines
    case .university, .laboratory, .institute: .cerif
    }
  }

  private mutating func nextID(_ kind: EvidenceRecord.Kind, _ source: EvidenceRecord.Source) -> String {
    let prefix =
      switch (kind, source) {
      case (.project, .cordis): "demo-intl-prj"
      case (.project, _): "demo-prj"
      case (.patent, _): "demo-pat"
      case (.publication, _): "demo-paper"
      case (.product, _): "demo-prd"
      case (.equipment, _): "demo-eqp"
      }
    counters[prefix, default: 0] += 1
    let digits = String(counters[prefix, default: 0])
    return "\(prefix)-" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// What the partner brings: the topic itself or a neighbour of it, the partner's strongest first.
  private func shared(_ partner: Organization, _ topic: Topic) throws(GenerationError) -> Topic {
    let relevant = partner.competences.filter { topic.neighbours.contains($0.topic) }
    let best = relevant.max { $0.strength < $1.strength }
    return try vocabulary.topic(best?.topic ?? topic.id)
  }

  private func languages(
    _ kind: EvidenceRecord.Kind, _ lead: Organization, _ source: EvidenceRecord.Source, _ random: inout SplitMix64
  ) -> (titles: [Language], texts: [Language]) {
    if source == .cordis { return ([.english], [.english]) }
    let englishShare = [.project: 8, .patent: 15, .publication: 55, .product: 20, .equipment: 12][kind, default: 0]
    let isEnglish = random.chance(englishShare)
    let hasBothTitles = random.chance(source == .cerif ? 45 : 15)
    let hasBothTexts = hasBothTitles && source == .cerif && random.chance(35)
    let own: Language = isEnglish ? .english : .korean
    return (hasBothTitles ? Language.allCases : [own], hasBothTexts ? Language.allCases : [own])
  }

  private func titles(
    _ languages: [Language], _ section: String, _ slots: TextSlots, _ random: inout SplitMix64
  ) throws(GenerationError) -> [Language: String] {
    let choice = random.below(1000)
    var titles: [Language: String] = [:]
    for language in languages {
      titles[language] = try composer.title(section: section, language: language, slots: slots, choice: choice)
    }
    return titles
  }

  private func isTaken(_ titles: [Language: String]) -> Bool {
    titles.values.contains { usedTitles.contains($0) || ConnectingWords.isRepeated(ConnectingWords.inTitles, in: $0) }
  }

  /// Gives titles that are still taken the next free number, in words that suit the kind.
  private func numbered(_ titles: [Language: String], _ kind: EvidenceRecord.Kind) -> [Language: String] {
    let words: (korean: String, english: String) =
      switch kind {
      case .project: ("단계", "phase")
      case .equipment: ("호기", "unit")
      case .product: ("차", "edition")
      case .patent, .publication: ("부", "part")
      }
    var number = 1
    var candidate = titles
    while candidate.values.contains(where: { usedTitles.contains($0) }) {
      number += 1
      for (language, title) in titles {
        candidate[language] =
          title + (language == .korean ? " (\(number)\(words.korean))" : " (\(words.english) \(number))")
      }
    }
    return candidate
  }

  private static func keywords(
    _ languages: [Language], _ topic: Topic, _ partnerTopic: Topic?, _ random: inout SplitMix64
  ) -> [Language: [String]] {
    let order = random.order(count: topic.terms.count).prefix(4)
    let partnerTerm = partnerTopic.flatMap { $0.id == topic.id ? nil : $0.terms.first }
    var keywords: [Language: [String]] = [:]
    for language in languages {
      keywords[language] = order.map { topic.terms[$0][language] } + (partnerTerm.map { [$0[language]] } ?? [])
    }
    return keywords
  }

  private static func dates(_ kind: EvidenceRecord.Kind, _ random: inout SplitMix64) -> (start: String, end: String) {
    let year = 2017 + random.pickIndex(weights: [3, 5, 8, 10, 13, 15, 17, 17, 12])
    let month = kind == .project ? random.pick([3, 4, 6, 7, 9]) : 1 + random.below(12)
    let day = kind == .project ? 1 : 1 + random.below(28)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return ("\(year)-\(two(month))-\(two(day))", "\(year + 2 + random.below(3))-\(two(month))-28")
  }

  private static func acronym(_ topic: Topic, _ random: inout SplitMix64) -> String {
    let stem = topic.id.split(separator: "-").map { $0.prefix(2).uppercased() }.joined()
    return "Q" + stem + random.pick(["LINK", "STEP", "WAVE", "CORE", "GATE", "PATH", "FORGE", "HUB", "RISE", "LENS"])
  }
}
