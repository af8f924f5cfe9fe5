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
    var sections: [String]
    if organization.family == .university {
      sections = [second == nil ? "intro" : "parent"]
    } else if competences.isEmpty {
      sections = ["none"]
    } else if organization.isNewcomer, organization.family == .company {
      sections = ["new", "newcore"]
    } else {
      sections = ["intro", "core"] + (second == nil ? [] : ["more"]) + ["end"]
    }
    let hasOnlyKorean = sections.contains { ["none", "new", "newcore", "parent"].contains($0) }
    let chosen: Language = hasOnlyKorean ? .korean : language
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
