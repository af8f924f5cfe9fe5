#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Elements that mark a part of a word or phrase: they do not separate words, while all other markup does.
enum InlineMarkup {
  private static let names: Set<String> = [
    "b", "i", "em", "strong", "sub", "sup", "span", "u", "small", "tt", "font", "mark", "SUB", "SUP",
  ]

  /// - Parameter name: NUL-terminated.
  static func contains(_ name: UnsafePointer<CChar>) -> Bool {
    unsafe strlen(name) <= 6 && names.contains(String(cString: name))
  }
}
