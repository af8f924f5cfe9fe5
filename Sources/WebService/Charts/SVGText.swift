/// Text for SVG.
enum SVGText {
  /// With markup characters escaped, and without what XML cannot hold.
  static func escaped(_ text: String) -> String { HTMLText.escaped(allowed(text)) }

  /// Control characters become blanks; what is no character at all goes.
  private static func allowed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) || isNoncharacter($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isNoncharacter(scalar) { result.append(isControl(scalar) ? " " : scalar) }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 }

  /// The last two code points of each plane.
  private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool { scalar.value & 0xFFFE == 0xFFFE }
}
