/// How wide text is where a Korean or Chinese character takes two columns and a Latin letter one.
enum DisplayWidth {
  /// The widest line's width, in columns. After Unicode's East Asian Width (UAX #11): wide and full-width characters count two,
  /// combining ones nothing.
  static func columns(_ text: String) -> Int {
    var widest = 0
    var width = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A:
        widest = max(widest, width)
        width = 0
      case 0x20..<0x300: width += 1
      case 0x300..<0x370, 0x1160..<0x1200, 0x200B..<0x2010, 0xFE00..<0xFE10, 0xFE20..<0xFE30: continue
      default: width += isWide(scalar.value) ? 2 : 1
      }
    }
    return max(widest, width)
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100..<0x1160, 0x2E80..<0x303F, 0x3041..<0xA4D0, 0xA960..<0xA980, 0xAC00..<0xD7A4, 0xF900..<0xFB00,
      0xFE30..<0xFE70, 0xFF00..<0xFF61, 0xFFE0..<0xFFE7, 0x1F300..<0x1F650, 0x1F900..<0x1FB00, 0x20000..<0x3FFFE:
      true
    default: false
    }
  }
}
