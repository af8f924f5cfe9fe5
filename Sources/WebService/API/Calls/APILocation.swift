import HTTPTypes

/// Where a list was asked for, for links to its other pages.
struct APILocation: Sendable {
  var path: String
  /// Without `limit` and `offset`.
  var query: [(String, String)]

  /// Links to the first, previous, next and last page (RFC 8288); empty where one page holds everything.
  ///
  /// - Parameters:
  ///   - total: how long the list is; where that is not known, at least as long as the page and one more if there is one.
  ///   - isTotalKnown: otherwise there is no link to the last page.
  ///   - largestOffset: that the operation takes.
  func links(
    limit: Int, offset: Int, total: Int, isTotalKnown: Bool = true, largestOffset: Int
  ) -> HTTPFields {
    guard limit > 0, total > limit || offset > 0 else { return [:] }
    let last = total == 0 ? 0 : (total - 1) / limit * limit
    var links: [(relation: String, offset: Int)] = [("first", 0)]
    if offset > 0 { links.append(("prev", max(0, min(offset - limit, last)))) }
    if offset + limit < total, offset + limit <= largestOffset { links.append(("next", offset + limit)) }
    if isTotalKnown, last <= largestOffset { links.append(("last", last)) }
    let texts = links.map { link in
      let query = AddressText.query(query + [("limit", String(limit)), ("offset", String(link.offset))])
      return "<\(path)\(query)>; rel=\"\(link.relation)\""
    }
    return [.link: texts.joined(separator: ", ")]
  }
}

extension HTTPField.Name {
  static let link = HTTPField.Name("Link")!
  static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
}
