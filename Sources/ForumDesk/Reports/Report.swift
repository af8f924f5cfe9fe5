public import ForumRecords

/// What stands in a report that is printed: headings and texts in both languages, numbers in tables, in reading order. Whoever
/// shows it decides on nothing but looks.
public struct Report: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case applicationBrief = "application-brief"
    case consortiumProposal = "consortium-proposal"
    case forumReport = "forum-report"
  }

  public var kind: Kind
  public var title: Bilingual
  public var subtitle: Bilingual
  public var made: ForumTime
  public var sections: [ReportSection]
  /// Whether it shows anybody's contact: such a report is not to be passed on.
  public var hasPersonalData = false

  public init(kind: Kind, title: Bilingual, subtitle: Bilingual, made: ForumTime, sections: [ReportSection]) {
    self.kind = kind
    self.title = title
    self.subtitle = subtitle
    self.made = made
    self.sections = sections
  }

  /// "2026-11-21 21:05" in Seoul.
  public var madeText: Bilingual {
    let text = String(made.description.dropLast(3))
    return Bilingual("작성 \(text) (서울)", "Made \(text) (Seoul)")
  }
}
