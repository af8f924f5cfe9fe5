/// Takes keys of web services out of text: answers echo them, in messages and in links.
enum SecretText {
  /// Names behind which a key stands, in lower case.
  private static let keyNames = [
    "servicekey", "apikey", "api_key", "accesskey", "access_key", "apprvkey", "crtfc_key", "authkey", "auth_key",
    "authapikey",
    "client_id", "client_secret", "access_token", "accesstoken", "token", "secret", "password", "key",
  ]
  static let replacement = "***"

  /// The text without the values of `serviceKey=...` and the like.
  ///
  /// - Complexity: linear in the text; texts without `=` are handed through.
  static func withoutKeys(_ text: String) -> String {
    guard text.utf8.contains(0x3D) else { return text }
    var result = ""
    var rest = text[...]
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].suffix(while: { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }).lowercased()
      result += rest[...equals]
      rest = rest[rest.index(after: equals)...]
      guard keyNames.contains(name) else { continue }
      let end = rest.firstIndex { "&;,\"'<> )]}\n\t".contains($0) } ?? rest.endIndex
      if end != rest.startIndex { result += replacement }
      rest = rest[end...]
    }
    return result + rest
  }

  /// A service's message as it may be shown: without whatever could be a key, named or not.
  ///
  /// Taken out are values behind `=`, words behind a colon that follows "key" or "키", words with digits of 16 characters and
  /// more, and `secrets`.
  static func message(_ text: String, secrets: [String] = []) -> String {
    var text = withoutKeys(text)
    for secret in secrets where secret.utf8.count >= 4 {
      text = text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: replacement)
    }
    var words: [String] = []
    var followsName = false
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if word == ":" || word == "=" {
        words.append(String(word))
        continue
      }
      let lowercased = word.lowercased()
      if followsName {
        words.append(replacement)
        followsName = false
      } else if let colon = word.lastIndex(of: ":"), namesKey(word[..<colon].lowercased()) {
        let value = word[word.index(after: colon)...]
        words.append(String(word[...colon]) + (value.isEmpty ? "" : replacement))
        followsName = value.isEmpty
      } else {
        words.append(looksLikeKey(word) ? replacement : String(word))
      }
      if namesKey(lowercased), nextIsColon(after: word) { followsName = true }
    }
    return words.joined(separator: " ")
  }

  private static func nextIsColon(after word: Substring) -> Bool {
    word.base[word.endIndex...].drop { $0 == " " }.first.map { $0 == ":" || $0 == "=" } ?? false
  }

  private static func namesKey(_ word: String) -> Bool {
    word.hasSuffix("key") || word.hasSuffix("키") || word.hasSuffix("token") || word.hasSuffix("토큰")
  }

  private static func looksLikeKey(_ word: Substring) -> Bool {
    word.utf8.count >= 16 && word.allSatisfy { $0.isASCII && !$0.isWhitespace } && word.contains { $0.isNumber }
      && word.contains { $0.isLetter }
  }
}

extension Substring {
  /// The longest end all of whose characters pass.
  fileprivate func suffix(while passes: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex {
      let before = index(before: start)
      guard passes(self[before]) else { break }
      start = before
    }
    return self[start...]
  }
}
