/// A part of a report under a heading.
public struct ReportSection: Hashable, Sendable {
  /// Unique in the report; letters and hyphens.
  public var id: String
  public var heading: Bilingual
  public var blocks: [ReportBlock]

  public init(id: String, heading: Bilingual, blocks: [ReportBlock]) {
    self.id = id
    self.heading = heading
    self.blocks = blocks
  }
}
