/// Why an XML document cannot be read on.
struct XMLFailure: Equatable {
  var line: Int
  var reason: IngestText
  var remedy: IngestText
}
