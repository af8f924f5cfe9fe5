/// A text that is equal to another only byte for byte, as SQLite compares ids.
///
/// Swift's own strings are equal when they are canonically equivalent: "한" and its decomposed form would be one id.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
