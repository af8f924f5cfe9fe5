/// CERIF-XML entities of the OpenAIRE profile.
struct CerifFormat: XMLRecordFormat {
  var format: IngestFormat { .cerif }

  /// Versions 1.0 to 1.2 are known; later ones of the same profile are additions to it.
  private static let namespaces = [
    "https://www.openaire.eu/cerif-profile/1.", "http://www.openaire.eu/cerif-profile/1.",
  ]

  func makeReader(
    for element: borrowing XMLElement, fallbackID: String, isForced: Bool
  ) -> (any XMLRecordReader)? {
    guard let name = element.name(in: XMLRecordElement.vocabulary) else { return nil }
    guard isForced || Self.isCerif(element.namespace) else { return nil }
    return CerifEntityReader(root: name, element: element, fallbackID: fallbackID)
  }

  private static func isCerif(_ namespace: String) -> Bool { namespaces.contains { namespace.hasPrefix($0) } }
}
