public import ResearchProfiles

/// The needs of an application as JSON that can be edited and put into it.
public struct NeedsDocument: Encodable, Sendable {
  public struct Item: Encodable, Sendable {
    public var statement: String
    public var urgency: String
    public var origin: String
  }

  public var id: String
  public var needs: [Item]

  public init(_ application: Application, _ needs: [NeedExtractor.FoundNeed]) {
    id = application.id
    self.needs = needs.map {
      Item(statement: $0.need.statement, urgency: $0.need.urgency.rawValue, origin: $0.origin.rawValue)
    }
  }
}
