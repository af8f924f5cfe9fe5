/// The same phrase in Korean and in English.
package struct Bilingual: Hashable, Sendable {
  package var korean: String
  package var english: String

  package subscript(language: Language) -> String {
    language == .korean ? korean : english
  }
}
