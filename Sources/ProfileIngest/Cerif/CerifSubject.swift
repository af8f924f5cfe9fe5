public import ResearchProfiles

/// Classifications as CERIF-XML writes them: `Subject` with the URI of a scheme and that of a code, which begins with the
/// scheme's in most.
public enum CerifSubject {
  /// URIs that Moim writes: those of classifications as such, whatever their publisher's are.
  private static let prefix = "urn:moim:classification:"

  /// Publishers' URIs for schemes that lead to fields of Moim's, by a part that tells them.
  private static let known: [(sign: String, scheme: ClassificationScheme)] = [
    ("/def/ipc", .patents), ("euroscivoc", .euroSciVoc), ("oecd", .oecd), ("/fos", .oecd),
  ]

  /// - Returns: `nil` where there is no code, or a scheme that nobody could name.
  static func code(scheme: String, _ subject: String) -> ClassificationCode? {
    if scheme.hasPrefix(prefix) {
      // code, and behind a number sign the name, each with its reserved characters escaped
      let parts = subject.dropFirst(subject.hasPrefix(scheme + ":") ? scheme.utf8.count + 1 : 0)
        .split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let code = parts.first.map { unescaped($0) } ?? ""
      let name = parts.count > 1 ? unescaped(parts[1]) : nil
      let schemeName = unescaped(scheme.dropFirst(prefix.count))
      guard !schemeName.isEmpty, !code.isEmpty || name?.isEmpty == false else { return nil }
      return ClassificationCode(scheme: schemeName, code: code, name: name)
    }
    let lowercased = scheme.lowercased()
    guard let scheme = known.first(where: { lowercased.contains($0.sign) })?.scheme,
      let last = subject.split(separator: "/").last, !last.isEmpty
    else { return nil }
    // A61M1-00 stands for A61M 1/00 in the European Patent Office's URIs.
    let code = scheme == .patents ? String(last.map { $0 == "-" ? "/" : $0 }) : String(last)
    return ClassificationCode(scheme: scheme, code: code)
  }

  /// The scheme's URI and the code's.
  public static func uris(of code: ClassificationCode) -> (scheme: String, subject: String) {
    let scheme = prefix + escaped(code.scheme)
    return (scheme, scheme + ":" + escaped(code.code) + (code.name.map { "#" + escaped($0) } ?? ""))
  }

  /// Percent-encoding (RFC 3986) of everything but letters and digits of ASCII, `-`, `.` and `_`.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += (byte < 0x10 ? "%0" : "%") + digits
      }
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2, let value = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return FieldText.line(bytes)
  }
}
