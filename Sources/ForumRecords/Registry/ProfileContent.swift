package import ResearchProfiles

/// The long fields of an organisation, to and from their stored form.
package struct ProfileContent {
  let names: LocalizedText
  let aliases: [String]
  let identifiers: [OrganizationIdentifier]
  let summary: LocalizedText
  let keywords: [String]
  let classifications: [ClassificationCode]

  init(_ bytes: [UInt8]) throws(ContentReader.Failure) {
    var reader = try ContentReader(bytes)
    names = try reader.readLocalizedText()
    aliases = try reader.readTexts()
    var identifiers: [OrganizationIdentifier] = []
    for _ in 0..<(try reader.readElementCount()) {
      identifiers.append(OrganizationIdentifier(scheme: try reader.readText(), value: try reader.readText()))
    }
    self.identifiers = identifiers
    summary = try reader.readLocalizedText()
    keywords = try reader.readTexts()
    classifications = try reader.readClassifications()
    try reader.finish()
  }

  package static func bytes(of profile: OrganizationProfile) -> [UInt8] {
    let hasClassifications = !profile.classifications.isEmpty
    var writer = ContentWriter(
      capacity: 256, version: hasClassifications ? ContentWriter.versionWithClassifications : ContentWriter.version)
    writer.write(profile.names)
    writer.write(profile.aliases)
    writer.write(count: profile.identifiers.count)
    for identifier in profile.identifiers {
      writer.write(identifier.scheme)
      writer.write(identifier.value)
    }
    writer.write(profile.summary)
    writer.write(profile.keywords)
    if hasClassifications { writer.write(profile.classifications) }
    return writer.bytes
  }
}
