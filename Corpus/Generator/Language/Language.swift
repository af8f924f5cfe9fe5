/// The languages of the demonstration forum.
package enum Language: String, CaseIterable, Sendable {
  case korean = "ko"
  case english = "en"
}
