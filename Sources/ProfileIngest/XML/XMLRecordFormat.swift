/// Decides which element begins a record, and of which format.
struct XMLRecordFormat {
  /// Takes only this format, and then in any namespace.
  var forced: IngestFormat?

  static let oaiNamespace = "http://www.openarchives.org/OAI/2.0/"
  /// Versions 1.0 to 1.2 are known; later ones of the same profile are additions to it.
  private static let cerifNamespaces = [
    "https://www.openaire.eu/cerif-profile/1.", "http://www.openaire.eu/cerif-profile/1.",
  ]

  /// A reader for the record that begins with this element, or `nil` where none does.
  ///
  /// - Parameter fallbackID: the id that the envelope gives the record.
  func makeReader(for element: borrowing XMLElement, fallbackID: String) -> (any XMLRecordReader)? {
    guard let name = element.name(in: XMLRecordElement.vocabulary) else { return nil }
    if name == .project {
      switch forced {
      case .cordis: return CordisProjectReader()
      case nil:
        let namespace = element.namespace
        return namespace.isEmpty || namespace == "http://cordis.europa.eu" ? CordisProjectReader() : nil
      default: return nil
      }
    }
    guard forced == .cerif || forced == nil && Self.isCerif(element.namespace) else { return nil }
    return CerifEntityReader(root: name, element: element, fallbackID: fallbackID)
  }

  static func isCerif(_ namespace: String) -> Bool { cerifNamespaces.contains { namespace.hasPrefix($0) } }
}
