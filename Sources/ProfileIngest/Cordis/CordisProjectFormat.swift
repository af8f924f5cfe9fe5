/// CORDIS projects: `project`, without a namespace or in CORDIS's own.
struct CordisProjectFormat: XMLRecordFormat {
  var format: IngestFormat { .cordis }

  func makeReader(
    for element: borrowing XMLElement, fallbackID: String, isForced: Bool
  ) -> (any XMLRecordReader)? {
    guard element.name(in: XMLRecordElement.vocabulary) == .project else { return nil }
    if !isForced {
      let namespace = element.namespace
      guard namespace.isEmpty || namespace == "http://cordis.europa.eu" else { return nil }
    }
    return CordisProjectReader()
  }
}
