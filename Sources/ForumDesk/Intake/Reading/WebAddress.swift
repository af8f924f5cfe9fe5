/// Addresses of home pages.
enum WebAddress {
  /// With its scheme, `https` where none is given; `nil` where it is no address of a web page.
  static func normalized(_ text: String) -> String? {
    var text = AsciiForms.halfWidth(CleanText.line(text))
    guard !text.contains(where: { $0.isWhitespace || "<>\"'\\{}|^`".contains($0) }) else { return nil }
    if !text.contains("://") { text = "https://" + text }
    guard let mark = text.firstRange(of: "://") else { return nil }
    let scheme = text[..<mark.lowerBound].lowercased()
    let rest = text[mark.upperBound...]
    let host = rest.prefix { !"/?#".contains($0) }
    guard scheme == "http" || scheme == "https", !host.contains("@") else { return nil }
    let name = host.split(separator: ":", omittingEmptySubsequences: false)
    guard name.count <= 2, name.count == 1 || (1...5).contains(name[1].count) && name[1].allSatisfy(\.isNumber) else {
      return nil
    }
    let labels = name[0].split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
    guard labels.count > 1, isName, labels.last?.contains(where: \.isLetter) == true
    else { return nil }
    return scheme + "://" + host.lowercased() + rest.dropFirst(host.count)
  }
}
