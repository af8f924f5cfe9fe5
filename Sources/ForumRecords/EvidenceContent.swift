import ResearchProfiles

/// The long fields of an evidence, read back from their stored form.
struct EvidenceContent: Equatable {
  let title: LocalizedText
  let text: LocalizedText
  let keywords: [String]

  init(_ bytes: [UInt8]) throws(ContentReader.Failure) {
    var reader = try ContentReader(bytes)
    title = try reader.readLocalizedText()
    text = try reader.readLocalizedText()
    keywords = try reader.readTexts()
    try reader.finish()
  }
}
