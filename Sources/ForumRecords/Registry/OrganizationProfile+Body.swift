import ResearchProfiles

extension OrganizationProfile {
  /// What a body says that was told of under several ids: this profile's fields first, what it leaves open by the others
  /// in their order; names that it does not bear as aliases; identifiers, keywords and classifications of all.
  func joined(by others: [OrganizationProfile]) -> OrganizationProfile {
    if others.isEmpty { return self }
    var body = self
    for other in others {
      body.take(
        other.statedFields.subtracting(body.statedFields).subtracting([
          .names, .aliases, .identifiers, .keywords, .classifications,
        ]),
        from: other)
      let known = Set(body.names.entries.map { ExactText($0.text) } + body.aliases.map(ExactText.init))
      if body.names.isEmpty {
        body.names = other.names
      } else {
        for entry in other.names.entries where !known.contains(ExactText(entry.text)) {
          if !body.aliases.contains(entry.text) { body.aliases.append(entry.text) }
        }
      }
      for alias in other.aliases where !known.contains(ExactText(alias)) && !body.aliases.contains(alias) {
        body.aliases.append(alias)
      }
      for identifier in other.identifiers where !body.identifiers.contains(identifier) {
        body.identifiers.append(identifier)
      }
      for classification in other.classifications where !body.classifications.contains(classification) {
        body.classifications.append(classification)
      }
      for keyword in other.keywords where !body.keywords.contains(keyword) { body.keywords.append(keyword) }
    }
    return body
  }
}
