/// A mail address as forms take it: what every usual server takes, and nothing that none would (RFC 5321, 4.5.3.1; the
/// quoted forms of RFC 5322 are left out, for nobody has one).
enum EmailAddress {
  /// The address with its domain in lower case; `nil` where it is none.
  static func normalized(_ text: String) -> String? {
    let text = AsciiForms.halfWidth(CleanText.line(text)).drop { $0 == "<" }
    let parts = text.trimmingEnd([">", ".", ",", ";"]).split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let (local, domain) = (String(parts[0]), parts[1].lowercased())
    guard (1...64).contains(local.utf8.count), local.utf8.count + domain.utf8.count < 254 else { return nil }
    guard local.allSatisfy({ !$0.isWhitespace && !"()<>[]:;,\\\"".contains($0) }), !local.hasPrefix("."),
      !local.hasSuffix("."), !local.contains("..")
    else { return nil }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, last.count > 1, !last.allSatisfy(\.isNumber) else { return nil }
    for label in labels {
      guard (1...63).contains(label.utf8.count), !label.hasPrefix("-"), !label.hasSuffix("-"),
        label.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
      else { return nil }
    }
    return local + "@" + domain
  }
}

/// Letters and digits in the wide forms that Korean and Japanese keyboards make.
enum AsciiForms {
  static func halfWidth(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0xFF01...0xFF5E).contains($0.value) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
      result.append(narrow ?? scalar)
    }
    return String(result)
  }
}

extension Substring {
  func trimmingEnd(_ characters: Set<Character>) -> Substring {
    var text = self
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return text
  }
}
