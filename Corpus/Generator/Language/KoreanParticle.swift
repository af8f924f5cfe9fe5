/// A particle (조사) whose form follows the sound before it.
package enum KoreanParticle: String, CaseIterable, Sendable {
  case topic = "은"
  case subject = "이"
  case object = "을"
  case companion = "과"
  case direction = "로"
  case copula = "이다"
  case copulaAnd = "이며"
  case copulaWhile = "이고"
  case alternative = "이나"
  case also = "도"

  /// The form that is right after `word`, which must end in a sound that ``FinalSound`` can tell.
  package func form(after word: String) throws(GenerationError) -> String {
    let sound = try FinalSound(of: word)
    return switch self {
    case .topic: sound == .vowel ? "는" : "은"
    case .subject: sound == .vowel ? "가" : "이"
    case .object: sound == .vowel ? "를" : "을"
    case .companion: sound == .vowel ? "와" : "과"
    case .direction: sound == .consonant ? "으로" : "로"
    case .copula: "이다"
    case .copulaAnd: "이며"
    case .copulaWhile: "이고"
    case .alternative: sound == .vowel ? "나" : "이나"
    case .also: "도"
    }
  }
}
