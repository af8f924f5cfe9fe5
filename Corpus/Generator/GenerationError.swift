/// What can be wrong with the vocabulary or the command.
package enum GenerationError: Error, Equatable, Sendable, CustomStringConvertible {
  case missingVocabulary(String)
  case badLine(file: String, line: Int, reason: String)
  case unknownTopic(String, usedBy: String)
  case unknownSlot(String, frame: String)
  case missingSection(String)
  case unreadableEnding(String)
  case cannotWrite(String)

  package var description: String {
    switch self {
    case .missingVocabulary(let name): "vocabulary file \(name) is missing: put it into Corpus/Generator/Vocabulary"
    case .badLine(let file, let line, let reason): "\(file):\(line): \(reason)"
    case .unknownTopic(let topic, let user): "\(user) names the topic \(topic), which no topics file describes"
    case .unknownSlot(let slot, let frame): "the frame '\(frame)' has the unknown slot {\(slot)}"
    case .missingSection(let name): "frames.txt has no section \(name): add it with at least one frame"
    case .unreadableEnding(let word): "no particle can follow '\(word)': end the phrase in Hangul, a digit or capitals"
    case .cannotWrite(let path): "cannot write \(path): check that the folder exists and may be written to"
    }
  }
}
