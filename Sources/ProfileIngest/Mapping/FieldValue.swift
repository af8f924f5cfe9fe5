/// A value of a field, with the language that it is in where that is known.
struct FieldValue: Hashable {
  var text: String
  var language: String?
}

extension String {
  /// Whether there is a Korean syllable in it.
  var holdsHangul: Bool {
    // Syllables U+AC00 to U+D7A3 begin with the bytes EA B0 to ED 9E.
    utf8.contains { $0 >= 0xEA && $0 <= 0xED } && unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
  }
}
