import ForumDesk
import ForumRecords
import Hummingbird

/// What everybody may know: how matching works, and what happens to personal data.
struct InformationRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private struct Matching: Sendable {
    struct Level: Sendable {
      var name: String
      var meaning: String
    }

    var parts: [LabelledText]
    var unused: [String]
    var hasUnused: Bool
    var levels: [Level]
    var places: String?
    var cap: String?
    var policy: String
    var releasedCount: Int
  }

  private struct Privacy: Sendable {
    struct Wording: Sendable {
      var title: String
      var bodyHTML: String
      var version: String
    }

    var consents: [Wording]
    var linkDays: Int
  }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/how-matching-works") { _, context in
      try renderer.page(
        "matching", title: Bilingual("추천은 어떻게 이루어지나요?", "How does matching work?"), matching(context.language), context)
    }
    router.get("/privacy") { _, context in
      try renderer.page(
        "privacy", title: Bilingual("개인정보 처리 안내", "What happens to personal data"), privacy(context.language), context)
    }
  }

  private func matching(_ language: Language) throws -> Matching {
    let description = try desk.matchingDescription()
    let used = description.parts.filter { $0.weight != .none }
    let unused = description.parts.filter { $0.weight == .none }.map { $0.name[language] }
    let shares = ForumDesk.levelShares
    func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
    let possible = Bilingual(
      "그 아래, 또는 보여 드릴 실적이 아직 없는 기관", "below that, or nothing to show for it yet")
    let levels =
      shares.map { level, share in
        Matching.Level(
          name: Bilingual(level)[language],
          meaning: Bilingual(
            "점수가 가장 잘 맞는 기관의 \(percent(share))% 이상",
            "at least \(percent(share)) % of the score of the best one for the application")[language])
      } + [Matching.Level(name: Bilingual(Suggestion.Level.possible)[language], meaning: possible[language])]
    let places = description.newcomerPlaces.map(String.init).joined(separator: ", ")
    return Matching(
      parts: used.map { LabelledText(label: $0.name[language], value: $0.weight.name[language]) }, unused: unused,
      hasUnused: !unused.isEmpty, levels: levels, places: places.isEmpty ? nil : places,
      cap: description.capShare.map { "\(percent($0))" },
      policy: Self.name(of: description)[language],
      releasedCount: ForumDesk.releasedCount)
  }

  private static func name(of description: MatchingDescription) -> Bilingual {
    if description.policyHash == ForumDesk.shippedPolicyHash {
      return Bilingual("모임에 들어 있는 기준 (\(description.policyName))", "what Moim ships with (\(description.policyName))")
    }
    return Bilingual(both: "\(description.policyName) (\(description.policyHash.prefix(12)))")
  }

  private func privacy(_ language: Language) -> Privacy {
    Privacy(
      consents: IntakeForm.standard.fields.compactMap { field in
        guard let text = field.consent else { return nil }
        return Privacy.Wording(
          title: text.statement[language], bodyHTML: ConsentView(text: text, language: language).html,
          version: text.wording.description)
      }, linkDays: ForumDesk.personalLinkDays)
  }
}
