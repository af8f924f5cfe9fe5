/// What the writer remembers of stored rows from one transaction to the next, so that the thousandth mention of an
/// organisation costs no query.
///
/// It is valid only as long as nobody else writes: ``sequence`` tells.
struct RegistryWriterCache {
  struct Organization {
    var row: Int64
    /// The source that spoke of it last, and the fields that it has filled.
    var source: Int64
    var filledFields: ProfileFields
  }

  /// About 200 bytes each.
  static let organizationLimit = 250_000

  /// The registry's sequence when the cache was last right.
  var sequence: Int64 = -1
  /// Rows of sources by name.
  var sources: [String: Int64] = [:]
  private(set) var organizations: [ExactText: Organization] = [:]

  subscript(id: String) -> Organization? {
    get { organizations[ExactText(id)] }
    set {
      if organizations.count >= Self.organizationLimit { organizations.removeAll(keepingCapacity: true) }
      organizations[ExactText(id)] = newValue
    }
  }

  mutating func removeAll() {
    organizations.removeAll(keepingCapacity: true)
    sources.removeAll()
    sequence = -1
  }
}
