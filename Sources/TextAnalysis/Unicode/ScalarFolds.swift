/// What a scalar outside ASCII is folded to: case, accents, ligatures, widths and compatibility forms.
///
/// Two levels: a page of 256 scalars, then an entry. Scalars without an entry stand for themselves.
final class ScalarFolds: Sendable {
  /// Built once, in well under a millisecond.
  static let shared = ScalarFolds()

  /// Where the blank "_" of a folded form is.
  static let blank: UInt32 = 0x20

  /// Page of `scalar >> 8`, 0 being the page without entries.
  private let pages: [UInt8]
  /// `offset << 8 | count` in `folded`; 0 for none.
  private let entries: [UInt32]
  private let folded: [UInt32]

  private init() {
    var pages = [UInt8](repeating: 0, count: 256)
    var entries = [UInt32](repeating: 0, count: 256)
    var folded: [UInt32] = []

    func fold(_ scalar: UInt32, to scalars: [UInt32]) {
      let page = Int(scalar >> 8)
      if pages[page] == 0 {
        pages[page] = UInt8(entries.count / 256)
        entries.append(contentsOf: repeatElement(0, count: 256))
      }
      let entry = Int(pages[page]) * 256 + Int(scalar & 0xFF)
      guard entries[entry] == 0, scalars != [scalar] else { return }
      entries[entry] = UInt32(folded.count) << 8 | UInt32(scalars.count)
      folded.append(contentsOf: scalars)
    }

    for line in LetterFolds.lines.split(separator: "\n") {
      let parts = line.split(separator: " ")
      let target = parts[0].unicodeScalars.map(\.value)
      for scalar in parts[1].unicodeScalars { fold(scalar.value, to: target) }
    }
    for item in CompatibilityFolds.items.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let scalars = item.unicodeScalars.map { $0 == "_" ? Self.blank : $0.value }
      fold(scalars[0], to: Array(scalars.dropFirst()))
    }
    let inOrder: [(first: UInt32, text: String)] = [
      (0xF900, CompatibilityFolds.ideographsFromF900), (0xFF66, CompatibilityFolds.kanaFromFF66),
      (0x2F00, CompatibilityFolds.radicalsFrom2F00),
    ]
    for (first, text) in inOrder {
      for (index, scalar) in text.unicodeScalars.enumerated() where scalar != "〓" {
        fold(first + UInt32(index), to: [scalar.value])
      }
    }
    fold(0xFF9E, to: [0x3099])
    fold(0xFF9F, to: [0x309A])
    for scalar: UInt32 in 0xFF01...0xFF5E {
      let ascii = scalar - 0xFEE0
      fold(scalar, to: [ascii >= 0x41 && ascii <= 0x5A ? ascii | 0x20 : ascii])
    }
    // Upper case of the other Latin, Greek, Cyrillic and Armenian letters.
    for range: ClosedRange<UInt32> in [0x0180...0x0587, 0x1E00...0x1FFF, 0x2C60...0x2C7F] {
      for value in range {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isUppercase else { continue }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        if lower.count == 1, let only = lower.first { fold(value, to: [only.value]) }
      }
    }
    self.pages = pages
    self.entries = entries
    self.folded = folded
  }

  /// The letter or digit that a mathematical one (U+1D400 ... U+1D6A3 and U+1D7CE ... U+1D7FF) is a style of.
  static func mathematicalAlphanumeric(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x1D400...0x1D6A3: 0x61 + (scalar - 0x1D400) % 26
    case 0x1D7CE...0x1D7FF: 0x30 + (scalar - 0x1D7CE) % 10
    default: nil
    }
  }

  /// Where the scalars are that `scalar` is folded to; empty if it stands for itself.
  /// - Complexity: O(1).
  func range(of scalar: UInt32) -> Range<Int> {
    guard scalar < 0x10000 else { return 0..<0 }
    let entry = entries[Int(pages[Int(scalar >> 8)]) * 256 + Int(scalar & 0xFF)]
    let start = Int(entry >> 8)
    return start..<start + Int(entry & 0xFF)
  }

  /// A scalar of a folded form; blanks are U+0020.
  subscript(index: Int) -> UInt32 { folded[index] }
}
