import Foundation

/// Everything that was written by hand: topics, organisations, sentence frames and application cases.
package struct Vocabulary: Sendable {
  package let topics: [Topic]
  package let organizations: [Organization]
  package let applications: [ApplicationCase]
  let frames: FrameLibrary
  private let topicPositions: [String: Int]
  private let organizationPositions: [String: Int]

  /// The vocabulary that ships with the generator.
  package static func shipped() throws -> Vocabulary {
    guard let folder = Bundle.module.url(forResource: "Vocabulary", withExtension: nil) else {
      throw GenerationError.missingVocabulary("Vocabulary")
    }
    let entries = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let names = entries.filter { $0.hasSuffix(".txt") }.sorted()
    return try Vocabulary(
      files: try names.map { ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) })
  }

  /// Reads the files, each a name and its text, in the order of their names.
  package init(files: [(name: String, text: String)]) throws(GenerationError) {
    func text(_ name: String) throws(GenerationError) -> String {
      guard let file = files.first(where: { $0.name == name }) else { throw .missingVocabulary(name) }
      return file.text
    }
    var topics: [Topic] = []
    var applications: [ApplicationCase] = []
    for (name, text) in files {
      if name.hasPrefix("topics-") { topics += try TopicReader.read(text, file: name) }
      if name.hasPrefix("applications-") { applications += try ApplicationReader.read(text, file: name) }
    }
    try TopicFits.read(text("fits.txt"), into: &topics)
    let byID = Dictionary(topics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for topic in topics {
      for neighbour in topic.neighbours where byID[neighbour] == nil {
        throw .unknownTopic(neighbour, usedBy: topic.id)
      }
    }
    self.topics = topics
    organizations = try OrganizationReader.read(text("organizations.txt"), topics: byID)
    frames = try FrameLibrary(text("frames.txt"))
    self.applications = applications.sorted { $0.number < $1.number }
    topicPositions = Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($1.id, $0) })
    organizationPositions = Dictionary(uniqueKeysWithValues: organizations.enumerated().map { ($1.id, $0) })
    for entry in self.applications {
      for need in entry.needs {
        if let topic = need.topic, byID[topic] == nil { throw .unknownTopic(topic, usedBy: entry.id) }
      }
      if let applicant = entry.applicant, organizationPositions[applicant] == nil {
        throw .badLine(file: "applications", line: entry.number, reason: "unknown applicant \(applicant)")
      }
    }
  }

  package func topic(_ id: String) throws(GenerationError) -> Topic {
    guard let position = topicPositions[id] else { throw .unknownTopic(id, usedBy: "a plan") }
    return topics[position]
  }

  package func organization(_ id: String) -> Organization? {
    organizationPositions[id].map { organizations[$0] }
  }
}
