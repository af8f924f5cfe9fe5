import ForumRecords
import PartnerDiscovery
import ResearchProfiles

extension APICall {
  var page: Page { Page(limit: number("limit") ?? 20, offset: number("offset") ?? 0) }

  /// The organisations that are asked for.
  var filter: SearchFilter {
    SearchFilter(kinds: cases("kind"), countries: texts("country"), regions: texts("region"), fields: texts("field"))
  }

  /// A page of a list, with links to the others.
  func list<Item, Document: Encodable & Sendable>(
    _ found: Paged<Item>, _ document: (Item) throws -> Document
  ) rethrows -> APIReply {
    let page = page
    return APIReply(
      ListDocument(items: try found.items.map(document), total: found.total, limit: page.limit, offset: page.offset),
      headers: location.links(
        limit: page.limit, offset: page.offset, total: found.total, largestOffset: APIParameter.largestOffset))
  }
}
