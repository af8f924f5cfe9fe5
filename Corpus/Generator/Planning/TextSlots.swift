/// The phrases that one record uses, drawn once so that its Korean and its English say the same.
struct TextSlots {
  private let topic: Topic
  private let partnerTopic: Topic?
  private let lead: Organization
  private let partner: Organization?
  private let positions: [String: Int]
  private let numberSeed: UInt64
  private let codeNumber: Int
  private let isProduct: Bool
  /// Whether a second figure belongs to the object too.
  let hasSecondMetric: Bool

  init(
    topic: Topic, partnerTopic: Topic?, lead: Organization, partner: Organization?,
    isProduct: Bool = false, random: inout SplitMix64
  ) {
    self.topic = topic
    self.partnerTopic = partnerTopic
    self.lead = lead
    self.partner = partner
    self.isProduct = isProduct
    var positions: [String: Int] = [:]
    func draw(_ name: String, _ count: Int) {
      let order = random.order(count: count)
      positions[name] = order[0]
      positions[name + "2"] = order[1 % count]
    }
    /// Draws two of the positions that fit; where only one does, the second comes from the whole list.
    func draw(_ name: String, _ fitting: [Int], of count: Int) {
      let order = random.order(count: fitting.count).map { fitting[$0] }
      positions[name] = order[0]
      let others = random.order(count: count).filter { $0 != order[0] }
      positions[name + "2"] = order.count > 1 ? order[1] : others[0]
    }
    draw("p", topic.problems.count)
    draw("g", topic.products.count)
    let productObjects = topic.fits.objects(ofProduct: positions["g", default: 0])
    draw("o", isProduct ? productObjects : Array(topic.objects.indices), of: topic.objects.count)
    let object = positions["o", default: 0]
    draw("m", topic.fits.methods(ofObject: object), of: topic.methods.count)
    let metrics = topic.fits.metrics(ofObject: object)
    draw("x", metrics, of: topic.metrics.count)
    hasSecondMetric = metrics.count > 1
    draw("f", topic.facts.count)
    draw("u", topic.uses.count)
    draw("e", topic.equipment.count)
    draw("no", partnerTopic?.objects.count ?? 1)
    draw("nm", partnerTopic?.methods.count ?? 1)
    self.positions = positions
    numberSeed = random.next()
    codeNumber = random.pick([5, 10, 20, 30, 40, 50, 60, 100, 200, 300, 500])
  }

  /// Which variant of a section suits the topic; see `frames.txt`.
  var variant: String? {
    if isServiceProduct, !topic.isService { return "trade" }
    return topic.isService ? "service" : topic.isComputational ? "soft" : nil
  }

  /// Whether what is offered is work done for others, not a thing.
  var isServiceProduct: Bool {
    guard isProduct else { return false }
    let product = topic.products[positions["g", default: 0]].korean
    return topic.isService || product.hasSuffix("서비스") || product.hasSuffix("컨설팅")
  }

  /// A laboratory that bears its topic's name needs no mention of the topic beside it.
  func partnerIsNamedAfterTopic(_ language: Language) -> Bool {
    guard let partner, let partnerTopic else { return false }
    return partner.shortName[language].lowercased().contains(partnerTopic.name[language].lowercased())
  }

  /// The phrase of a slot, or `nil` where there is none of that name.
  func phrase(_ slot: String, _ language: Language) -> String? {
    if let fixed = named(slot, language) { return fixed }
    let lists: [(String, [Bilingual])] = [
      ("p", topic.problems), ("o", topic.objects), ("m", topic.methods), ("f", topic.facts), ("x", topic.metrics),
      ("u", topic.uses), ("g", topic.products), ("e", topic.equipment), ("no", partnerTopic?.objects ?? []),
      ("nm", partnerTopic?.methods ?? []),
    ]
    for (name, list) in lists where slot == name || slot == name + "2" {
      guard let position = positions[slot], position < list.count else { return nil }
      return withNumbers(list[position][language])
    }
    return nil
  }

  private func named(_ slot: String, _ language: Language) -> String? {
    switch slot {
    case "name": topic.name[language]
    case "nname": partnerTopic?.name[language]
    case "lead": lead.shortName[language]
    case "partner": partner?.shortName[language]
    case "code": code
    case "place": language == .korean ? "\(lead.region) \(lead.city)" : RegionNames.english(lead.region)
    case "kindword": kindWord(language)
    default: nil
    }
  }

  private var code: String {
    let initials = topic.id.split(separator: "-").map { $0.prefix(1).uppercased() }.joined()
    let code = initials.count > 1 ? initials : String(topic.id.prefix(2)).uppercased()
    return "\(code)-\(codeNumber)"
  }

  private func kindWord(_ language: Language) -> String {
    let words: (String, String) =
      switch lead.family {
      case .company: lead.isSmall ? ("중소기업", "small company") : ("기업", "company")
      case .laboratory: ("대학 연구실", "university laboratory")
      case .university: ("대학", "university")
      case .institute: ("연구기관", "research institute")
      case .publicBody: ("공공기관", "public body")
      case .support: ("지원기관", "support organisation")
      case .abroad: ("해외 기관", "research body")
      }
    return language == .korean ? words.0 : words.1
  }

  /// Replaces each range `{a-b}` by a number in it; equal ranges get equal numbers, whatever their order.
  private func withNumbers(_ text: String) -> String {
    guard text.contains("{") else { return text }
    var result = ""
    var rest = text[...]
    while let opening = rest.firstIndex(of: "{"), let closing = rest.firstIndex(of: "}") {
      result += rest[..<opening]
      let range = rest[rest.index(after: opening)..<closing]
      let bounds = range.split(separator: "-").compactMap { Int($0) }
      if bounds.count == 2 {
        var random = SplitMix64(seed: numberSeed ^ SplitMix64.fingerprint(String(range)))
        let span = bounds[1] - bounds[0]
        var value = bounds[0] + random.below(span + 1)
        if span >= 100 { value = value / 10 * 10 }
        result += String(max(value, bounds[0]))
      }
      rest = rest[rest.index(after: closing)...]
    }
    return result + rest
  }
}
