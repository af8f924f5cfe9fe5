package import ResearchProfiles

/// The long fields of an evidence, read back from their stored form.
package struct EvidenceContent: Equatable {
  package let title: LocalizedText
  package let text: LocalizedText
  package let keywords: [String]
  package let classifications: [ClassificationCode]

  package init(_ bytes: [UInt8]) throws(ContentReader.Failure) {
    var reader = try ContentReader(bytes)
    title = try reader.readLocalizedText()
    text = try reader.readLocalizedText()
    keywords = try reader.readTexts()
    classifications = try reader.readClassifications()
    try reader.finish()
  }
}
