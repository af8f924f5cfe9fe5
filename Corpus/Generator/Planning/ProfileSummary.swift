/// The words in which a body introduces itself, for the formats that carry them.
struct ProfileSummary {
  let vocabulary: Vocabulary

  func text(of organization: Organization) throws(GenerationError) -> String {
    var random = SplitMix64(label: "summary \(organization.id)")
    let composer = TextComposer(frames: vocabulary.frames)
    let competences = relevantCompetences(of: organization)
    let first = try vocabulary.topic(competences.first?.topic ?? "commercialisation")
    let second = competences.count > 1 ? try vocabulary.topic(competences[1].topic) : nil
    let slots = TextSlots(topic: first, partnerTopic: second, lead: organization, partner: nil, random: &random)
    let language: Language = organization.family == .company && random.chance(18) ? .english : .korean
    let more = second == nil ? [] : ["more"]
    let sections: [String] =
      switch organization.family {
      case .university: [second == nil ? "intro" : "parent"]
      case .laboratory: ["lab", "core"] + more
      case .publicBody: ["adopter", "adopted"]
      case .support: ["supporter", "supports", "helps"]
      case .company where competences.isEmpty: ["none"]
      case .company where organization.isNewcomer: ["new", "newcore"]
      case .company, .institute, .abroad: ["intro", "core"] + more + ["end"]
      }
    let chosen: Language = sections.contains("end") ? language : .korean
    var sentences: [String] = []
    for section in sections {
      let frame = random.pick(try vocabulary.frames.frames("summary.\(chosen.rawValue).\(section)"))
      sentences.append(try composer.fill(frame, language: chosen, slots: slots).capitalizedFirst)
    }
    return sentences.joined(separator: " ")
  }

  /// Terms of the competences, strongest first; empty where there are none.
  func keywords(of organization: Organization) throws(GenerationError) -> [String] {
    var keywords: [String] = []
    for competence in relevantCompetences(of: organization).prefix(4) {
      let topic = try vocabulary.topic(competence.topic)
      keywords.append(topic.terms[0].korean)
      if topic.terms[0].english != topic.terms[0].korean { keywords.append(topic.terms[0].english) }
    }
    return keywords
  }

  /// A university speaks for its laboratories.
  private func relevantCompetences(of organization: Organization) -> [Organization.Competence] {
    guard organization.family == .university else { return organization.competences }
    return vocabulary.organizations.filter { $0.parent == organization.id }.compactMap(\.competences.first)
  }
}
