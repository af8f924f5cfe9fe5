public import CallRules
public import ConsortiumMatching
public import ResearchProfiles

extension ConsortiumWorkbench {
  /// A demand that conflicts with others, in a phrase.
  public func sentence(for demand: RuleConflict.Demand, _ book: RuleBook) -> String {
    switch demand {
    case .rule(let place):
      let rule = book.rules[place]
      let line = rule.line.map { ", line \($0)" } ?? ""
      return "rule \(rule.id)\(line): \(RuleBook.title(rule.title, else: rule.id))"
    case .size(let size): return "size \(size.lowerBound) to \(size.upperBound)"
    case .pins(let candidates): return "pinned: " + names(of: candidates)
    case .vetoes(let candidates): return "vetoed: " + names(of: candidates)
    }
  }

  private func names(of candidates: [Int]) -> String {
    candidates.map { summary(ofMember: $0).name }.joined(separator: ", ")
  }
}

extension RuleBook {
  /// A title in both languages, or the id where there is none.
  public static func title(_ title: LocalizedText, else id: String) -> String {
    let texts = [title["en"], title["ko"]].compactMap { $0 }
    return texts.isEmpty ? (title.isEmpty ? id : title.primary) : texts.joined(separator: " · ")
  }
}
