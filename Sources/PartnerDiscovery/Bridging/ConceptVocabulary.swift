import GlossaryFiles
import TermBridging
import TextAnalysis

/// The concepts of a workspace's glossary, to be found in texts and named in both languages.
public struct ConceptVocabulary: Sendable {
  public struct Concept: Hashable, Sendable {
    public var id: String
    /// What the glossary groups it under.
    public var group: String
    /// The usual one first.
    public var korean: [String]
    public var english: [String]
  }

  private let glossary: Glossary

  /// - Complexity: linear in the glossary; some milliseconds.
  public init(_ session: DiscoverySession) {
    glossary = Glossary(WorkspaceGlossary(session.workspace).concepts, analyzer: session.analyzer)
  }

  /// The concepts that a text names, in order of first appearance.
  ///
  /// - Complexity: linear in the text.
  public func concepts(in text: String) -> [Concept] {
    var known: Set<Int> = []
    var concepts: [Concept] = []
    for mention in glossary.mentions(in: text) {
      for number in mention.concepts where known.insert(number).inserted {
        let concept = glossary.concepts[number]
        concepts.append(
          Concept(id: concept.id, group: concept.field, korean: concept.korean, english: concept.english))
      }
    }
    return concepts
  }

  /// The concepts of a group, in the glossary's order.
  public func concepts(ofGroup group: String) -> [Concept] {
    glossary.concepts.filter { $0.field == group }.map {
      Concept(id: $0.id, group: $0.field, korean: $0.korean, english: $0.english)
    }
  }
}
